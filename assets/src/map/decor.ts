// Small pieces that every place uses to become a place: rugs, lamps with their pool of light, things on walls.
import type { Fabric } from '../furniture/chairs.ts';
import { floorLamp, pendant } from '../furniture/lamps.ts';
import type { RugColour } from '../furniture/rugs.ts';
import { rug } from '../furniture/rugs.ts';
import type { Sprite } from '../furniture/Sprite.ts';
import { AMBER, WARM } from './furnishTables.ts';
import type { Layout } from './Layout.ts';
import { addPool, put } from './Layout.ts';
import { WALL_BASE_PX } from './placeWalls.ts';
import { TILE } from './readPlan.ts';

/** A rug over the tiles [x0, x1) x [y0, y1); fractions welcome. */
export function layRug(
  layout: Layout,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  colour: RugColour,
  pattern: 'diamonds' | 'stripes' | 'frames' = 'diamonds',
): void {
  const w = Math.round((x1 - x0) * TILE);
  const h = Math.round((y1 - y0) * TILE);
  put(layout, rug({ w, h, colour, pattern }), ((x0 + x1) / 2) * TILE, Math.round(y1 * TILE));
}

/** A standing lamp and its light. */
export function standLamp(layout: Layout, column: number, row: number, variant = 0): void {
  const x = column * TILE;
  const base = put(layout, floorLamp({ variant }), x, row * TILE);
  addPool(layout, x, base - 14, 108, 80, AMBER, 0.7);
}

export interface HangOptions {
  fabric?: Fabric;
  shape?: 'cone' | 'dome' | 'globe';
  /** Middle and size of the pool on the table below, px; none when the table has its own. */
  pool?: { y: number; rx: number; ry: number; strength: number };
}

/** A lamp from the ceiling, its shade's lower edge at (x, base) px. It hangs in front of everything near. */
export function hangLamp(layout: Layout, x: number, base: number, { fabric = 'ochre', shape = 'cone', pool }: HangOptions = {}): void {
  put(layout, pendant({ fabric, shape }), x, base, { depth: base + 76, raised: true });
  if (pool) addPool(layout, x, pool.y, pool.rx, pool.ry, WARM, pool.strength);
}

/** Hangs something on the face of the wall in `row`, its lower edge `up` px above the wall's foot. */
export function hangOnWall(layout: Layout, sprite: Sprite, column: number, row: number, up: number): void {
  const foot = row * TILE + WALL_BASE_PX;
  put(layout, sprite, column * TILE, foot - up, { depth: foot + 1, raised: true });
}

/** Puts something on furniture: drawn just in front of the furniture's own base line (px). */
export function putOn(layout: Layout, sprite: Sprite, x: number, base: number, furnitureBase: number): void {
  put(layout, sprite, x, base, { depth: furnitureBase + 1, raised: true });
}
