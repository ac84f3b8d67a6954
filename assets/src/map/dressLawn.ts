// Small things that make a lawn a garden: bushes, stones, tufts, and the animals of house and garden.

import { butterfly, sparrow } from '../furniture/animals.ts';
import { bush } from '../furniture/garden.ts';
import { beehives, birdBath, fallenLeaves, grassTuft, mushrooms, rock } from '../furniture/gardenThings.ts';
import { rng } from '../pixels/random.ts';
import type { Layout } from './Layout.ts';
import { putAt } from './Layout.ts';
import { glyphAt, TILE } from './readPlan.ts';

/** Bushes where the lawn is widest, away from paths and seats. */
function scatterBushes(layout: Layout): void {
  const random = rng(8);
  for (let k = 0; k < 60; k++) {
    const column = Math.floor(2 + random() * 76);
    const row = Math.floor(42 + random() * 12);
    const isOpen = [-1, 0, 1].every((dy) => [-1, 0, 1].every((dx) => glyphAt(column + dx, row + dy) === '"'));
    const isPicnic = column >= 33 && column <= 37 && row >= 44 && row <= 47;
    if (isOpen && !isPicnic) putAt(layout, bush({ seed: (k % 4) + 1, colour: k % 3 ? 'leaf' : 'olive' }), column + 0.5, row + 0.8);
  }
}

function setStones(layout: Layout): void {
  putAt(layout, birdBath(), 44.6, 48.6);
  putAt(layout, beehives(), 71.4, 50.6);
  for (const [column, row, variant] of [
    [11.4, 44.9, 0],
    [30.4, 50.2, 1],
    [46.2, 46.3, 1],
    [60.2, 50.4, 0],
    [70.6, 46.8, 1],
    [2.6, 51, 0],
    [77.2, 43.4, 1],
  ] as const)
    putAt(layout, rock({ variant }), column, row);
  for (const [column, row, seed] of [
    [34.2, 45.7, 0],
    [12.6, 54.2, 1],
    [47, 51, 2],
    [65.6, 54.3, 0],
    [17, 41.2, 1],
    [61.4, 41.4, 2],
  ] as const)
    putAt(layout, fallenLeaves({ seed }), column, row);
  for (const [column, row] of [
    [31.4, 51],
    [45.2, 47.4],
    [13.4, 41.3],
  ] as const)
    putAt(layout, mushrooms(), column, row);
  const random = rng(21);
  for (let k = 0; k < 90; k++) {
    const [column, row] = [1.5 + random() * 77, 38.6 + random() * 16];
    const glyph = glyphAt(Math.floor(column), Math.floor(row));
    const isTerrace = row < 42.2 && column > 21.5 && column < 58.5;
    if (glyph === '"' && !isTerrace) putAt(layout, grassTuft({ seed: k % 4 }), column, row);
  }
}

function letAnimalsIn(layout: Layout): void {
  for (const [column, row, facing] of [
    [40.8, 28.9, 'right'],
    [41.5, 29.2, 'left'],
    [47.2, 32.8, 'right'],
    [33.6, 31.6, 'left'],
    [33, 31.9, 'right'],
    [27, 40.7, 'right'],
    [49.6, 40.9, 'left'],
    [31.4, 45.4, 'right'],
    [60.4, 46.6, 'left'],
  ] as const) {
    putAt(layout, sparrow({ facing }), column, row);
  }
  for (const [column, row, colour] of [
    [17.4, 44.2, 'gold'],
    [47.9, 42.4, 'cream'],
    [64.4, 47.5, 'plum'],
  ] as const) {
    putAt(layout, butterfly({ colour }), column, row, { depth: row * TILE + 30 });
  }
}

export function dressLawn(layout: Layout): void {
  scatterBushes(layout);
  setStones(layout);
  letAnimalsIn(layout);
}
