// What hosts and whoever runs the server did, by whom and when.
import type { Tables } from './tables.ts';
import { ask, write } from './verb.ts';

export type StoredAct = Tables['audit'];
/** By command nobody did it; `target` is a name where `targetIds` says whose. */
export type NewAct = Omit<StoredAct, 'byId' | 'targetIds'> & { byId?: string | undefined; targetIds?: readonly string[] | undefined };

export const audit = {
  add: write(async (db, { byId, targetIds, ...entry }: NewAct) => {
    await db
      .insertInto('audit')
      .values({ ...entry, byId: byId ?? null, targetIds: targetIds ? JSON.stringify(targetIds) : null })
      .execute();
  }),

  /** Of an office, and what was done to all of them; the latest first. */
  of: ask(async (db, { office, limit }: { office: string; limit: number }): Promise<StoredAct[]> => {
    const query = db
      .selectFrom('audit')
      .selectAll()
      .where((is) => is.or([is('office', '=', office), is('office', 'is', null)]));
    return query.orderBy('atMs', 'desc').limit(limit).execute();
  }),

  /** Of all offices; the latest first. */
  latest: ask(async (db, { limit }: { limit: number }): Promise<StoredAct[]> => {
    return db.selectFrom('audit').selectAll().orderBy('atMs', 'desc').limit(limit).execute();
  }),

  prune: write(async (db, { beforeMs }: { beforeMs: number }) => {
    await db.deleteFrom('audit').where('atMs', '<', beforeMs).execute();
  }),
};
