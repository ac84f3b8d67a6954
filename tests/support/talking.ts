// Words of tests about who talks with whom.
import { TILE_PX } from '@comptoir/shared/geometry';
import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import { type Inside, until } from './enterOffice.ts';

const listOf = (person: Inside): readonly ConversationMember[] => person.world.talk.conversation.peek()?.members ?? [];

/** Ids of who is in my conversation as I was told, me too, without listeners; sorted. */
export const circleOf = (person: Inside): string[] =>
  listOf(person)
    .filter(({ role }) => role !== 'listener')
    .map(({ personId }) => personId)
    .toSorted((a, b) => a.localeCompare(b));

export const listenersOf = (person: Inside): string[] =>
  listOf(person)
    .filter(({ role }) => role === 'listener')
    .map(({ personId }) => personId);

/** Have all of them been told of one conversation with exactly these? */
export function talkTogether(...people: readonly Inside[]): boolean {
  const ids = people.map(({ id }) => id).toSorted((a, b) => a.localeCompare(b));
  return people.every((person) => circleOf(person).join() === ids.join());
}

/** Runs to the centre of a tile and stands there. */
export async function standAt(person: Inside, tileX: number, tileY: number): Promise<void> {
  const { arrived } = await person.actions.walkTo({ x: (tileX + 0.5) * TILE_PX, y: (tileY + 0.5) * TILE_PX }, 'run');
  if (!arrived) throw new Error(`no way to ${tileX}, ${tileY}`);
}

/** Side by side from this tile on, and talking. */
export async function meetAt(tileX: number, tileY: number, ...people: readonly Inside[]): Promise<void> {
  await Promise.all(people.map((person, i) => standAt(person, tileX + i, tileY)));
  await until(() => talkTogether(...people), `${people.length} talk`);
}
