// Persons and the devices they belong to. There is no row for a device: it exists by its persons.
import type { Rank } from '@comptoir/shared/people';
import { RANKS } from '@comptoir/shared/people';
import type { Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export interface StoredPerson {
  personId: string;
  /** hashDevice of ops/identity.ts; undefined for somebody without cookies. */
  deviceHash: string | undefined;
  name: string;
  trade: string;
  appearance: string;
  rank: Rank;
  seenMs: number;
}

function asPerson(row: Tables['persons']): StoredPerson {
  const { personId, deviceHash, name, trade, appearance, seenMs } = row;
  const rank = RANKS.find((known) => known === row.rank) ?? 'visitor';
  return { personId, deviceHash: deviceHash ?? undefined, name, trade, appearance, rank, seenMs };
}

export const persons = {
  /** P82: whoever this device can be: its guests, and who is signed in on it. `all`: also who has an account and is not. The last seen first. */
  ofDevice: ask(async (db, { deviceHash, limit, all }: { deviceHash: string; limit: number; all?: true }) => {
    const here = db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.accountId', 'sessions.accountId')
      .select('accounts.personId')
      .where('sessions.deviceHash', '=', deviceHash);
    const withAccount = db.selectFrom('accounts').select('personId');
    const query = db
      .selectFrom('persons')
      .selectAll()
      .where((is) => {
        const own = is('deviceHash', '=', deviceHash);
        return is.or([all ? own : is.and([own, is('personId', 'not in', withAccount)]), is('personId', 'in', here)]);
      });
    const rows = await query.orderBy('seenMs', 'desc').limit(limit).execute();
    return rows.map(asPerson);
  }),

  find: ask(async (db, { personId }: { personId: string }) => {
    const row = await db.selectFrom('persons').selectAll().where('personId', '=', personId).executeTakeFirst();
    return row && asPerson(row);
  }),

  /** Who they say they are now. A known person keeps device and rank. */
  save: keep(async (db, { deviceHash, seenMs, rank, ...profile }: Omit<StoredPerson, 'rank'> & { rank?: Rank }) => {
    await db
      .insertInto('persons')
      .values({ ...profile, deviceHash: deviceHash ?? null, rank: rank ?? 'visitor', createdMs: seenMs, seenMs })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet({ ...profile, seenMs }))
      .execute();
  }),

  setRank: keep(async (db, { personId, rank }: { personId: string; rank: Rank }) => {
    await db.updateTable('persons').set({ rank }).where('personId', '=', personId).execute();
  }),

  /** Gives a rank, unless they have it or a higher one. */
  raise: keep(async (db, { personId, rank }: { personId: string; rank: Rank }) => {
    const lower = RANKS.slice(0, RANKS.indexOf(rank));
    if (lower.length === 0) return;
    await db.updateTable('persons').set({ rank }).where('personId', '=', personId).where('rank', 'in', lower).execute();
  }),

  /** By this name, Latin letters in whatever case; the last seen first. */
  byName: ask(async (db, { name, limit }: { name: string; limit: number }) => {
    const query = db
      .selectFrom('persons')
      .selectAll()
      .where((is) => is.or([is('name', '=', name), is(is.fn('lower', ['name']), '=', name.toLowerCase())]));
    const rows = await query.orderBy('seenMs', 'desc').limit(limit).execute();
    return rows.map(asPerson);
  }),

  /** Is there anybody who may run an office? */
  hasHost: ask(async (db, _ask: Record<never, never>): Promise<boolean> => {
    const query = db.selectFrom('persons').select('personId').where('rank', 'in', ['host', 'admin']);
    return (await query.limit(1).executeTakeFirst()) !== undefined;
  }),
};
