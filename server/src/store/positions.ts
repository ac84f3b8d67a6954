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

/** SQLite takes 32,766 values in one statement. */
const ROWS_AT_ONCE = 500;

export const positions = {
  of: ask(async (db, { personId, office }: { personId: string; office: string }): Promise<StoredPosition | undefined> => {
    const query = db.selectFrom('positions').selectAll().where('personId', '=', personId).where('office', '=', office);
    const row = await query.executeTakeFirst();
    return row && { ...row, seat: row.seat ?? undefined };
  }),

  save: write(async (db, rows: StoredPosition[]) => {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const values = rows.slice(from, from + ROWS_AT_ONCE).map((row) => ({ ...row, seat: row.seat ?? null }));
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
