// The terrace before the house: parasols and candles, strings of lights, the cart, bicycles nearby.

import { candle, lightPole, stringLights } from '../furniture/lamps.ts';
import { parasol } from '../furniture/outdoorSeats.ts';
import { planterBox } from '../furniture/planterBox.ts';
import { bicycle, bicycleStand, coffeeCart } from '../furniture/street.ts';
import { putOn } from './decor.ts';
import type { Layout } from './Layout.ts';
import { addPool, put, putAt } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { TILE } from './readPlan.ts';

export function decorateTerrace(layout: Layout, parts: readonly Part[]): void {
  const fabrics = ['ochre', 'sage', 'clay', 'sage'] as const;
  parts
    .filter(({ glyph, place }) => glyph === 't' && place === 'terrace')
    .forEach((table, index) => {
      const x = (table.x + table.w / 2) * TILE;
      const base = (table.y + 1) * TILE + 2;
      if (index % 3 !== 1) put(layout, parasol({ fabric: fabrics[index] ?? 'sage' }), x, base - 16);
      putOn(layout, candle(), x + 12, base - 16, base);
      addPool(layout, x, base - 14, 90, 64, '#ffa64a', 0.6, 0);
    });
  for (const [from, to] of [
    [23, 37],
    [43, 57],
  ] as const) {
    const span = ((to - from) / 2) * TILE;
    for (let k = 0; k <= 2; k++) putAt(layout, lightPole(), from + ((to - from) * k) / 2, 38.35);
    for (let k = 0; k < 2; k++) {
      const middle = from * TILE + span * (k + 0.5);
      put(layout, stringLights({ w: Math.round(span), sag: 14 }), middle, 38.35 * TILE - 43, { depth: 38.4 * TILE, raised: true });
      for (const dx of [-64, 0, 64]) addPool(layout, middle + dx, 38.3 * TILE, 84, 58, '#ffb060', 0.3, 0);
    }
  }
  putAt(layout, coffeeCart(), 29.5, 41.6);
  for (const [column, variant] of [
    [24, 2],
    [26.4, 1],
    [35.5, 0],
    [47, 1],
    [50.5, 2],
    [55, 0],
  ] as const)
    putAt(layout, planterBox({ w: 62, variant }), column, 41.95);
  putAt(layout, bicycleStand(), 65.6, 39.9);
  for (const [column, row, fabric] of [
    [64.6, 39.7, 'teal'],
    [65.7, 39.9, 'ochre'],
    [66.8, 39.7, 'plum'],
  ] as const)
    putAt(layout, bicycle({ fabric }), column, row);
}
