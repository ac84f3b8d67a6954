// Who is being erased: noted before it begins, so that it goes on after a crash, and from every table in one transaction.
import { sql } from 'kysely';
import { dialectOf } from './dialect.ts';
import { type Erased, eraseRows } from './eraseRows.ts';
import { ask, keep } from './verb.ts';

export const erasures = {
  begin: keep(async (db, { erasureId, personId, askedMs }: { erasureId: string; personId: string; askedMs: number }) => {
    const known = await db.selectFrom('erasures').select('erasureId').where('personId', '=', personId).executeTakeFirst();
    if (!known) await db.insertInto('erasures').values({ erasureId, personId, askedMs }).execute();
  }),

  /** personIds that are to be erased, or were left in the middle of it. */
  pending: ask(async (db, _ask: Record<never, never>): Promise<string[]> => {
    const rows = await db.selectFrom('erasures').select('personId').where('personId', 'is not', null).orderBy('askedMs').execute();
    return rows.flatMap(({ personId }) => personId ?? []);
  }),

  /** Guests without a rank whom nobody has seen since then. */
  lapsed: ask(async (db, { beforeMs, limit }: { beforeMs: number; limit: number }): Promise<string[]> => {
    const rows = await db
      .selectFrom('persons')
      .select('personId')
      .where('seenMs', '<', beforeMs)
      .where('rank', '=', 'visitor')
      .where('personId', 'not in', db.selectFrom('accounts').select('personId'))
      .limit(limit)
      .execute();
    return rows.map(({ personId }) => personId);
  }),

  /** From every table but `talks`, whose records are rewritten one by one. */
  erase: keep((db, ask: { personId: string; nowMs: number }): Promise<Erased> => eraseRows(db, ask)),

  /** The record of a talk without them. */
  rewriteTalk: keep(async (db, { talkId, record }: { talkId: string; record: string }) => {
    await db.updateTable('talks').set({ record }).where('talkId', '=', talkId).execute();
  }),

  done: keep(async (db, { personId }: { personId: string }) => {
    await db.updateTable('erasures').set({ personId: null }).where('personId', '=', personId).execute();
  }),

  /**
   * Overwrites what the file still holds of what was deleted: on few pages, where they were divided, deleting alone leaves a copy.
   * The database stands still meanwhile, about 10 ms a megabyte. PostgreSQL does it by itself, in its own time.
   * @returns false: nobody was erased since the last time
   */
  scrub: ask(async (db, _ask: Record<never, never>): Promise<boolean> => {
    const done = await db.selectFrom('erasures').select('erasureId').where('personId', 'is', null).execute();
    if (done.length === 0) return false;
    if (dialectOf(db) === 'sqlite') {
      await sql`vacuum`.execute(db);
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    }
    const ids = done.map(({ erasureId }) => erasureId);
    await db.deleteFrom('erasures').where('erasureId', 'in', ids).execute();
    return true;
  }),

  /** Megabytes of the file; 0: there is none of ours. */
  size: ask(async (db, _ask: Record<never, never>): Promise<number> => {
    if (dialectOf(db) !== 'sqlite') return 0;
    const { rows } = await sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`.execute(
      db,
    );
    return (rows[0]?.bytes ?? 0) / 1_000_000;
  }),
};
