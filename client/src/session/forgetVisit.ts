// Whoever has left sees the office from outside: nobody in it is theirs to see, and nothing that was said.
import type { World } from '../world/World.ts';
import { forgetTalk } from './takeTalk.ts';

export function forgetVisit(world: World): void {
  world.myId.value = undefined;
  world.avatars.clear();
  forgetTalk(world, true);
  world.people.value = new Map();
}
