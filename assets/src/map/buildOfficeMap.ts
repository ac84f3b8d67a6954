// Draws the default map from its plan: everything that `npm run art` writes as office.tmj and the pictures beside it.
import { Surface } from '../pixels/Surface.ts';
import { bakeShadows } from './bakeShadows.ts';
import { buildCollisionGrid } from './collisionGrid.ts';
import { furnishOffice } from './furnishOffice.ts';
import { packAtlas } from './packAtlas.ts';
import { paintFloorDetail, paintGround } from './paintFloors.ts';
import { TILE } from './readPlan.ts';

import type { TiledJson } from './tiledProperties.ts';
import { cutIntoTiles } from './tileGrid.ts';
import { writeTiled } from './writeTiled.ts';

const ATLAS_WIDTH_PX = 1024;

export interface OfficeMapFiles {
  tmj: TiledJson;
  /** Pictures by file name, to be put beside the map. */
  pngs: ReadonlyMap<string, Surface>;
}

export function buildOfficeMap(): OfficeMapFiles {
  const layout = furnishOffice();
  const grid = buildCollisionGrid(layout);
  const floors = cutIntoTiles([paintGround(), paintFloorDetail(layout)]);
  const shadows = cutIntoTiles([bakeShadows(layout)]);
  const atlas = packAtlas(
    layout.placed.map(({ sprite }) => sprite),
    ATLAS_WIDTH_PX,
  );
  const collision = new Surface(TILE, TILE).rect(0, 0, TILE, TILE, '#c45a45', 0.5);
  return {
    tmj: writeTiled({ layout, grid, floors, shadows, atlas }),
    pngs: new Map([
      ['office-floors.png', floors.picture],
      ['office-shadows.png', shadows.picture],
      ['office-furniture.png', atlas.picture],
      ['office-collisions.png', collision],
    ]),
  };
}
