// Who is not let in, by person, device or address, on this whole server.
import type { Db, Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export type StoredBan = Tables['bans'];

export interface Comer {
  personId?: string | undefined;
  /** hashDevice of ops/identity.ts */
  deviceHash?: string | undefined;
  /** addressKey of http/rateLimits.ts */
  address?: string | undefined;
  nowMs: number;
}

const MARKS = ['personId', 'deviceHash', 'address'] as const;

/** Of several the one that lasts longest. */
export async function findBan(db: Db, { nowMs, ...marks }: Comer): Promise<StoredBan | undefined> {
  const known = MARKS.flatMap((mark) => (marks[mark] === undefined ? [] : [{ mark, value: marks[mark] }]));
  if (known.length === 0) return undefined;
  const query = db
    .selectFrom('bans')
    .selectAll()
    .where((is) => is.or(known.map(({ mark, value }) => is(mark, '=', value))))
    .where((is) => is.or([is('untilMs', 'is', null), is('untilMs', '>', nowMs)]))
    .orderBy((is) => is('untilMs', 'is', null), 'desc')
    .orderBy('untilMs', 'desc');
  return await query.limit(1).executeTakeFirst();
}

export const bans = {
  add: keep(async (db, ban: StoredBan) => {
    await db.insertInto('bans').values(ban).execute();
  }),

  matching: ask(findBan),

  /** All that still hold, the latest first. */
  list: ask(async (db, { nowMs }: { nowMs: number }): Promise<StoredBan[]> => {
    const query = db
      .selectFrom('bans')
      .selectAll()
      .where((is) => is.or([is('untilMs', 'is', null), is('untilMs', '>', nowMs)]));
    return await query.orderBy('createdMs', 'desc').orderBy('banId').execute();
  }),

  /** What was lifted; undefined when there is no such ban. */
  lift: keep(async (db, { banId }: { banId: string }): Promise<StoredBan | undefined> => {
    return await db.deleteFrom('bans').where('banId', '=', banId).returningAll().executeTakeFirst();
  }),
};
