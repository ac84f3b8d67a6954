// Who came when and left when.
import type { Db, Tables } from './tables.ts';
import { ask, write } from './verb.ts';

type Visit = Omit<Tables['visits'], 'leftMs'> & { leftMs?: number | undefined };

export const visits = {
  arrive: write(async (db, visit: Omit<Visit, 'leftMs'>) => {
    await db
      .insertInto('visits')
      .values({ ...visit, leftMs: null })
      .onConflict((conflict) => conflict.column('visitId').doNothing())
      .execute();
  }),

  leave: write(async (db, { visitId, leftMs }: { visitId: string; leftMs: number }) => {
    await db.updateTable('visits').set({ leftMs }).where('visitId', '=', visitId).where('leftMs', 'is', null).execute();
  }),

  /** Ids of the offices they are in now. */
  openOf: ask(async (db, { personId }: { personId: string }): Promise<string[]> => {
    const open = db.selectFrom('visits').select('office').distinct().where('personId', '=', personId).where('leftMs', 'is', null);
    return (await open.execute()).map(({ office }) => office);
  }),

  /** Those that began at or after `fromMs`, the latest first. */
  since: ask(async (db, { office, fromMs }: { office: string; fromMs: number }): Promise<Visit[]> => {
    const query = db.selectFrom('visits').selectAll().where('office', '=', office).where('arrivedMs', '>=', fromMs);
    const rows = await query.orderBy('arrivedMs', 'desc').execute();
    return rows.map((row) => ({ ...row, leftMs: row.leftMs ?? undefined }));
  }),
};

/** After a crash: visits nobody ended, ended when the person was last seen to move. */
export async function endOpenVisits(db: Db): Promise<void> {
  await db
    .updateTable('visits')
    .set((set) => ({
      leftMs: set.fn.coalesce(
        set
          .selectFrom('positions')
          .select('positions.atMs')
          .whereRef('positions.personId', '=', 'visits.personId')
          .whereRef('positions.office', '=', 'visits.office')
          .whereRef('positions.atMs', '>=', 'visits.arrivedMs'),
        'visits.arrivedMs',
      ),
    }))
    .where('leftMs', 'is', null)
    .execute();
}
