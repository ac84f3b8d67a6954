// From "go there" to a path over the floor: what a target means, and which way one walks to it.
import { distance, type Point, TILE_PX, tileCentre, tileOf, toPx, toUnits } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import { findPath, nearestFree } from '@comptoir/shared/map/findPath';
import { freePlaces } from '@comptoir/shared/map/freePlaces';
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Area } from '@comptoir/shared/map/OfficeMap';
import { seatPlace, standingPlaces } from '@comptoir/shared/map/reach';
import { isInAny } from '@comptoir/shared/map/shutGrid';
import { isFree } from '@comptoir/shared/movement';
import type { Target } from '../actions.ts';
import type { World } from '../world/World.ts';

/** Corners to walk along (world units); undefined when there is no way. */
export type Way = Point[] | undefined;

/** The tiles around one. */
const STEPS = [-1, 0, 1]
  .flatMap((right) => [-1, 0, 1].map((down) => [right, down] as const))
  .filter(([right, down]) => right !== 0 || down !== 0);
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

/** Index of the meeting area around a place (world units). */
const roomAt = ({ areas }: Ground, { x, y }: Point): number | undefined =>
  areas.at(toPx(x), toPx(y)).find((index) => areas.areas[index]?.traits.conversation === 'meeting');

/** Beside somebody in a meeting room that I am not in: inside it too, not a step before its edge, where nobody talks with me. */
function wayIntoRoom(world: World, place: Point): Way {
  const ground = world.ground.peek();
  const from = world.own.position;
  const room = roomAt(ground, place);
  if (room === undefined || roomAt(ground, from) === room) return undefined;
  const [x, y] = [tileOf(place.x), tileOf(place.y)];
  const beside = STEPS.map(([right, down]) => ({ tileX: x + right, tileY: y + down }))
    .filter(({ tileX, tileY }) => isFree(world.ownGrid.peek(), tileX, tileY, world.own.rank))
    .map(({ tileX, tileY }) => tileCentre(tileX, tileY))
    .filter((goal) => roomAt(ground, goal) === room);
  return shortest(
    world,
    beside.sort((a, b) => distance(a, from) - distance(b, from)),
  );
}

/** T156: does it lie in a room that is shut to me while a talk is on? `place` of a person, world units. */
export function isShutTarget(world: World, target: Target, place?: Point): boolean {
  const ground = world.ground.peek();
  const shut = world.auditorium.shutRooms.peek();
  const { map } = ground;
  if (shut.length === 0) return false;
  if ('area' in target) return map.areas.some(({ id, name }) => (id === target.area || name === target.area) && shut.includes(id));
  if ('x' in target) return isInAny(ground, target, shut);
  if ('object' in target) {
    const shape = map.things.find(({ id }) => id === target.object)?.shape;
    return shape !== undefined && isInAny(ground, { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 }, shut);
  }
  const seat = 'seat' in target ? map.seats.find(({ id }) => id === target.seat) : undefined;
  const at = seat ? seatPlace(seat) : place;
  return at !== undefined && isInAny(ground, { x: toPx(at.x), y: toPx(at.y) }, shut);
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
  if (!place) return undefined;
  const into = wayIntoRoom(world, place);
  if (into) return into;
  // a person: one stops a step away, not on their feet
  return findPath(grid, from, place, { rank: world.own.rank, extraCost: extraCost(world), withinTiles: 1 });
}
