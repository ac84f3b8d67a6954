// All that the door of an office has to know about somebody who stands before it, asked at once.
import type { Rank } from '@comptoir/shared/people';
import { type Comer, findBan, type StoredBan } from './bans.ts';
import { findPass, type StoredPass } from './passes.ts';
import { persons } from './persons.ts';
import { ask } from './verb.ts';

export interface Standing {
  rank: Rank;
  ban: StoredBan | undefined;
  /** Also one that is over. */
  pass: StoredPass | undefined;
}

export const standings = {
  of: ask(async (db, { office, ...who }: Comer & { personId: string; office: string }): Promise<Standing> => {
    const { personId } = who;
    const rank = (await persons.find.run(db, { personId }))?.rank ?? 'visitor';
    // a shared network that was shut out never shuts out those who can open again
    const isHost = rank === 'host' || rank === 'admin';
    const ban = await findBan(db, isHost ? { ...who, address: undefined } : who);
    return { rank, ban, pass: await findPass(db, { personId, office }) };
  }),
};
