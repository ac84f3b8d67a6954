// What somebody is called, here or not.
import type { World } from '../../../world/World.ts';

/** Undefined when nobody remembers it. */
export function nameOf(world: World, personId: string): string | undefined {
  const { people, talk } = world;
  const here = people.value.get(personId) ?? talk.kept.people.value.get(personId);
  if (here) return here.name;
  for (const lines of talk.lines.value.values()) {
    const line = lines.findLast(({ from }) => from === personId);
    if (line) return line.name;
  }
  return undefined;
}
