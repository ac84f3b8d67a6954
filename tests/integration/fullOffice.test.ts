// An office for two: it fills, refuses, and never splits.
import { matchMaker } from '@colyseus/core';
import { expect, it } from 'vitest';
import { tryToEnter, until } from '../support/enterOffice.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ OFFICE_CAPACITY: '2' });

it('[O10] the third is refused with "full", and there is still one office', async () => {
  const ada = await office.enter('Ada');
  const bob = await office.enter('Bob');
  expect(await tryToEnter(office.open.url, { name: 'Cem' })).toEqual({ refused: 'full' });
  expect(office.ids()).toEqual([ada.id, bob.id]);
  expect(await matchMaker.query({})).toHaveLength(1);
  const facts = (await (await fetch(`${office.open.url}/api/offices/office`)).json()) as { people: number; capacity: number };
  expect(facts).toMatchObject({ people: 2, capacity: 2 });
});

it('[O10] who has a place comes back into a full office', async () => {
  const ada = await office.enter('Ada');
  const bob = await office.enter('Bob');
  const again = await office.enter('Ada', { ticket: ada.ticket });
  expect(again.id).toBe(ada.id);
  expect(office.ids()).toEqual([ada.id, bob.id]);
  expect(bob.connection.phase.peek()).toBe('online');
});

it('[O10] when one leaves, the next may come', async () => {
  const ada = await office.enter('Ada');
  await office.enter('Bob');
  expect(await tryToEnter(office.open.url, { name: 'Cem' })).toEqual({ refused: 'full' });
  ada.leave();
  await until(() => office.ids().length === 1, 'there is room for one');
  const cem = await office.enter('Cem');
  expect(office.ids()).toContain(cem.id);
});

it('[O10] ten who come at the same moment do not make it three', async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => tryToEnter(office.open.url, { name: `Crowd ${n}` })));
  const inside = outcomes.flatMap((outcome) => ('refused' in outcome ? [] : [outcome]));
  expect(inside).toHaveLength(2);
  expect(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'full')).toHaveLength(8);
  expect(office.ids()).toHaveLength(2);
  for (const person of inside) person.leave();
});
