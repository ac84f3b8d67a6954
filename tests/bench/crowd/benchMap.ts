// The map of the crowd bench: 200 x 120 tiles in 20 x 12 chambers with wide doors, as a Tiled file and as the grid that bots walk on.
import { crc32, deflateSync } from 'node:zlib';
import type { Point } from '@comptoir/shared/geometry';
import { tileCentre, toUnits } from '@comptoir/shared/geometry';
import type { WalkGrid } from '@comptoir/shared/movement';
import { SOLID } from '@comptoir/shared/movement';

export const WIDTH_TILES = 200;
export const HEIGHT_TILES = 120;
const CHAMBER = { width: 20, height: 12 };
/** Tiles of wall left beside a door, at each end of a chamber's side. */
const STUB_TILES = 3;
/** The auditorium: 30 x 20 tiles without a wall inside, all in one view. */
const HALL = { left: 64, top: 40, right: 94, bottom: 60 };
/** Where the bots that measure latency stand: in the middle of the auditorium. */
export const PROBE_TILE = { x: 79, y: 50 };

/** In world units; who is inside turns round at its edge. */
export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const boundsOf = ({ left, top, right, bottom }: Bounds): Bounds => ({
  left: toUnits(left * 32),
  top: toUnits(top * 32),
  right: toUnits(right * 32),
  bottom: toUnits(bottom * 32),
});

export const OFFICE_BOUNDS = boundsOf({ left: 1, top: 1, right: WIDTH_TILES - 1, bottom: HEIGHT_TILES - 1 });
export const HALL_BOUNDS = boundsOf(HALL);

function isWall(x: number, y: number): boolean {
  if (x === 0 || y === 0 || x === WIDTH_TILES - 1 || y === HEIGHT_TILES - 1) return true;
  if (x >= HALL.left && x < HALL.right && y >= HALL.top && y < HALL.bottom) return false;
  const inX = x % CHAMBER.width;
  const inY = y % CHAMBER.height;
  const isStub = (along: number, length: number): boolean => along < STUB_TILES || along >= length - STUB_TILES;
  return (inX === 0 && isStub(inY, CHAMBER.height)) || (inY === 0 && isStub(inX, CHAMBER.width));
}

export function benchGrid(): WalkGrid {
  const cells = new Uint8Array(WIDTH_TILES * HEIGHT_TILES);
  for (let y = 0; y < HEIGHT_TILES; y++) for (let x = 0; x < WIDTH_TILES; x++) if (isWall(x, y)) cells[y * WIDTH_TILES + x] = SOLID;
  return { width: WIDTH_TILES, height: HEIGHT_TILES, cells };
}

/** In tiles. */
export interface Start {
  name: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Where bots appear: in every second chamber, or all over the auditorium. As many as an office has areas, because all clients
 * hear once a second how many people are in each.
 */
export function startsOf(isAuditorium: boolean): Start[] {
  const starts: Start[] = [];
  if (isAuditorium) {
    for (let top = HALL.top; top < HALL.bottom; top += 10)
      for (let left = HALL.left; left < HALL.right; left += 10)
        starts.push({ name: `hall-${left}-${top}`, left, top, width: 10, height: 10 });
    return starts;
  }
  for (let row = 0; row < HEIGHT_TILES / CHAMBER.height; row++)
    for (let column = row % 2; column < WIDTH_TILES / CHAMBER.width; column += 2)
      starts.push({
        ...{ name: `chamber-${column}-${row}`, left: column * CHAMBER.width + 3, top: row * CHAMBER.height + 2 },
        ...{ width: CHAMBER.width - 6, height: CHAMBER.height - 4 },
      });
  return starts;
}

export const PROBE_START = 'probe';
export const probePlace = (): Point => tileCentre(PROBE_TILE.x, PROBE_TILE.y);

/** A red tile; what it looks like matters to nobody here. */
export const tilePicture = (): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const bytes = Buffer.alloc(12 + body.length);
    bytes.writeUInt32BE(body.length, 0);
    bytes.write(type, 4, 'latin1');
    body.copy(bytes, 8);
    bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length);
    return bytes;
  };
  const header = Buffer.from([0, 0, 0, 32, 0, 0, 0, 32, 8, 2, 0, 0, 0]);
  const rows = Buffer.alloc(32 * (1 + 32 * 3), 96);
  for (let y = 0; y < 32; y++) rows[y * 97] = 0;
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
};

/** Where nobody talks: all of it. */
const SILENCE = { name: 'silence', left: 0, top: 0, width: WIDTH_TILES, height: HEIGHT_TILES };
/** A start where conversations form all around: those who arrive spread from a few tiles, because none forms on them. */
const narrowed = (start: Start): Start => ({ ...start, width: Math.min(4, start.width), height: Math.min(4, start.height) });

/** The Tiled file of the map; `picture` lies beside it. @param talks whether conversations form where people stop beside each other */
export function benchMapFile(picture: string, talks: boolean): unknown {
  const { cells } = benchGrid();
  const area = (id: number, { name, left, top, width, height }: Start, property: object) => ({
    ...{ id, name, type: 'area', x: left * 32, y: top * 32, width: width * 32, height: height * 32, rotation: 0, visible: true },
    properties: [property],
  });
  const isStart = { name: 'start', type: 'bool', value: true };
  const isQuiet = { name: 'conversation', type: 'string', value: 'quiet' };
  const starts = [...startsOf(false), ...startsOf(true), { name: PROBE_START, left: PROBE_TILE.x, top: PROBE_TILE.y, width: 2, height: 2 }];
  return {
    ...{ type: 'map', version: '1.10', orientation: 'orthogonal', renderorder: 'right-down', infinite: false },
    ...{ width: WIDTH_TILES, height: HEIGHT_TILES, tilewidth: 32, tileheight: 32 },
    tilesets: [
      {
        ...{ firstgid: 1, name: 'walls', image: picture, imagewidth: 32, imageheight: 32, tilewidth: 32, tileheight: 32 },
        ...{ columns: 1, tilecount: 1, margin: 0, spacing: 0 },
      },
    ],
    layers: [
      {
        ...{ id: 1, name: 'walls', type: 'tilelayer', x: 0, y: 0, width: WIDTH_TILES, height: HEIGHT_TILES, opacity: 1, visible: true },
        properties: [{ name: 'collides', type: 'bool', value: true }],
        data: Array.from(cells, (cell) => (cell === SOLID ? 1 : 0)),
      },
      {
        id: 2,
        name: 'areas',
        type: 'objectgroup',
        x: 0,
        y: 0,
        opacity: 1,
        visible: true,
        objects: [
          ...starts.map((start, i) => area(i + 1, talks ? narrowed(start) : start, isStart)),
          ...(talks ? [] : [area(starts.length + 1, SILENCE, isQuiet)]),
        ],
      },
    ],
  };
}
