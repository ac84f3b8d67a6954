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

/** An evening pool of light around (x, y). */
export function addPool(layout: Layout, x: number, y: number, rx: number, ry: number, color: string, strength: number, day = 0.2): void {
  layout.lights.push({
    kind: 'lamp',
    shape: 'ellipse',
    x: Math.round(x - rx),
    y: Math.round(y - ry),
    w: rx * 2,
    h: ry * 2,
    color,
    strength,
    day,
  });
}
