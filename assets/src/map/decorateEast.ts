// The lounge behind the auditorium, where people stay after a talk.
import { piano } from '../furniture/lounge.ts';
import { planterBox } from '../furniture/planterBox.ts';
import { plant } from '../furniture/plants.ts';
import { roundRug } from '../furniture/rugs.ts';
import { lowShelf } from '../furniture/shelves.ts';
import { sideTable } from '../furniture/tables.ts';
import { hangLamp, layRug, standLamp } from './decor.ts';
import { AMBER, WARM } from './furnishTables.ts';
import type { Layout } from './Layout.ts';
import { addPool, put, putAt } from './Layout.ts';
import { TILE } from './readPlan.ts';

export function decorateEast(layout: Layout): void {
  put(layout, roundRug({ r: 66, colour: 'sage' }), 63 * TILE, 31 * TILE);
  layRug(layout, [66.4, 29.2, 73, 32.9], 'ochre', 'diamonds');
  layRug(layout, [59.6, 33.6, 65.3, 35.3], 'teal', 'stripes');
  layRug(layout, [72.2, 33.7, 77.4, 35.4], 'plum', 'frames');
  hangLamp(layout, 63 * TILE, 28.2 * TILE, { fabric: 'ochre', pool: { y: 30 * TILE, rx: 124, ry: 90, strength: 0.6 } });
  for (const [column, row] of [
    [74.5, 29.8],
    [76.5, 32.8],
  ] as const)
    addPool(layout, column * TILE, row * TILE, 96, 70, WARM, 0.4);
  addPool(layout, 70 * TILE, 31 * TILE, 150, 110, AMBER, 0.35);
  putAt(layout, piano(), 66.1, 34.9);
  putAt(layout, plant({ kind: 'fern', potColour: 'teal' }), 67.6, 34.9);
  putAt(layout, lowShelf({ w: 62, seed: 27 }), 70.6, 35.3);
  putAt(layout, sideTable({ variant: 0 }), 72.3, 32.9);
  putAt(layout, planterBox({ w: 62, variant: 0 }), 70.2, 28.8);
  putAt(layout, plant({ kind: 'palm', potColour: 'ochre' }), 77.3, 31);
  standLamp(layout, 66.7, 29.9);
  standLamp(layout, 72.4, 30.2, 1);
  standLamp(layout, 59.5, 32.6);
  standLamp(layout, 65.6, 33, 1);
  standLamp(layout, 72.1, 35.3);
}
