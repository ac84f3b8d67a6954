// What an aggregate can be asked to do, as data that the worker runs and the outside calls.
import type { Db } from './tables.ts';

/**
 * write: nobody waits for it; committed within a fifth of a second, and held while the database does not work.
 * keep: somebody is told that it was done; on the disk for good within a few milliseconds, or refused.
 * ask: sees every write asked for before it.
 */
export type Kind = 'write' | 'keep' | 'ask';

export interface Verb<Ask, Answer> {
  kind: Kind;
  run(db: Db, ask: Ask): Promise<Answer>;
}

export const write = <Ask, Answer>(run: Verb<Ask, Answer>['run']): Verb<Ask, Answer> => ({ kind: 'write', run });
export const keep = <Ask, Answer>(run: Verb<Ask, Answer>['run']): Verb<Ask, Answer> => ({ kind: 'keep', run });
export const ask = <Ask, Answer>(run: Verb<Ask, Answer>['run']): Verb<Ask, Answer> => ({ kind: 'ask', run });
