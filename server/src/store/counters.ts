// What is counted by day: cups of coffee, for one.
import { ask, write } from './verb.ts';

interface Counted {
  office: string;
  /** 2026-11-23, of the office's own calendar. */
  day: string;
  name: string;
}

export const counters = {
  /** The count after adding. */
  add: write(async (db, { by, ...counted }: Counted & { by: number }): Promise<number> => {
    const row = await db
      .insertInto('counters')
      .values({ ...counted, count: by })
      .onConflict((conflict) =>
        conflict.columns(['office', 'day', 'name']).doUpdateSet((set) => ({ count: set('counters.count', '+', by) })),
      )
      .returning('count')
      .executeTakeFirstOrThrow();
    return row.count;
  }),

  count: ask(async (db, { office, day, name }: Counted): Promise<number> => {
    const query = db.selectFrom('counters').select('count').where('office', '=', office).where('day', '=', day).where('name', '=', name);
    return (await query.executeTakeFirst())?.count ?? 0;
  }),
};
