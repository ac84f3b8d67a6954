// Points, rectangles and the three length units: pixels of the map, tiles of 32 px, and world units of 1/16 px.

/** Pixels of one office tile; maps with other tile sizes are scaled to it when they are read. */
export const TILE_PX = 32;
/** World units in one pixel: positions are integers of 1/16 px so that every machine computes the same walk. */
export const UNITS_PER_PX = 16;
export const TILE_UNITS = TILE_PX * UNITS_PER_PX;

/** x to the right, y down; the unit is said where a Point is used. */
export interface Point {
  x: number;
  y: number;
}

/** Top-left corner and size; the right and bottom edges are outside. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const toPx = (units: number): number => units / UNITS_PER_PX;
export const toUnits = (px: number): number => Math.round(px * UNITS_PER_PX);
export const tileOf = (units: number): number => Math.floor(units / TILE_UNITS);

/** Centre of a tile, in world units. */
export const tileCentre = (tileX: number, tileY: number): Point => ({
  x: tileX * TILE_UNITS + TILE_UNITS / 2,
  y: tileY * TILE_UNITS + TILE_UNITS / 2,
});

/** Euclidean distance, in the unit of its arguments. */
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export const isInRect = (point: Point, rect: Rect): boolean =>
  point.x >= rect.x && point.y >= rect.y && point.x < rect.x + rect.width && point.y < rect.y + rect.height;

/** Even-odd rule; the polygon is closed by itself. Unit: any, the same for both. */
export function isInPolygon(point: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i];
    const b = polygon[j];
    if (!a || !b) continue;
    if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
