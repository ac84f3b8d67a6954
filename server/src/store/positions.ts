// Where everybody last was, so that a restart puts them back.
import { ask, write } from './verb.ts';

export interface StoredPosition {
  personId: string;
  office: string;
  /** World units (1/16 px). */
  x: number;
  y: number;
  direction: number;
  seat: string | undefined;
  /** Index into AVAILABILITIES. */
  availability: number;
  atMs: number;
}

/** Few sizes of statement, each prepared once. */
const SIZES = [64, 8, 1] as const;

export const positions = {
  of: ask(async (db, { personId, office }: { personId: string; office: string }): Promise<StoredPosition | undefined> => {
    const query = db.selectFrom('positions').selectAll().where('personId', '=', personId).where('office', '=', office);
    const row = await query.executeTakeFirst();
    return row && { ...row, seat: row.seat ?? undefined };
  }),

  save: write(async (db, rows: StoredPosition[]) => {
    let from = 0;
    while (from < rows.length) {
      const size = SIZES.find((candidate) => candidate <= rows.length - from) ?? 1;
      const values = rows.slice(from, from + size).map((row) => ({ ...row, seat: row.seat ?? null }));
      from += size;
      await db
        .insertInto('positions')
        .values(values)
        .onConflict((conflict) =>
          conflict.columns(['personId', 'office']).doUpdateSet((set) => ({
            x: set.ref('excluded.x'),
            y: set.ref('excluded.y'),
            direction: set.ref('excluded.direction'),
            seat: set.ref('excluded.seat'),
            availability: set.ref('excluded.availability'),
            atMs: set.ref('excluded.atMs'),
          })),
        )
        .execute();
    }
  }),
};
