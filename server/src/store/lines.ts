// What was said to everybody in an office, as far as it is read again: the latest lines, for as long as the office keeps them.
import type { Tables } from './tables.ts';
import { ask, write } from './verb.ts';

export interface StoredLine extends Omit<Tables['lines'], 'mentions'> {
  mentions: string[];
}

export const lines = {
  /** Those beyond the latest `most` are deleted with it. */
  keep: write(async (db, { line, most }: { line: StoredLine; most: number }) => {
    await db
      .insertInto('lines')
      .values({ ...line, mentions: JSON.stringify(line.mentions) })
      .onConflict((conflict) => conflict.column('lineId').doNothing())
      .execute();
    const latest = db
      .selectFrom('lines')
      .select('lineId')
      .where('office', '=', line.office)
      .orderBy('atMs', 'desc')
      .orderBy('lineId', 'desc')
      .limit(most);
    await db.deleteFrom('lines').where('office', '=', line.office).where('lineId', 'not in', latest).execute();
  }),

  /** The oldest first. */
  of: ask(async (db, { office }: { office: string }): Promise<StoredLine[]> => {
    const rows = await db.selectFrom('lines').selectAll().where('office', '=', office).orderBy('atMs').orderBy('lineId').execute();
    return rows.map((row) => ({ ...row, mentions: JSON.parse(row.mentions) as string[] }));
  }),

  erase: write(async (db, { lineIds }: { lineIds: readonly string[] }) => {
    await db.deleteFrom('lines').where('lineId', 'in', lineIds).execute();
  }),

  /** Of every office, those said before. */
  prune: write(async (db, { beforeMs }: { beforeMs: number }) => {
    await db.deleteFrom('lines').where('atMs', '<', beforeMs).execute();
  }),
};
