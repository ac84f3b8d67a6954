// Brings the tables of a database up to date, or as far as an earlier version had them.
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import { schemaOf } from './portableTables.ts';
import type { Db } from './tables.ts';

/** In the order they run. */
export const namesOfMigrations = (): string[] => Object.keys(migrations).toSorted((one, other) => (one < other ? -1 : 1));

/**
 * @param upTo the name of a migration: no further
 * Throws what the database or a migration threw.
 */
export async function migrate(db: Db, upTo?: string): Promise<void> {
  const migrationTableSchema = await schemaOf(db);
  const provider = { getMigrations: async () => migrations };
  const migrator = new Migrator({ db, provider, ...(migrationTableSchema === undefined ? {} : { migrationTableSchema }) });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error instanceof Error ? error : new Error(String(error));
}
