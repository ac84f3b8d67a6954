// Who is signed in where: at most one account on a device. Of the token in the cookie only the hash is kept.
import { tuning } from '@comptoir/shared/tuning';
import type { ExpressionBuilder } from 'kysely';
import type { Db, Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export type StoredSession = Tables['sessions'];
export type NewSession = Omit<StoredSession, 'previousHash' | 'previousUntilMs' | 'usedMs' | 'rotatedMs'>;

/** An account that is signed in on more devices forgets the one it has not used for longest. */
const SESSIONS_MOST = 50;

/** Whose token it is: the one of now, or the one before while that holds; of sessions that are not over. */
export const isByToken = (tokenHash: string, nowMs: number) => (is: ExpressionBuilder<Tables, 'sessions'>) =>
  is.and([
    is('usedMs', '>', nowMs - tuning.sessionUnusedMs),
    is.or([
      is('tokenHash', '=', tokenHash),
      is.and([is('previousHash', '=', tokenHash), is.or([is('previousUntilMs', 'is', null), is('previousUntilMs', '>', nowMs)])]),
    ]),
  ]);

/** In place of whoever was signed in on this device. */
export async function beginSession(db: Db, session: NewSession): Promise<void> {
  const { accountId, deviceHash, begunMs } = session;
  await db.deleteFrom('sessions').where('deviceHash', '=', deviceHash).execute();
  const all = db.selectFrom('sessions').select('sessionId').where('accountId', '=', accountId).orderBy('usedMs', 'desc');
  const tooMany = (await all.execute()).slice(SESSIONS_MOST - 1).map(({ sessionId }) => sessionId);
  if (tooMany.length > 0) await db.deleteFrom('sessions').where('sessionId', 'in', tooMany).execute();
  await db
    .insertInto('sessions')
    .values({ ...session, previousHash: null, previousUntilMs: null, usedMs: begunMs, rotatedMs: begunMs })
    .execute();
}

export const sessions = {
  begin: keep((db, session: NewSession) => beginSession(db, session)),

  /** By the token of a cookie; accounts/sessions.ts says whether it still holds. */
  byToken: ask(
    async (db, { tokenHash, nowMs }: { tokenHash: string; nowMs: number }): Promise<(StoredSession & { personId: string }) | undefined> => {
      return db
        .selectFrom('sessions')
        .innerJoin('accounts', 'accounts.accountId', 'sessions.accountId')
        .selectAll('sessions')
        .select('accounts.personId')
        .where(isByToken(tokenHash, nowMs))
        .executeTakeFirst();
    },
  ),

  /** Writes what accounts/sessions.ts decided, unless another request has renewed it meanwhile. @returns whether it did */
  renew: keep(
    async (db, { sessionId, before, ...changes }: { sessionId: string; before: string } & Partial<StoredSession>): Promise<boolean> => {
      const mine = db.updateTable('sessions').set(changes).where('sessionId', '=', sessionId).where('tokenHash', '=', before);
      return (await mine.returning('sessionId').executeTakeFirst()) !== undefined;
    },
  ),

  /** @returns whether there was one */
  end: keep(async (db, { accountId, sessionId }: { accountId: string; sessionId: string }): Promise<boolean> => {
    const one = db.deleteFrom('sessions').where('accountId', '=', accountId).where('sessionId', '=', sessionId);
    return (await one.returning('sessionId').executeTakeFirst()) !== undefined;
  }),

  endAll: keep(async (db, { accountId, but }: { accountId: string; but?: string }) => {
    const all = db.deleteFrom('sessions').where('accountId', '=', accountId);
    await (but === undefined ? all : all.where('sessionId', '!=', but)).execute();
  }),

  /** P81: those that nobody used since. */
  prune: write(async (db, { usedBeforeMs }: { usedBeforeMs: number }) => {
    await db.deleteFrom('sessions').where('usedMs', '<', usedBeforeMs).execute();
  }),
};
