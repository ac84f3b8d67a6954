// The heart of the office: the island with the machine on it, usable from both long sides.
import {
  coffeeIsland,
  coffeeMachine,
  cupPyramid,
  cupSign,
  fruitBasket,
  grinder,
  pastryCase,
  steam,
  tipJar,
} from '../furniture/coffeeIsland.ts';
import { plant } from '../furniture/plants.ts';
import type { Layout } from './Layout.ts';
import { addPool, put } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { TILE } from './readPlan.ts';

const LAMP = '#ff8c3c';

export function furnishIsland(layout: Layout, parts: readonly Part[]): void {
  const island = parts.find(({ glyph }) => glyph === 'M' || glyph === 'B');
  if (!island) throw new Error('the plan has no coffee machine');
  const middle = (island.x + island.w / 2) * TILE;
  const half = (island.w * TILE) / 2;
  const base = (island.y + island.h) * TILE - 2;
  put(layout, coffeeIsland(island.w), middle, base, { depth: base });
  const onTop = (sprite: Parameters<typeof put>[1], dx: number, up: number, order = 2) =>
    put(layout, sprite, middle + dx, base - up, { depth: base + order, raised: true });
  // Whoever stands behind the machine is seen through the sign.
  onTop({ ...cupSign(), fades: true }, 0, 66, 1);
  onTop(grinder(), -38, 28);
  onTop(grinder(), 38, 28);
  onTop(coffeeMachine(), 0, 26, 3);
  onTop(pastryCase(), -half + 38, 30);
  onTop(fruitBasket(), -half + 78, 32);
  onTop(cupPyramid(), half - 38, 32);
  onTop(tipJar(), half - 70, 28);
  onTop(plant({ kind: 'bush', potColour: 'cream' }), half - 16, 34);
  onTop(steam(), 0, 48, 4);
  addPool(layout, middle, base - 10, 270, 160, LAMP, 1.05, 0.15);
  addPool(layout, middle, base - 30, 150, 100, '#ffd9b8', 0.7, 0.1);
  layout.things.push({
    name: 'coffee-machine',
    x: island.x * TILE,
    y: island.y * TILE,
    w: island.w * TILE,
    h: island.h * TILE,
    properties: { use: 'coffee', label_fr: 'Machine à café', label_en: 'Coffee machine', steamX: middle, steamY: base - 48 },
  });
}
