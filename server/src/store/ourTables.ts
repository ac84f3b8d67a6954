// Which tables are ours: a PostgreSQL may hold those of other programs beside them.
import { migrate } from './migrate.ts';
import { IN_MEMORY, openSqlite } from './openSqlite.ts';
import { type PortableTable, portableTables } from './portableTables.ts';
import type { Db } from './tables.ts';

/** @param upTo the migration that the database is at; undefined: the latest */
export async function ourTables(db: Db, upTo: string | undefined): Promise<PortableTable[]> {
  const model = openSqlite(IN_MEMORY);
  try {
    await migrate(model, upTo);
    const ours = new Set((await portableTables(model)).map(({ name }) => name));
    return (await portableTables(db)).filter(({ name }) => ours.has(name));
  } finally {
    await model.destroy();
  }
}
