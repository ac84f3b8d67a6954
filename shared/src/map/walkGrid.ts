// The walking grid of a map, as it opens or with some of its layers switched on or off.
import { TILE_PX } from '../geometry.ts';
import type { WalkGrid } from '../movement.ts';
import { SOLID } from '../movement.ts';
import { RANKS } from '../people.ts';
import { boundsOf, isInShape } from './areas.ts';
import type { OfficeMap } from './OfficeMap.ts';
import { packRuns, unpackRuns } from './packRuns.ts';

/** What walkGridOf and walkableOf read of a map. */
export type Walkable = Pick<OfficeMap, 'widthTiles' | 'heightTiles' | 'areas' | 'collisions'>;

/** The grid of the map as its author saved it: layers that were hidden do not block. */
export function walkGridOf(map: Pick<OfficeMap, 'widthTiles' | 'heightTiles' | 'walkable'>): WalkGrid {
  const { widthTiles: width, heightTiles: height } = map;
  return { width, height, cells: Uint8Array.from(unpackRuns(map.walkable, width * height)) };
}

export const packWalkGrid = (grid: WalkGrid): string => packRuns(grid.cells);

/**
 * The grid with layers switched: a tile is solid while at least one visible layer has a colliding tile there.
 * @param isVisible asked with each colliding layer's name; by default the visibility saved in the map
 */
export function walkableOf(map: Walkable, isVisible: (layer: string, saved: boolean) => boolean = (_, saved) => saved): WalkGrid {
  const { widthTiles: width, heightTiles: height } = map;
  const cells = new Uint8Array(width * height);
  closeForRanks(map, cells);
  for (const layer of map.collisions) {
    if (!isVisible(layer.layer, layer.visible)) continue;
    const solid = unpackRuns(layer.tiles, cells.length);
    for (let tile = 0; tile < cells.length; tile++) if (solid[tile]) cells[tile] = SOLID;
  }
  return { width, height, cells };
}

function closeForRanks(map: Walkable, cells: Uint8Array): void {
  for (const area of map.areas) {
    const level = area.traits.minRank ? RANKS.indexOf(area.traits.minRank) : 0;
    if (level <= 0) continue;
    if (area.shape.kind === 'tiles') {
      for (const tile of area.shape.tiles) if (tile < cells.length) cells[tile] = Math.max(cells[tile] ?? 0, level);
      continue;
    }
    const box = boundsOf(area.shape, map.widthTiles);
    const right = Math.min(map.widthTiles, Math.ceil((box.x + box.width) / TILE_PX));
    const bottom = Math.min(map.heightTiles, Math.ceil((box.y + box.height) / TILE_PX));
    for (let y = Math.max(0, Math.floor(box.y / TILE_PX)); y < bottom; y++)
      for (let x = Math.max(0, Math.floor(box.x / TILE_PX)); x < right; x++) {
        const tile = y * map.widthTiles + x;
        const centre = { x: (x + 0.5) * TILE_PX, y: (y + 0.5) * TILE_PX };
        if (isInShape(area.shape, centre, map.widthTiles)) cells[tile] = Math.max(cells[tile] ?? 0, level);
      }
  }
}
