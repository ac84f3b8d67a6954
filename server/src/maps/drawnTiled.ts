// Tiled files for tests: a map from an ASCII drawing, small pictures, and a maps folder in memory.
import type { MapReader } from './MapReader.ts';

type Json = Record<string, unknown>;

/** Custom properties from plain values, as Tiled writes them. */
export const tiledProperties = (values: Record<string, string | number | boolean>): Json[] =>
  Object.entries(values).map(([name, value]) => {
    const type = typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? 'float' : 'string';
    return { name, type, value };
  });

/** The first bytes of a PNG file: all that is read of a picture here. */
export function pngHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.writeUInt32BE(0x89504e47, 0);
  bytes.writeUInt32BE(0x0d0a1a0a, 4);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The tiles of drawn maps: 1 floor, 2 collides; `tiles.png` is 4 x 4 tiles. */
export const drawnTileset = {
  firstgid: 1,
  name: 'tiles',
  tilewidth: 32,
  tileheight: 32,
  tilecount: 16,
  columns: 4,
  margin: 0,
  spacing: 0,
  image: 'tiles.png',
  imagewidth: 128,
  imageheight: 128,
  tiles: [{ id: 1, properties: tiledProperties({ collides: true }) }] as Json[],
};

const rowsOf = (drawing: string): string[] =>
  drawing
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** Global ids of a drawing: `#` 2 (collides), `.` 1, space and `-` 0, digits themselves. */
export const tilesOf = (drawing: string): number[] =>
  rowsOf(drawing).flatMap((row) => [...row].map((c) => (c === '#' ? 2 : c === '.' ? 1 : Number.parseInt(c, 10) || 0)));

export function tileLayer(name: string, drawing: string, more: Json = {}): Json {
  const rows = rowsOf(drawing);
  const size = { width: rows[0]?.length ?? 0, height: rows.length };
  return { type: 'tilelayer', name, ...size, x: 0, y: 0, visible: true, opacity: 1, data: tilesOf(drawing), ...more };
}

export const objectLayer = (name: string, objects: Json[], more: Json = {}): Json => ({
  type: 'objectgroup',
  name,
  draworder: 'topdown',
  visible: true,
  opacity: 1,
  objects: objects.map((object, index) => ({ id: index + 1, name: '', rotation: 0, visible: true, width: 0, height: 0, ...object })),
  ...more,
});

/** A map of 32 px tiles with the floor drawn and a floor layer over it. */
export function drawnTiled(drawing: string, layers: Json[] = [], more: Json = {}): Json {
  const floor = tileLayer('floor', drawing);
  return {
    type: 'map',
    orientation: 'orthogonal',
    infinite: false,
    width: floor.width,
    height: floor.height,
    tilewidth: 32,
    tileheight: 32,
    tilesets: [drawnTileset],
    layers: [floor, objectLayer('floorLayer', []), ...layers],
    ...more,
  };
}

/** A maps folder in memory: texts, bytes, or objects that become JSON. */
export function folderOf(files: Record<string, string | Uint8Array | object>): MapReader {
  const all: typeof files = { 'tiles.png': pngHeader(128, 128), ...files };
  return {
    read: (path) => {
      const file = Object.hasOwn(all, path) ? all[path] : undefined;
      if (file === undefined) return 'is missing';
      if (file instanceof Uint8Array) return file;
      return Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
    },
    urlOf: (path) => `/maps/${path}`,
  };
}
