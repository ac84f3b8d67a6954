// Who has met whom: two who were long enough in one conversation, however often they parted meanwhile.
import { type Apart, areApart } from './reachable.ts';

/** Time spent together, ms, by pair of personIds; a pair that has met is counted no further while both stay. */
export type MetTimes = Map<string, number>;
export type Pair = readonly [string, string];

const BETWEEN = '\n';
/** The same whoever is named first. */
export const pairOf = (one: string, other: string): Pair => (one < other ? [one, other] : [other, one]);
const keyOf = (one: string, other: string): string => pairOf(one, other).join(BETWEEN);

/**
 * These people have talked with one another for `ms` more. Those between whom nothing is heard have not.
 * @returns the pairs that have met by it
 */
export function spendTogether(times: MetTimes, people: readonly string[], apart: Apart, ms: number, enoughMs: number): Pair[] {
  const met: Pair[] = [];
  people.forEach((one, i) => {
    for (const other of people.slice(i + 1)) {
      if (areApart(apart, one, other)) continue;
      const key = keyOf(one, other);
      const before = times.get(key) ?? 0;
      if (before >= enoughMs) continue;
      times.set(key, before + ms);
      if (before + ms >= enoughMs) met.push(pairOf(one, other));
    }
  });
  return met;
}

/** Gone from the office: what they spend together later is counted anew. */
export function forgetTogether(times: MetTimes, personId: string): void {
  for (const key of times.keys()) if (key.split(BETWEEN).includes(personId)) times.delete(key);
}
