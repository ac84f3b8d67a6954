// From "go there" to a path over the floor: what a target means, and which way one walks to it.
import { distance, type Point, TILE_PX, toPx, toUnits } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import { findPath, nearestFree } from '@comptoir/shared/map/findPath';
import { freePlaces } from '@comptoir/shared/map/freePlaces';
import type { Area } from '@comptoir/shared/map/OfficeMap';
import { seatPlace, standingPlaces } from '@comptoir/shared/map/reach';
import { isFree } from '@comptoir/shared/movement';
import type { Target } from '../actions.ts';
import type { World } from '../world/World.ts';

/** Corners to walk along (world units); undefined when there is no way. */
export type Way = Point[] | undefined;

const CROWDED_COST = 30;
/** Over a sofa only when there is no other way. */
const SEAT_COST = 40;

/** Tiles where others stand, and seats, cost more: one walks around them, and through them when there is no other way. */
function extraCost(world: World): (tileX: number, tileY: number) => number {
  const { widthTiles, seats } = world.ground.peek().map;
  const costs = new Map<number, number>();
  for (const { tileX, tileY } of seats) costs.set(tileY * widthTiles + tileX, SEAT_COST);
  for (const { trail, seated } of world.avatars.values())
    if (!seated) costs.set(Math.floor(trail.y / TILE_PX) * widthTiles + Math.floor(trail.x / TILE_PX), CROWDED_COST);
  return (x, y) => costs.get(y * widthTiles + x) ?? 0;
}

const lengthOf = (from: Point, way: readonly Point[]): number => {
  let length = 0;
  let at = from;
  for (const corner of way) {
    length += distance(corner, at);
    at = corner;
  }
  return length;
};

function shortest(world: World, goals: readonly Point[]): Way {
  const from = world.own.position;
  const grid = world.ownGrid.peek();
  const options = { rank: world.own.rank, extraCost: extraCost(world) };
  let best: Way;
  for (const goal of goals.slice(0, 4)) {
    const way = findPath(grid, from, goal, options);
    if (way && (!best || lengthOf(from, way) < lengthOf(from, best))) best = way;
  }
  return best;
}

/** Free places of an area, its middle first; those of smaller areas inside it only when it has no others. World units. */
function areaGoals(world: World, area: Area): Point[] {
  const { map, areas } = world.ground.peek();
  const grid = world.ownGrid.peek();
  const places = freePlaces(area.shape, grid, world.own.rank);
  const own = places.filter((place) => areas.smallest(toPx(place.x), toPx(place.y)) === area);
  const box = boundsOf(area.shape, map.widthTiles);
  const middle = { x: toUnits(box.x + box.width / 2), y: toUnits(box.y + box.height / 2) };
  return (own.length > 0 ? own : places).sort((a, b) => distance(a, middle) - distance(b, middle));
}

/** A way to a target whose place is known here; a person out of view must be asked for first (`place`, world units). */
export function findWay(world: World, target: Target, place?: Point): Way {
  const { map } = world.ground.peek();
  const grid = world.ownGrid.peek();
  const from = world.own.position;
  if ('x' in target) {
    const goal = nearestFree(grid, { x: toUnits(target.x), y: toUnits(target.y) }, world.own.rank);
    return goal && shortest(world, [goal]);
  }
  if ('area' in target) {
    const area = map.areas.find((candidate) => candidate.name === target.area || candidate.id === target.area);
    return area && shortest(world, areaGoals(world, area));
  }
  if ('object' in target) {
    const thing = map.things.find((candidate) => candidate.id === target.object);
    return thing && shortest(world, standingPlaces(thing, grid, from));
  }
  if ('seat' in target) {
    const seat = map.seats.find((candidate) => candidate.id === target.seat);
    return (
      seat &&
      findPath(grid, from, seatPlace(seat), {
        rank: world.own.rank,
        extraCost: extraCost(world),
        withinTiles: isFree(grid, seat.tileX, seat.tileY) ? 0 : 1,
      })
    );
  }
  // a person: one stops a step away, not on their feet
  return place && findPath(grid, from, place, { rank: world.own.rank, extraCost: extraCost(world), withinTiles: 1 });
}
