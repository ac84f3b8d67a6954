// All that the store can be asked, by aggregate.
import { counters } from './counters.ts';
import { lines } from './lines.ts';
import { persons } from './persons.ts';
import { positions } from './positions.ts';
import { secrets } from './secrets.ts';
import type { Verb } from './verb.ts';
import { visits } from './visits.ts';

export const aggregates = { persons, positions, visits, counters, secrets, lines };
export type Aggregates = typeof aggregates;

/** The same names as functions that answer later. */
export type Outside = {
  [A in keyof Aggregates]: {
    [N in keyof Aggregates[A]]: Aggregates[A][N] extends Verb<infer Ask, infer Answer> ? (ask: Ask) => Promise<Answer> : never;
  };
};
