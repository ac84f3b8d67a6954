// The centre: canteen, coffee bar, lounge and the square around the inlaid bean.
import { sleepingCat } from '../furniture/animals.ts';
import { chalkboard, noticeBoard } from '../furniture/boards.ts';
import { pouf } from '../furniture/chairs.ts';
import { counterThings, fridge, kitchenCounter, mugShelf, tiledWall, waterCooler } from '../furniture/kitchen.ts';
import { recordPlayer } from '../furniture/lounge.ts';
import { plainBench } from '../furniture/outdoorSeats.ts';
import { planterBox } from '../furniture/planterBox.ts';
import { hangingPlant, plant } from '../furniture/plants.ts';
import { magazineRack } from '../furniture/shelves.ts';
import { crates, marketStall, postBox } from '../furniture/street.ts';
import { gameTable, sideTable } from '../furniture/tables.ts';
import { ringBench, tree } from '../furniture/trees.ts';
import { hangLamp, hangOnWall, layRug, putOn, standLamp } from './decor.ts';
import { AMBER, WARM } from './furnishTables.ts';
import type { Layout } from './Layout.ts';
import { addPool, addSeat, put, putAt, putSeat } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { TILE } from './readPlan.ts';

const NORTH_WALL_ROW = 15;

function decorateCanteen(layout: Layout, parts: readonly Part[]): void {
  const kitchen = parts.find(({ glyph }) => glyph === 'K');
  if (kitchen) {
    const base = kitchen.y * TILE + 30;
    const left = kitchen.x * TILE;
    hangOnWall(layout, tiledWall(100), (left + 82) / TILE, NORTH_WALL_ROW, 3);
    hangOnWall(layout, mugShelf(60), (left + 84) / TILE, NORTH_WALL_ROW, 26);
    put(layout, fridge('sage'), left + 18, base);
    put(layout, kitchenCounter({ tiles: kitchen.w - 1, sink: 1 }), left + 36 + ((kitchen.w - 1) * TILE) / 2, base);
    putOn(layout, counterThings(), left + 112, base - 24, base);
    addPool(layout, left + 80, base, 120, 70, '#ffb866', 0.5);
  }
  for (const table of parts.filter(({ glyph, place }) => glyph === 't' && place === 'canteen')) {
    const x = (table.x + table.w / 2) * TILE;
    const bottom = (table.y + 1) * TILE;
    hangLamp(layout, x, bottom - 82, { fabric: 'velvet', shape: 'dome', pool: { y: bottom - 4, rx: 124, ry: 90, strength: 0.6 } });
  }
  hangOnWall(layout, hangingPlant(2), 23.4, NORTH_WALL_ROW, 10);
  putAt(layout, waterCooler(), 33.6, 16.9);
  putAt(layout, planterBox({ w: 94, variant: 0 }), 27.5, 27.9);
  putAt(layout, planterBox({ w: 62, variant: 1 }), 34.1, 24.1);
  putAt(layout, planterBox({ w: 62, variant: 0 }), 34.1, 20.9);
  putAt(layout, chalkboard({ variant: 0 }), 33.6, 28);
}

function decorateCoffee(layout: Layout): void {
  for (const column of [38.4, 41.6]) hangLamp(layout, column * TILE, 20.05 * TILE, { fabric: 'ochre', shape: 'globe' });
  for (const column of [36, 39, 43]) {
    const row = column === 39 ? 18 : 19;
    addPool(layout, (column + 0.5) * TILE, (row + 0.8) * TILE, 90, 66, WARM, 0.35);
  }
  putAt(layout, plant({ kind: 'palm', potColour: 'ochre' }), 40, 16.9);
  putAt(layout, magazineRack(), 37.7, 16.9);
  putAt(layout, chalkboard({ variant: 0 }), 44.4, 24.9);
  putAt(layout, plant({ kind: 'agave', potColour: 'clay' }), 44.5, 23.8);
  putAt(layout, plant({ kind: 'ficus', potColour: 'sage' }), 34.6, 22.9);
}

function decorateLounge(layout: Layout): void {
  layRug(layout, [45.6, 17.2, 52.2, 21.2], 'ochre', 'diamonds');
  layRug(layout, [45.5, 21.7, 51.4, 25.6], 'plum', 'frames');
  layRug(layout, [52.6, 21.8, 57.5, 26.3], 'sage', 'diamonds');
  standLamp(layout, 46.5, 17.9);
  standLamp(layout, 52.4, 21.4, 1);
  standLamp(layout, 57.4, 23.7);
  standLamp(layout, 47.6, 26.2, 1);
  standLamp(layout, 45.6, 22);
  addPool(layout, 55 * TILE, 24 * TILE, 130, 96, AMBER, 0.3);
  addPool(layout, 49 * TILE, 19 * TILE, 130, 96, AMBER, 0.3);
  putAt(layout, sideTable({ variant: 1 }), 51.7, 17.9);
  putAt(layout, sideTable({ variant: 2 }), 46.5, 20.9);
  putAt(layout, gameTable(), 54.6, 19.6);
  putSeat(layout, pouf({ fabric: 'ochre' }), [53.2, 19.7], { name: 'pouf-9', facing: 'right', table: 'lounge-game' });
  putSeat(layout, pouf({ fabric: 'sage' }), [56.2, 19.7], { name: 'pouf-10', facing: 'left', table: 'lounge-game' });
  putAt(layout, recordPlayer(), 51.9, 26.9);
  putAt(layout, sleepingCat({ fur: 'ochre' }), 49.6, 25.4);
  putAt(layout, magazineRack(), 56.9, 27);
}

function setTreeBench(layout: Layout, ring: Part, index: number): void {
  const middle = (ring.x + ring.w / 2) * TILE;
  const base = (ring.y + ring.h) * TILE - 2;
  const bench = ringBench({ variant: index });
  put(layout, bench, middle, base, { depth: base });
  put(layout, tree({ kind: index ? 'blossom' : 'olive', seed: index + 1, lights: true }), middle, base - 58, {
    depth: base + 1,
    raised: true,
  });
  addPool(layout, middle, base - 110, 120, 90, '#ffb866', 0.6, 0);
  addPool(layout, middle, base - 20, 150, 100, '#ffb45e', 0.55, 0.1);
  bench.sitters?.forEach((spot, k) => {
    const column = Math.floor((middle + spot.dx) / TILE);
    addSeat(layout, spot, middle, base, {
      name: `tree-bench-${index + 1}-${k + 1}`,
      facing: 'down',
      table: `tree-bench-${index + 1}`,
      tile: [column, ring.y + ring.h],
    });
  });
}

function decorateSquare(layout: Layout, parts: readonly Part[]): void {
  parts
    .filter(({ glyph, cells }) => glyph === 'b' && cells.length >= 12)
    .forEach((ring, index) => {
      setTreeBench(layout, ring, index);
    });
  parts
    .filter(({ glyph }) => glyph === 'U')
    .forEach((stall, index) => {
      const base = (stall.y + 1) * TILE - 4;
      const side = index ? -1 : 1;
      const middle = (stall.x + 1.5) * TILE;
      put(layout, marketStall({ variant: index }), middle - side * 14, base);
      put(layout, crates({ variant: index }), middle + side * 40, base + 4);
      addPool(layout, middle, base - 10, 110, 80, WARM, 0.5);
    });
  for (const { x, y, w } of parts.filter(({ glyph }) => glyph === 'N')) {
    const base = (y + 1) * TILE - 6;
    put(layout, noticeBoard({ tiles: w }), (x + w / 2) * TILE, base);
    addPool(layout, (x + w / 2) * TILE, base - 10, 96, 70, WARM, 0.45);
    layout.things.push({
      name: 'board',
      x: x * TILE,
      y: y * TILE,
      w: w * TILE,
      h: TILE,
      properties: { use: 'board', label_fr: 'Panneau', label_en: 'Notice board' },
    });
  }
  putAt(layout, planterBox({ w: 94, variant: 2 }), 44.6, 28.9);
  putAt(layout, planterBox({ w: 62, variant: 0 }), 48.6, 28.9);
  putAt(layout, planterBox({ w: 62, variant: 3 }), 30.4, 29);
  putAt(layout, postBox(), 37.4, 29.9);
  putAt(layout, plant({ kind: 'olive', potColour: 'clay' }), 33.3, 29.9);
  putAt(layout, plant({ kind: 'palm', potColour: 'cream' }), 27.4, 29.9);
  putAt(layout, plant({ kind: 'agave', potColour: 'ochre' }), 53.4, 29.7);
  for (const [column, row] of [
    [34, 35.6],
    [46, 35.6],
  ] as const) {
    const name = `square-bench-${column < 40 ? 1 : 2}`;
    putSeat(layout, plainBench({ tiles: 2 }), [column, row], { name, facing: 'up', table: name });
    putAt(layout, plant({ kind: 'bush', potColour: 'clay' }), column + (column < 40 ? -1.5 : 1.5), row);
  }
}

export function decorateCentre(layout: Layout, parts: readonly Part[]): void {
  decorateCanteen(layout, parts);
  decorateCoffee(layout);
  decorateLounge(layout);
  decorateSquare(layout, parts);
}
