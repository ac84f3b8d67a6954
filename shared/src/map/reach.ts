// What is within reach of the feet, where one stands to use a thing, and where one stands up from a seat.
import type { Point, Rect } from '../geometry.ts';
import { clamp, TILE_PX, tileCentre, toUnits, UNITS_PER_PX } from '../geometry.ts';
import { isFree, type RankLevel, type WalkGrid } from '../movement.ts';
import { tuning } from '../tuning.ts';
import { nearestFree } from './findPath.ts';
import type { Seat, Thing } from './OfficeMap.ts';

/** Distance in px from a point to the nearest edge of a rectangle; 0 inside. */
export const distanceToRect = (point: Point, rect: Rect): number =>
  Math.hypot(point.x - clamp(point.x, rect.x, rect.x + rect.width), point.y - clamp(point.y, rect.y, rect.y + rect.height));

/** What a thing can be used for: the coffee machine pours, a board invites, Echo repeats. */
const USES: readonly string[] = ['coffee', 'board', 'echo'];

/** Things with another use are only places with a name. */
export const isUsable = (thing: Thing): boolean => USES.includes(thing.use);

/** Feet in px. */
export const reachesThing = (feetPx: Point, thing: Thing): boolean => distanceToRect(feetPx, thing.shape) <= tuning.reachPx;

export const seatCentrePx = (seat: Seat): Point => ({ x: (seat.tileX + 0.5) * TILE_PX, y: (seat.tileY + 0.5) * TILE_PX });

export function reachesSeat(feetPx: Point, seat: Seat): boolean {
  const centre = seatCentrePx(seat);
  return Math.hypot(centre.x - feetPx.x, centre.y - feetPx.y) <= tuning.reachPx;
}

/** World units of the place of somebody seated there. */
export const seatPlace = (seat: Seat): Point => tileCentre(seat.tileX, seat.tileY);

/** Where one stands after getting up, world units: the nearest free tile to the seat. The same on client and server. */
export const standUpPlace = (seat: Seat, grid: WalkGrid, rank: RankLevel = 0): Point =>
  nearestFree(grid, seatPlace(seat), rank) ?? seatPlace(seat);

/**
 * Tiles from which a thing can be used, as centres in world units, nearest to `from` (world units) first:
 * free tiles that touch its north or south edge, or its sides when those have none.
 */
export function standingPlaces(thing: Thing, grid: WalkGrid, from: Point): Point[] {
  const left = Math.floor(thing.shape.x / TILE_PX);
  const right = Math.ceil((thing.shape.x + thing.shape.width) / TILE_PX) - 1;
  const top = Math.floor(thing.shape.y / TILE_PX);
  const bottom = Math.ceil((thing.shape.y + thing.shape.height) / TILE_PX) - 1;
  const places: Point[] = [];
  for (const ring of [1, 2]) {
    for (let x = left; x <= right; x++) for (const y of [top - ring, bottom + ring]) if (isFree(grid, x, y)) places.push(tileCentre(x, y));
    for (let y = top; places.length === 0 && y <= bottom; y++)
      for (const x of [left - ring, right + ring]) if (isFree(grid, x, y)) places.push(tileCentre(x, y));
    if (places.length > 0) break;
  }
  const reachable = places.filter((place) => reachesThing({ x: place.x / UNITS_PER_PX, y: place.y / UNITS_PER_PX }, thing));
  return reachable.sort((a, b) => Math.hypot(a.x - from.x, a.y - from.y) - Math.hypot(b.x - from.x, b.y - from.y));
}

/** The usable thing within reach whose edge is nearest. Feet in px. */
export function nearestThing(feetPx: Point, things: readonly Thing[]): Thing | undefined {
  let best: Thing | undefined;
  let bestPx: number = tuning.reachPx;
  for (const thing of things) {
    const px = distanceToRect(feetPx, thing.shape);
    if (px <= bestPx && isUsable(thing)) {
      best = thing;
      bestPx = px;
    }
  }
  return best;
}

/** The seat within reach that is nearest and passes `isTakeable`. Feet in px. */
export function nearestSeat(feetPx: Point, seats: readonly Seat[], isTakeable: (seat: Seat) => boolean): Seat | undefined {
  let best: Seat | undefined;
  let bestPx = tuning.reachPx * 0.8;
  for (const seat of seats) {
    const centre = seatCentrePx(seat);
    const px = Math.hypot(centre.x - feetPx.x, centre.y - feetPx.y);
    if (px <= bestPx && isTakeable(seat)) {
      best = seat;
      bestPx = px;
    }
  }
  return best;
}

export const feetPxOf = (units: Point): Point => ({ x: units.x / UNITS_PER_PX, y: units.y / UNITS_PER_PX });
export const unitsOfPx = (px: Point): Point => ({ x: toUnits(px.x), y: toUnits(px.y) });
