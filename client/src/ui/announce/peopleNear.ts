// Who is near me: in the same place by the list's digest, or within a few steps on the map.
import { distance } from '@comptoir/shared/geometry';
import type { World } from '../../world/World.ts';

const NEAR_PX = 160;

/** Ids of the people near me now. */
export function peopleNear(world: World): Set<string> {
  const near = new Set<string>();
  const { area } = world.surroundings.peek();
  const place = area ? world.ground.peek().map.areas.indexOf(area) : -1;
  const places = world.areaOfAvatar.peek();
  const mine = world.myId.peek();
  for (const person of world.people.peek().values()) {
    if (person.personId === mine) continue;
    const at = world.avatars.get(person.avatarNumber)?.trail;
    const sameArea = place >= 0 && places.get(person.avatarNumber) === place;
    if (sameArea || (at && distance(at, world.own) <= NEAR_PX)) near.add(person.personId);
  }
  return near;
}
