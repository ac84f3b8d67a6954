// What is under a point of the map: a person, a seat, a thing to use, or the floor.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { isInRect, TILE_PX } from '@comptoir/shared/geometry';
import type { OfficeMap, Seat, Thing } from '@comptoir/shared/map/OfficeMap';

/** Somebody drawn on the map; feet in px. */
export interface Standing {
  personId: string;
  x: number;
  y: number;
  headTop: number;
}

export type Picked =
  | { kind: 'person'; personId: string }
  | { kind: 'seat'; seat: Seat }
  | { kind: 'thing'; thing: Thing }
  | { kind: 'floor'; x: number; y: number };

const HALF_BODY_PX = 13;

const bodyOf = ({ x, y, headTop }: Standing): Rect => ({
  x: x - HALF_BODY_PX,
  y: y - headTop - 2,
  width: 2 * HALF_BODY_PX,
  height: headTop + 6,
});

/** A seat is picked on its tile or on the sitter's lap, which is drawn elsewhere. */
function isOnSeat(point: Point, seat: Seat): boolean {
  const tile = { x: seat.tileX * TILE_PX, y: seat.tileY * TILE_PX, width: TILE_PX, height: TILE_PX };
  const lap = { x: seat.feetX - 14, y: seat.feetY - 26, width: 28, height: 28 };
  return isInRect(point, tile) || isInRect(point, lap);
}

/** @param others everybody else in view; whoever stands in front is picked first */
export function pick(point: Point, map: OfficeMap, others: readonly Standing[]): Picked {
  const person = others.filter((standing) => isInRect(point, bodyOf(standing))).sort((a, b) => b.y - a.y)[0];
  if (person) return { kind: 'person', personId: person.personId };
  const thing = map.things.find(({ shape }) => isInRect(point, shape));
  if (thing) return { kind: 'thing', thing };
  const seats = map.seats.filter((seat) => isOnSeat(point, seat));
  const near = (seat: Seat): number => Math.hypot(seat.feetX - point.x, seat.feetY - 14 - point.y);
  const seat = seats.sort((a, b) => near(a) - near(b))[0];
  return seat ? { kind: 'seat', seat } : { kind: 'floor', x: point.x, y: point.y };
}
