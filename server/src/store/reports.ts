// What people reported of others, with its context, until a host has settled it.
import type { Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export type StoredReport = Tables['reports'];

export const reports = {
  file: keep(async (db, report: StoredReport) => {
    await db.insertInto('reports').values(report).execute();
  }),

  /** Not settled yet, the oldest first. `office` absent: of all. */
  open: ask(async (db, { office, limit }: { office?: string; limit: number }): Promise<StoredReport[]> => {
    const all = db.selectFrom('reports').selectAll().where('settledMs', 'is', null);
    const query = office === undefined ? all : all.where('office', '=', office);
    return query.orderBy('atMs').limit(limit).execute();
  }),

  /** @returns undefined when there is no such open report, or it is about `notAbout` */
  settle: keep(
    async (db, { reportId, office, notAbout, settledMs }: { reportId: string; office: string; notAbout: string; settledMs: number }) => {
      const row = await db
        .updateTable('reports')
        .set({ settledMs })
        .where('reportId', '=', reportId)
        .where('office', '=', office)
        .where('aboutId', '!=', notAbout)
        .where('settledMs', 'is', null)
        .returning('aboutName')
        .executeTakeFirst();
      return row?.aboutName;
    },
  ),

  /** Settled or written before then: they hold what people said. */
  prune: write(async (db, { beforeMs }: { beforeMs: number }) => {
    await db
      .deleteFrom('reports')
      .where((is) => is.or([is('settledMs', '<', beforeMs), is('atMs', '<', beforeMs)]))
      .execute();
  }),
};
