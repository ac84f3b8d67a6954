// What the map needs to know about a drawn object, and the one function that makes such objects.
import type { Surface } from '../pixels/Surface.ts';

/** Where somebody who sits looks. */
export type Facing = 'up' | 'down' | 'left' | 'right';

/** Pixels relative to (origin x, base line) of the sprite: (dx, dy) is the TOP LEFT of the box, also for an ellipse. */
export interface Footprint {
  shape: 'rect' | 'ellipse';
  dx: number;
  dy: number;
  w: number;
  h: number;
}

/** Pixels relative to (origin x, base line); (dx, dy) is the top left. */
export interface SolidBox {
  dx: number;
  dy: number;
  w: number;
  h: number;
}

/** Where a sitter is drawn, relative to (origin x, base line): feet point, draw order, and the avatar row below which nothing shows. */
export interface SitterSpot {
  dx: number;
  feetDy: number;
  /** Absolute depth of the sitter = base line + this. The back half of a cut seat has base - 14, the front half base. */
  depthDy: number;
  clip?: number;
}

export interface Sprite {
  /** Unique, kebab-case, with every variant in it: two sprites of one name are the same picture. */
  name: string;
  /** Outline included; 2 px of margin around the drawing. */
  surface: Surface;
  /** The surface pixel that is put at (x, base line) on the map. The origin is the middle of the drawing. */
  originX: number;
  baseY: number;
  shadows: Footprint[];
  /** Emissive boxes in surface pixels: screens, lamps, windows. Lit in the evening. */
  glows: { x: number; y: number; w: number; h: number }[];
  /** Rugs and mats: under everything, no depth. */
  flat?: true;
  /** Seats: surface rows >= cut are drawn again IN FRONT of the sitter. */
  cut?: number;
  /** Crowns, parasols, pendants: the game fades them when a person is behind. */
  fades?: true;
  /** Leaves and crowns: rows at the foot of the surface that stand still while the rest moves in the wind. */
  sway?: number;
  /** Animation frames of one size; the first equals `surface`. */
  frames?: Surface[];
  frameMs?: number;
  /** What stops feet. None: one can walk over or under it. */
  solid?: SolidBox[];
  sitters?: SitterSpot[];
}
