import { type Availability, DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import { expect, test } from 'vitest';
import type { Person } from '../../world/World.ts';
import { arrangePeople } from './arrangePeople.ts';

const person = (name: string, avatarNumber: number, availability: Availability = 'available', connected = true): Person => ({
  personId: name,
  name,
  trade: '',
  appearance: DEFAULT_APPEARANCE,
  availability,
  rank: 'visitor',
  avatarNumber,
  connected,
});

const order = (people: Person[], places: [number, number][], myPlace?: number): [number | undefined, string[]][] =>
  arrangePeople(people, 'me', myPlace, new Map(places), 'fr').map(({ place, people: there }) => [place, there.map(({ name }) => name)]);

test('[L2] my place first, then the order of the map, the unknown last; I am not in my own list', () => {
  const people = [person('a', 1), person('b', 2), person('c', 3), person('d', 4), person('me', 5)];
  const places: [number, number][] = [
    [1, 0],
    [2, 7],
    [3, 3],
    [5, 3],
  ];
  expect(order(people, places, 3)).toEqual([
    [3, ['c']],
    [0, ['a']],
    [7, ['b']],
    [undefined, ['d']],
  ]);
});

test('[L2] in a place: who can be talked to first, the disconnected last, names as the language sorts them', () => {
  const people = [
    person('Zoé', 1),
    person('éric', 2),
    person('Ada', 3, 'doNotDisturb'),
    person('Bo', 4, 'away'),
    person('Cy', 5, 'focused'),
    person('Abel', 6, 'available', false),
    person('Person 10', 7),
    person('Person 9', 8),
  ];
  expect(order(people, [])).toEqual([[undefined, ['éric', 'Person 9', 'Person 10', 'Zoé', 'Cy', 'Ada', 'Bo', 'Abel']]]);
});

test('[L2] alone: nothing to show', () => {
  expect(order([person('me', 1)], [])).toEqual([]);
});
