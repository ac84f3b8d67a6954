// People by the place they are in, nearest to me first: the order of the people panel and of the list view.
import type { Availability } from '@comptoir/shared/people';
import type { Person } from '../../world/World.ts';

export interface PeopleAtPlace {
  /** Index in map.areas; undefined: nobody knows (the digest has not come) or between places. */
  place: number | undefined;
  people: readonly Person[];
}

const OPENNESS: Record<Availability, number> = { available: 0, focused: 1, doNotDisturb: 2, away: 3 };

/**
 * Everybody but me, by place: my place first, then in the order of the map, those whose place is unknown last.
 * Within a place who can be talked to comes first, then by name; whose connection is lost last.
 * @param placeOf avatarNumber -> index in map.areas
 */
export function arrangePeople(
  people: Iterable<Person>,
  myId: string | undefined,
  myPlace: number | undefined,
  placeOf: ReadonlyMap<number, number>,
  language: string,
): PeopleAtPlace[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const byPlace = new Map<number | undefined, Person[]>();
  for (const person of people) {
    if (person.personId === myId) continue;
    const place = placeOf.get(person.avatarNumber);
    const there = byPlace.get(place);
    if (there) there.push(person);
    else byPlace.set(place, [person]);
  }
  const rank = (place: number | undefined): number => {
    if (place === undefined) return Number.POSITIVE_INFINITY;
    return place === myPlace ? -1 : place;
  };
  const openness = (person: Person): number => (person.connected ? OPENNESS[person.availability] : 9);
  return [...byPlace.entries()]
    .sort(([a], [b]) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
    .map(([place, there]) => ({ place, people: there.sort((a, b) => openness(a) - openness(b) || collator.compare(a.name, b.name)) }));
}
