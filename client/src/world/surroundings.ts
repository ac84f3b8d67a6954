// What is around me: the areas I am in and what they do, and the nearest thing, free seat and person within reach.
import { type Point, TILE_PX, UNITS_PER_PX } from '@comptoir/shared/geometry';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { nearestSeat, nearestThing } from '@comptoir/shared/map/reach';
import { tuning } from '@comptoir/shared/tuning';
import type { World } from './World.ts';

/** Is somebody in view seated on it, or am I? */
export function isSeatTaken(world: World, seat: Seat): boolean {
  if (world.own.seat === seat.id) return true;
  for (const avatar of world.avatars.values()) {
    if (!avatar.seated) continue;
    if (Math.floor(avatar.trail.x / TILE_PX) === seat.tileX && Math.floor(avatar.trail.y / TILE_PX) === seat.tileY) return true;
  }
  return false;
}

/** The seat whose tile holds a place, px of the map. */
export function seatAt(world: World, { x, y }: Point): Seat | undefined {
  const tileX = Math.floor(x / TILE_PX);
  const tileY = Math.floor(y / TILE_PX);
  return world.ground.peek().map.seats.find((seat) => seat.tileX === tileX && seat.tileY === tileY);
}

/** On a visit one sits down in its area only. */
function isInMyArea(world: World, { tileX, tileY }: Seat): boolean {
  const only = world.confinedTo.peek();
  const { areas } = world.ground.peek();
  const around = areas.at((tileX + 0.5) * TILE_PX, (tileY + 0.5) * TILE_PX);
  return only === undefined || around.some((index) => areas.areas[index]?.id === only);
}

/** The personId of whoever is nearest within reach and not in my conversation already: whom X would approach. */
function nearestPerson(world: World, feet: Point): string | undefined {
  const mine = world.talk.conversation.peek()?.members;
  let best: string | undefined;
  let bestPx: number = tuning.joinPx;
  for (const avatar of world.avatars.values()) {
    const px = Math.hypot(avatar.trail.x - feet.x, avatar.trail.y - feet.y);
    if (px > bestPx) continue;
    const person = world.personOf(avatar.avatarNumber);
    if (!person?.connected || mine?.some(({ personId, role }) => personId === person.personId && role !== 'listener')) continue;
    best = person.personId;
    bestPx = px;
  }
  return best;
}

/** Writes `world.surroundings` when something in it changed. Call a few times a second. */
export function updateSurroundings(world: World): void {
  const { map, areas } = world.ground.peek();
  const feet = { x: world.own.position.x / UNITS_PER_PX, y: world.own.position.y / UNITS_PER_PX };
  const area = areas.smallest(feet.x, feet.y);
  const areaKey = areas.at(feet.x, feet.y).join();
  const thing = nearestThing(feet, map.things);
  const seat =
    world.own.seat === undefined
      ? nearestSeat(feet, map.seats, (candidate) => isInMyArea(world, candidate) && !isSeatTaken(world, candidate))
      : undefined;
  const person = nearestPerson(world, feet);
  const known = world.surroundings.peek();
  const sameAreas = known.areaKey === areaKey && known.area === area;
  if (sameAreas && known.thing === thing && known.seat === seat && known.person === person) return;
  const traits = sameAreas ? known.traits : areas.traitsAt(feet.x, feet.y);
  world.surroundings.value = { area, areaKey, traits, thing, seat, person };
}
