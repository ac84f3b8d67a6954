// Who stands in a ring, by what the floor shows: names of members go to members only, but everybody sees who stands there.
import type { World } from '../../world/World.ts';

/** personIds of the members in view; of two who are only about to meet, the other one. */
export function inRing(world: World, number: number): string[] {
  const there = [...world.avatars.values()].filter(({ ring }) => ring?.number === number && ring.role !== 'listener');
  const members = there.filter(({ ring }) => ring?.role === 'member');
  return (members.length > 0 ? members : there).flatMap(({ avatarNumber }) => world.personOf(avatarNumber)?.personId ?? []);
}
