// What is around me: the areas I am in and what they do, and the nearest thing and free seat within reach.
import { TILE_PX, UNITS_PER_PX } from '@comptoir/shared/geometry';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { nearestSeat, nearestThing } from '@comptoir/shared/map/reach';
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

/** Writes `world.surroundings` when something in it changed. Call a few times a second. */
export function updateSurroundings(world: World): void {
  const { map, areas } = world.ground.peek();
  const feet = { x: world.own.position.x / UNITS_PER_PX, y: world.own.position.y / UNITS_PER_PX };
  const area = areas.smallest(feet.x, feet.y);
  const areaKey = areas.at(feet.x, feet.y).join();
  const thing = nearestThing(feet, map.things);
  const seat = world.own.seat === undefined ? nearestSeat(feet, map.seats, (candidate) => !isSeatTaken(world, candidate)) : undefined;
  const known = world.surroundings.peek();
  if (known.areaKey === areaKey && known.area === area && known.thing === thing && known.seat === seat) return;
  const traits = known.areaKey === areaKey && known.area === area ? known.traits : areas.traitsAt(feet.x, feet.y);
  world.surroundings.value = { area, areaKey, traits, thing, seat };
}
