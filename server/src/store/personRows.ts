// Rows that name somebody among others: ids in lists of JSON, in names of channels, in facts.
import type { Db, Tables } from './tables.ts';

export const findAccount = (db: Db, personId: string): Promise<Tables['accounts'] | undefined> =>
  db.selectFrom('accounts').selectAll().where('personId', '=', personId).executeTakeFirst();

const isIn = (value: unknown, id: string): boolean => typeof value === 'string' && value.includes(id);

/** Those that have this id somewhere in one of these columns. Ids are random: nothing else looks like one. */
export async function namedRows<T extends keyof Tables>(
  db: Db,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  id: string,
): Promise<Tables[T][]> {
  const query = db.selectFrom(table as 'audit').selectAll();
  const rows = await query.where((is) => is.or(columns.map((column) => is(column as 'target', 'like', `%${id}%`)))).execute();
  // an id may hold what is a joker to the database
  return (rows as unknown as Tables[T][]).filter((row) => columns.some((column) => isIn(row[column], id)));
}
