// Who is inside now. It is forgotten as they leave: when and for how long somebody was here is nobody's business.
import type { Tables } from './tables.ts';
import { ask, write } from './verb.ts';

export const visits = {
  arrive: write(async (db, visit: Tables['visits']) => {
    await db
      .insertInto('visits')
      .values(visit)
      .onConflict((conflict) => conflict.column('visitId').doNothing())
      .execute();
  }),

  leave: write(async (db, { visitId }: { visitId: string }) => {
    await db.deleteFrom('visits').where('visitId', '=', visitId).execute();
  }),

  /** As an office opens nobody is inside; after a crash some still seem to be. */
  forgetAll: write(async (db, { office }: { office: string }) => {
    await db.deleteFrom('visits').where('office', '=', office).execute();
  }),

  /** Ids of the offices they are in now. */
  openOf: ask(async (db, { personId }: { personId: string }): Promise<string[]> => {
    const open = db.selectFrom('visits').select('office').distinct().where('personId', '=', personId);
    return (await open.execute()).map(({ office }) => office);
  }),
};
