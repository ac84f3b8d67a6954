// Everything outside: terrace, trees and hedges, the pond, the fire circle, the kitchen garden and the walk around them.
import { pondDuck } from '../furniture/animals.ts';
import {
  fireBowl,
  flowerBed,
  hedge,
  pond,
  steppingStone,
  vegetableBed,
  waterGlint,
  wateringCan,
  wheelbarrow,
} from '../furniture/garden.ts';
import { lantern } from '../furniture/lamps.ts';
import { parkBench, picnicBlanket, plainBench } from '../furniture/outdoorSeats.ts';
import type { Facing } from '../furniture/Sprite.ts';
import { sideHedge } from '../furniture/sideHedge.ts';
import { gate } from '../furniture/street.ts';
import type { TreeKind } from '../furniture/trees.ts';
import { tree } from '../furniture/trees.ts';
import { hash, pickFrom } from '../pixels/random.ts';
import type { Layout } from './Layout.ts';
import { addPool, addSeat, put, putAt } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { COLUMNS, gapTo, glyphAt, ROWS, TILE } from './readPlan.ts';

const LANTERN = '#ff9a4c';
const FIRE = '#ff6f26';

function plantTree(layout: Layout, column: number, row: number): void {
  const kind = pickFrom<TreeKind>(['plane', 'blossom', 'olive', 'birch', 'plane'], column * 5 + row * 3);
  const size = hash(column, row, 31) < 0.25 ? 'small' : 'full';
  const x = (column + 0.5) * TILE;
  const base = (row + 1) * TILE - 4;
  put(layout, tree({ kind, seed: (column + row) % 2, size }), x, base);
  layout.leafShades.push({ x: x + 22, y: base + 4, r: size === 'full' ? 62 : 44, seed: (column + row) % 4 });
}

function setBenches(layout: Layout, parts: readonly Part[]): void {
  // Benches look at the pond, those east of it at the garden.
  const facings: Record<string, Facing> = { '19,51': 'up', '9,46': 'right', '9,49': 'right', '32,47': 'left' };
  for (const bench of parts.filter(({ glyph, cells, place }) => glyph === 'b' && cells.length < 12 && place === 'garden')) {
    const facing = facings[`${bench.x},${bench.y}`] ?? 'down';
    const sprite = parkBench({ facing });
    const x = (bench.x + bench.w / 2) * TILE;
    const base = (bench.y + bench.h) * TILE - 4;
    put(layout, sprite, x, base);
    const name = `bench-${bench.x}-${bench.y}`;
    sprite.sitters?.forEach((spot, k) => {
      const tile = bench.w > 1 ? ([bench.x + k * (bench.w - 1), bench.y] as const) : ([bench.x, bench.y + k] as const);
      addSeat(layout, spot, x, base, { name: `${name}-${k + 1}`, facing, table: name, tile });
    });
  }
}

function setFireCircle(layout: Layout, parts: readonly Part[]): void {
  const fire = parts.find(({ glyph, place }) => glyph === 't' && place === 'garden');
  if (!fire) return;
  const x = (fire.x + fire.w / 2) * TILE;
  const base = (fire.y + 1) * TILE - 4;
  put(layout, fireBowl(), x, base);
  addPool(layout, x, base - 14, 190, 130, FIRE, 0.9, 0.08);
  for (const seat of parts.filter(({ glyph, place }) => glyph === 'h' && place === 'garden')) {
    const { dy } = gapTo(seat.x, seat.y, fire);
    const beside = dy < 2;
    const facing: Facing = beside ? (seat.x < fire.x ? 'right' : 'left') : seat.y < fire.y ? 'down' : 'up';
    const bench = plainBench({ tiles: 1, along: beside ? 'y' : 'x' });
    const line = (seat.y + 1) * TILE - (beside ? 0 : 6);
    put(layout, bench, (seat.x + 0.5) * TILE, line);
    const [spot] = bench.sitters ?? [];
    if (spot)
      addSeat(layout, spot, (seat.x + 0.5) * TILE, line, {
        name: `fire-${seat.x}-${seat.y}`,
        facing,
        table: 'garden-fire',
        tile: [seat.x, seat.y],
      });
  }
}

const LANTERNS: readonly (readonly [number, number])[] = [
  [21, 43.8],
  [37.6, 43.8],
  [41.6, 48],
  [37.6, 51.6],
  [58.6, 43.8],
  [6.6, 45],
  [6.6, 50.5],
  [73.6, 45],
  [73.6, 51],
  [28, 51.8],
  [50, 51.8],
  [22.6, 40.9],
  [57.4, 40.9],
  [34.4, 41.6],
  [44.6, 41.6],
];

function setLanterns(layout: Layout): void {
  for (const [column, row] of LANTERNS) {
    const base = putAt(layout, lantern(), column, row);
    addPool(layout, column * TILE, base - 8, 96, 68, LANTERN, 0.65, 0);
  }
}

function plantBeds(layout: Layout): void {
  for (const [column, row, tiles, blooms] of [
    [16, 44.9, 4, ['plum', 'cream']],
    [25, 50.8, 4, ['clay', 'gold']],
    [11.2, 51.6, 3, ['gold', 'cream']],
    [47, 43, 4, ['cream', 'plum']],
    [34.5, 43, 3, ['clay', 'cream']],
    [63, 43, 4, ['gold', 'plum']],
    [35, 51.9, 4, ['plum', 'clay']],
    [47.5, 51.9, 3, ['gold', 'cream']],
    [68, 51.9, 4, ['cream', 'clay']],
    [9, 43, 4, ['blue', 'cream']],
  ] as const) {
    putAt(layout, flowerBed({ tiles, blooms, seed: column }), column, row);
  }
  for (const [column, row, crop] of [
    [64, 48.9, 0],
    [66, 48.9, 1],
    [63, 49.9, 1],
    [65, 49.9, 2],
  ] as const) {
    putAt(layout, vegetableBed({ crop }), column, row);
  }
  putAt(layout, wheelbarrow(), 68.4, 48.8);
  putAt(layout, wateringCan(), 61.4, 49.7);
}

/** Hedges close the garden all around and stand below the facade's windows. */
function plantHedges(layout: Layout): void {
  for (let column = 0; column < COLUMNS; column += 4) putAt(layout, hedge({ tiles: 4, seed: column % 3 }), column + 2, ROWS - 0.1);
  for (const column of [0.4, COLUMNS - 0.4]) {
    for (const [row, tiles, seed] of [
      [42, 4, 0],
      [46, 4, 1],
      [52.2, 4, 2],
      [55.2, 3, 0],
    ] as const)
      putAt(layout, sideHedge({ tiles, seed }), column, row);
  }
  // Low flowers under the facade's windows, hedges only at its ends.
  for (const [column, tiles, blooms] of [
    [5, 4, ['plum', 'cream']],
    [10, 4, ['gold', 'cream']],
    [15, 4, ['clay', 'cream']],
    [60.5, 4, ['blue', 'cream']],
    [65.5, 4, ['gold', 'plum']],
    [70.5, 4, ['plum', 'cream']],
  ] as const) {
    putAt(layout, flowerBed({ tiles, blooms, seed: 2 }), column + tiles / 2, 37.3, { depth: 37.3 * TILE });
  }
  for (const column of [2.2, 20, 59.2, 76.6]) putAt(layout, hedge({ tiles: 1, seed: 2 }), column + 0.5, 37.3, { depth: 37.3 * TILE });
}

function fillPond(layout: Layout, parts: readonly Part[]): void {
  for (const water of parts.filter(({ glyph }) => glyph === '~')) {
    put(layout, pond({ w: water.w * TILE, h: water.h * TILE }), (water.x + water.w / 2) * TILE, (water.y + water.h) * TILE);
    const at = (dx: number, dy: number) => [(water.x + water.w * dx) * TILE, (water.y + water.h * dy) * TILE] as const;
    for (const [dx, dy, seed] of [
      [0.3, 0.4, 0],
      [0.62, 0.66, 1],
      [0.74, 0.34, 2],
      [0.45, 0.78, 1],
    ] as const) {
      const [x, y] = at(dx, dy);
      put(layout, waterGlint(seed), x, y, { depth: water.y * TILE, raised: true });
    }
    for (const [dx, dy, facing] of [
      [0.36, 0.6, 'right'],
      [0.43, 0.67, 'right'],
      [0.68, 0.48, 'left'],
    ] as const) {
      const [x, y] = at(dx, dy);
      put(layout, pondDuck({ facing }), x, y, { depth: y, raised: true });
    }
  }
}

export function furnishGarden(layout: Layout, parts: readonly Part[]): void {
  for (const { x, y, place } of parts) if (glyphAt(x, y) === 'Y' && place === 'garden') plantTree(layout, x, y);
  for (const [column, row] of [
    [8, 39],
    [12, 40],
    [69, 39],
    [76, 39],
  ] as const)
    plantTree(layout, column, row);
  for (const { x, y } of parts.filter(({ glyph }) => glyph === 'X')) if (x % 2 === 0) putAt(layout, gate(), x + 1, y + 0.95);
  setBenches(layout, parts);
  setFireCircle(layout, parts);
  setLanterns(layout);
  plantBeds(layout);
  plantHedges(layout);
  fillPond(layout, parts);
  putAt(layout, picnicBlanket({ colour: 'clay' }), 35.2, 46.6);
  for (let k = 0; k < 5; k++) putAt(layout, steppingStone({ variant: k % 3 }), 41.2 + k * 1.5, 46.4 + (k % 2) * 0.3);
}
