// All that the door of an office has to know about somebody who stands before it, asked at once.
import type { Rank } from '@comptoir/shared/people';
import { type Comer, findBan, type StoredBan } from './bans.ts';
import { owedCharter } from './house.ts';
import { findPass, type StoredPass } from './passes.ts';
import { persons } from './persons.ts';
import { isByToken } from './sessions.ts';
import type { Db } from './tables.ts';
import { ask } from './verb.ts';

export interface Standing {
  rank: Rank;
  ban: StoredBan | undefined;
  /** Also one that is over. */
  pass: StoredPass | undefined;
  /** P82: they have an account that is not signed in on this device, or not by the session that was shown. */
  isSignedOut: boolean;
  /** P140: the version of the charter that they have not accepted; undefined: none. */
  charter: string | undefined;
}

interface Who extends Comer {
  personId: string;
  office: string;
  /** hashToken of the session's cookie, null: none; undefined: it was looked at before, that the device is signed in is enough. */
  sessionHash?: string | null | undefined;
}

export const standings = {
  of: ask(async (db, { office, sessionHash, ...who }: Who): Promise<Standing> => {
    const { personId } = who;
    const rank = (await persons.find.run(db, { personId }))?.rank ?? 'visitor';
    // a shared network that was shut out never shuts out those who can open again
    const isHost = rank === 'host' || rank === 'admin';
    const ban = await findBan(db, isHost ? { ...who, address: undefined } : who);
    const isSignedOut = await isOut(db, { ...who, sessionHash });
    return { rank, ban, pass: await findPass(db, { personId, office }), isSignedOut, charter: await owedCharter(db, personId) };
  }),
};

async function isOut(db: Db, { personId, deviceHash, sessionHash, nowMs }: Omit<Who, 'office'>): Promise<boolean> {
  const account = await db.selectFrom('accounts').select('accountId').where('personId', '=', personId).executeTakeFirst();
  if (!account) return false;
  if (deviceHash === undefined || sessionHash === null) return true;
  const mine = db
    .selectFrom('sessions')
    .select('sessionId')
    .where('accountId', '=', account.accountId)
    .where('deviceHash', '=', deviceHash);
  const shown = sessionHash === undefined ? mine : mine.where(isByToken(sessionHash, nowMs));
  return (await shown.executeTakeFirst()) === undefined;
}
