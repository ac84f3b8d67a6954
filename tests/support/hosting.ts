// Words of tests about what hosts do.
import type { Rank } from '@comptoir/shared/people';
import type { Inside } from './enterOffice.ts';
import type { OfficeUnderTest } from './useOffice.ts';

/** Somebody inside who has this rank from now on. */
export async function enterAs(office: OfficeUnderTest, name: string, rank: Rank): Promise<Inside> {
  const person = await office.enter(name);
  const room = office.open.room();
  await room.parts.store.persons.setRank({ personId: person.id, rank });
  room.rankChanged(person.id, rank);
  return person;
}

/** What the book says, the latest first: act, target and details. */
export async function actsOf(host: Inside): Promise<string[]> {
  const answer = await host.connection.request('audit', {});
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.list.map(({ by, act, target, details }) => [by, act, target, details].filter((part) => part !== '').join(' · '));
}
