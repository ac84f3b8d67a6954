// What an aggregate can be asked to do, as data that the worker runs and the outside calls.
import type { Db } from './tables.ts';

export interface Verb<Ask, Answer> {
  /** Writes wait for the next group commit; asks run at once and see every write asked for before them. */
  kind: 'write' | 'ask';
  run(db: Db, ask: Ask): Promise<Answer>;
}

export const write = <Ask, Answer>(run: Verb<Ask, Answer>['run']): Verb<Ask, Answer> => ({ kind: 'write', run });
export const ask = <Ask, Answer>(run: Verb<Ask, Answer>['run']): Verb<Ask, Answer> => ({ kind: 'ask', run });
