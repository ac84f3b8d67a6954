// The furnished map before it is written down: what is drawn where, who sits where, what glows, what can be used.
import type { Facing, SitterSpot, Sprite } from '../furniture/Sprite.ts';
import { pullFromWall } from './walls.ts';

/** How far behind the base line the back half of a seat is drawn; its front half is drawn at the base line. */
const SEAT_BACK_PX = 14;
const TOP_MARGIN_PX = 2;

export interface Placed {
  sprite: Sprite;
  /** 'front' draws only the rows of the sprite from its cut downwards. */
  part: 'whole' | 'front';
  /** Map pixels of the sprite's origin and base line. */
  x: number;
  base: number;
  /** Drawing order among furniture and people. */
  depth: number;
  castsShadow: boolean;
}

export interface Seat {
  name: string;
  column: number;
  row: number;
  facing: Facing;
  feetX: number;
  feetY: number;
  depth: number;
  clip?: number;
  table?: string;
  desk?: string;
}

export type LightKind = 'lamp' | 'fill' | 'screen' | 'window' | 'emissive';

/** A pool (ellipse around its box's middle) or an evenly lit rectangle, map pixels. */
export interface Light {
  kind: LightKind;
  shape: 'ellipse' | 'rect';
  x: number;
  y: number;
  w: number;
  h: number;
  color: string;
  /** Share of full light added in the evening; `day` is the factor of it by day. */
  strength: number;
  day: number;
}

export interface Thing {
  name: string;
  x: number;
  y: number;
  w: number;
  h: number;
  properties: Record<string, string | number | boolean>;
}

export interface Layout {
  placed: Placed[];
  flats: Placed[];
  seats: Seat[];
  lights: Light[];
  things: Thing[];
  /** Dappled shade on the ground: middle, radius, seed. */
  leafShades: { x: number; y: number; r: number; seed: number }[];
}

export function createLayout(): Layout {
  return { placed: [], flats: [], seats: [], lights: [], things: [], leafShades: [] };
}

export interface PutOptions {
  /** Absolute drawing order instead of the base line. */
  depth?: number;
  /** Stands on something: no shadow on the floor, and not pulled out from behind walls. */
  raised?: true;
}

/** Puts a sprite's origin at x on the base line and returns the base line it got (see `pullFromWall`). */
export function put(layout: Layout, sprite: Sprite, x: number, base: number, options: PutOptions = {}): number {
  const at = Math.round(x);
  const line = Math.round(options.raised || sprite.flat || options.depth !== undefined ? base : pullFromWall(at, base));
  const depth = Math.round(options.depth ?? line);
  const placed = { sprite, x: at, base: line, castsShadow: !options.raised };
  if (sprite.flat) layout.flats.push({ ...placed, part: 'whole', depth: 0 });
  // A cut at the very top means that all of the seat is in front of its sitter.
  else if (sprite.cut === undefined || sprite.cut <= TOP_MARGIN_PX) layout.placed.push({ ...placed, part: 'whole', depth });
  else {
    layout.placed.push({ ...placed, part: 'whole', depth: depth - SEAT_BACK_PX });
    layout.placed.push({ ...placed, part: 'front', depth, castsShadow: false });
  }
  return line;
}

/** `put` in tiles (fractions welcome): the column of the origin, the row of the base line. */
export function putAt(layout: Layout, sprite: Sprite, column: number, row: number, options: PutOptions = {}): number {
  return put(layout, sprite, column * 32, row * 32, options);
}

export interface SeatOptions {
  name: string;
  facing: Facing;
  table?: string | undefined;
  desk?: string | undefined;
  /** The tile walked to, when it is not the one under the feet. */
  tile?: readonly [number, number];
}

/** Adds the seat that a placed sprite offers at one of its spots. */
export function addSeat(layout: Layout, spot: SitterSpot, x: number, base: number, options: SeatOptions): void {
  const feetX = Math.round(x + spot.dx);
  const feetY = Math.round(base + spot.feetDy);
  const [column, row] = options.tile ?? [Math.floor(feetX / 32), Math.floor((feetY - 1) / 32)];
  const seat: Seat = { name: options.name, column, row, facing: options.facing, feetX, feetY, depth: Math.round(base + spot.depthDy) };
  if (spot.clip !== undefined) seat.clip = spot.clip;
  if (options.table) seat.table = options.table;
  if (options.desk) seat.desk = options.desk;
  layout.seats.push(seat);
}

/** Puts down a seat that stands by itself, and whoever sits at `table` there talks together. */
export function putSeat(
  layout: Layout,
  sprite: Sprite,
  [column, row]: readonly [number, number],
  { name, facing, table }: { name: string; facing: Facing; table: string },
): void {
  const base = putAt(layout, sprite, column, row);
  sprite.sitters?.forEach((spot, k) => {
    addSeat(layout, spot, column * 32, base, { name: k ? `${name}-${k + 1}` : name, facing, table });
  });
}

/** The inner faces of the outer walls, px. */
const HOUSE = { x0: 44, x1: 2516, y1: 1172 };

/** An evening pool of light around (x, y). */
export function addPool(layout: Layout, x: number, y: number, rx: number, ry: number, color: string, strength: number, day = 0.2): void {
  const isInside = x > HOUSE.x0 && x < HOUSE.x1 && y < HOUSE.y1;
  // A lamp inside does not light the lawn: its pool is drawn in at the outer walls.
  const left = isInside ? Math.max(x - rx, HOUSE.x0) : x - rx;
  const right = isInside ? Math.min(x + rx, HOUSE.x1) : x + rx;
  const bottom = isInside ? Math.min(y + ry, HOUSE.y1) : y + ry;
  const [px, py] = [Math.round(left), Math.round(y - ry)];
  layout.lights.push({
    kind: 'lamp',
    shape: 'ellipse',
    x: px,
    y: py,
    w: Math.round(right) - px,
    h: Math.round(bottom) - py,
    color,
    strength,
    day,
  });
}
