// Writes the furnished map as a Tiled map (JSON, version 1.10): embedded tilesets, tile layers as plain arrays, rounded objects.
import type { AreaPlan } from './areas.ts';
import { AREAS } from './areas.ts';
import type { CollisionGrid } from './collisionGrid.ts';
import { FurnitureTileset } from './FurnitureTileset.ts';
import type { Layout } from './Layout.ts';
import type { Atlas } from './packAtlas.ts';
import { COLUMNS, ROWS, TILE } from './readPlan.ts';
import type { Box } from './TiledDocument.ts';
import { TiledDocument } from './TiledDocument.ts';
import type { TiledJson } from './tiledProperties.ts';
import { properties } from './tiledProperties.ts';
import type { TileSheet } from './tileGrid.ts';
import { EXTRUDE_PX } from './tileGrid.ts';

function sheetTileset(name: string, firstgid: number, sheet: TileSheet): TiledJson {
  return {
    columns: sheet.columns,
    firstgid,
    image: `office-${name}.png`,
    imageheight: sheet.picture.height,
    imagewidth: sheet.picture.width,
    margin: EXTRUDE_PX,
    name,
    spacing: 2 * EXTRUDE_PX,
    tilecount: sheet.tileCount,
    tileheight: TILE,
    tilewidth: TILE,
  };
}

const tileBox = ({ columns: [x0, x1], rows: [y0, y1] }: AreaPlan): Box => ({
  x: x0 * TILE,
  y: y0 * TILE,
  w: (x1 - x0 + 1) * TILE,
  h: (y1 - y0 + 1) * TILE,
});

/** Opened in Tiled the map is a picture; whoever edits places switches their layers on. */
const HIDDEN = { visible: false };

export interface DrawnMap {
  layout: Layout;
  grid: CollisionGrid;
  floors: TileSheet;
  shadows: TileSheet;
  atlas: Atlas;
}

export function writeTiled({ layout, grid, floors, shadows, atlas }: DrawnMap): TiledJson {
  const doc = new TiledDocument();
  const shadowsFirst = 1 + floors.tileCount;
  const collisionGid = shadowsFirst + shadows.tileCount;
  const furniture = new FurnitureTileset(atlas, collisionGid + 1);
  const [ground = [], detail = []] = floors.layers;
  doc.tileLayer(
    'floor',
    ground.map((index) => index + 1),
  );
  doc.tileLayer(
    'floor-detail',
    detail.map((index) => index + 1),
  );
  doc.tileLayer(
    'shadows',
    (shadows.layers[0] ?? []).map((index) => (index < 0 ? 0 : shadowsFirst + index)),
  );
  const drawn = [...layout.placed].sort((a, b) => a.depth - b.depth || a.x - b.x);
  doc.objectLayer(
    'floorLayer',
    drawn.map((placed) => {
      const { sprite, x, base, depth, part } = placed;
      const gid = furniture.gidOf(placed);
      const top = part === 'front' ? (sprite.cut ?? 0) : 0;
      const box = {
        x: x - sprite.originX,
        y: base - sprite.baseY + sprite.surface.height,
        w: sprite.surface.width,
        h: sprite.surface.height - top,
      };
      return doc.object('', '', box, { depth: depth === base ? undefined : depth - base }, { gid });
    }),
    { visible: true },
  );
  const cells = Array.from({ length: COLUMNS * ROWS }, (_, i) => (grid.isTaken(i % COLUMNS, Math.floor(i / COLUMNS)) ? collisionGid : 0));
  doc.tileLayer('collisions', cells, { opacity: 0 });
  doc.objectLayer(
    'areas',
    [...AREAS].reverse().map((area) => {
      const { name, conversation, auditorium, backstage, lounge, isStart, fr, en } = area;
      return doc.object('area', name, tileBox(area), {
        conversation,
        auditorium,
        backstage,
        lounge,
        start: isStart,
        label_fr: fr,
        label_en: en,
      });
    }),
    HIDDEN,
  );
  doc.objectLayer(
    'seats',
    layout.seats.map(({ name, column, row, facing, table, desk, feetX, feetY, depth, clip }) =>
      doc.object('seat', name, { x: column * TILE, y: row * TILE, w: TILE, h: TILE }, { facing, table, desk, feetX, feetY, depth, clip }),
    ),
    HIDDEN,
  );
  doc.objectLayer(
    'things',
    layout.things.map((thing) => doc.object('thing', thing.name, thing, thing.properties)),
    HIDDEN,
  );
  doc.objectLayer(
    'lights',
    layout.lights.map((light) => {
      const { kind, shape, color, strength, day } = light;
      return doc.object('light', '', light, { kind, color, strength, day: day || undefined }, shape === 'ellipse' ? { ellipse: true } : {});
    }),
    HIDDEN,
  );
  const collisions: TiledJson = {
    columns: 1,
    firstgid: collisionGid,
    image: 'office-collisions.png',
    imageheight: TILE,
    imagewidth: TILE,
    margin: 0,
    name: 'collisions',
    spacing: 0,
    tilecount: 1,
    tileheight: TILE,
    tiles: [{ id: 0, properties: properties({ collides: true }) }],
    tilewidth: TILE,
  };
  return doc.finish([sheetTileset('floors', 1, floors), sheetTileset('shadows', shadowsFirst, shadows), collisions, furniture.toJson()], {
    mapName: 'Comptoir',
    mapDescription: 'A coworking house around a square with a coffee machine: library, meeting rooms, desks, auditorium and garden.',
    mapCopyright: 'CC0, the Comptoir team',
  });
}
