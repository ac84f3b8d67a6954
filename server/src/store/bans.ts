// Who is not let in, by person, device or address, on this whole server.
import { type BanMark, emailMark, marksOfAccount, openIdMark } from './banMarks.ts';
import type { Db, Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export type StoredBan = Tables['bans'];

export interface Comer {
  personId?: string | undefined;
  /** hashDevice of ops/identity.ts */
  deviceHash?: string | undefined;
  /** addressKey of http/rateLimits.ts */
  address?: string | undefined;
  /** Of the account that they want to have. */
  email?: string | undefined;
  openId?: { issuer: string; subject: string } | undefined;
  nowMs: number;
}

/** With the other devices that it reaches. */
export type BanWithDevices = StoredBan & { devices: string[] };

const MARKS = ['personId', 'deviceHash', 'address'] as const;

/** Of several the one that lasts longest. */
export async function findBan(db: Db, { nowMs, email, openId, ...marks }: Comer): Promise<StoredBan | undefined> {
  const known = MARKS.flatMap((mark) => (marks[mark] === undefined ? [] : [{ mark, value: marks[mark] }]));
  const also: Omit<BanMark, 'banId'>[] = [
    ...(marks.deviceHash === undefined ? [] : [{ kind: 'device', value: marks.deviceHash }]),
    ...(email === undefined ? [] : [{ kind: 'email', value: emailMark(email) }]),
    ...(openId === undefined ? [] : [{ kind: 'openId', value: openIdMark(openId) }]),
  ];
  if (known.length + also.length === 0) return undefined;
  const marked = db
    .selectFrom('banMarks')
    .select('banId')
    .where((is) => is.or(also.map(({ kind, value }) => is.and([is('kind', '=', kind), is('value', '=', value)]))));
  const query = db
    .selectFrom('bans')
    .selectAll()
    .where((is) =>
      is.or([...known.map(({ mark, value }) => is(mark, '=', value)), ...(also.length === 0 ? [] : [is('banId', 'in', marked)])]),
    )
    .where((is) => is.or([is('untilMs', 'is', null), is('untilMs', '>', nowMs)]))
    .orderBy((is) => is('untilMs', 'is', null), 'desc')
    .orderBy('untilMs', 'desc');
  return await query.limit(1).executeTakeFirst();
}

export const bans = {
  add: keep(async (db, { byId = null, ...ban }: Omit<StoredBan, 'byId'> & { byId?: string | null }) => {
    await db
      .insertInto('bans')
      .values({ ...ban, byId })
      .execute();
    const also = ban.personId === null ? [] : await marksOfAccount(db, ban.banId, ban.personId);
    if (also.length > 0) await db.insertInto('banMarks').values(also).execute();
  }),

  matching: ask(findBan),

  /** All that still hold, the latest first. */
  list: ask(async (db, { nowMs }: { nowMs: number }): Promise<BanWithDevices[]> => {
    const query = db
      .selectFrom('bans')
      .selectAll()
      .where((is) => is.or([is('untilMs', 'is', null), is('untilMs', '>', nowMs)]));
    const rows = await query.orderBy('createdMs', 'desc').orderBy('banId').execute();
    const marks = await db.selectFrom('banMarks').select(['banId', 'value']).where('kind', '=', 'device').execute();
    const devices = Map.groupBy(marks, ({ banId }) => banId);
    return rows.map((row) => ({ ...row, devices: (devices.get(row.banId) ?? []).map(({ value }) => value) }));
  }),

  /** Of those that are over nothing is kept. */
  prune: write(async (db, { nowMs }: { nowMs: number }) => {
    const over = db.selectFrom('bans').select('banId').where('untilMs', '<=', nowMs);
    await db.deleteFrom('banMarks').where('banId', 'in', over).execute();
    await db.deleteFrom('bans').where('untilMs', '<=', nowMs).execute();
  }),

  /** What was lifted; undefined when there is no such ban. */
  lift: keep(async (db, { banId }: { banId: string }): Promise<StoredBan | undefined> => {
    await db.deleteFrom('banMarks').where('banId', '=', banId).execute();
    return await db.deleteFrom('bans').where('banId', '=', banId).returningAll().executeTakeFirst();
  }),
};
