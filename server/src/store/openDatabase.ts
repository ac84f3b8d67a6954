// The database, brought up to date; what is wrong with it is a sentence for whoever starts the server or a command.
import { Migrator } from 'kysely/migration';
import { StartProblem } from '../ops/StartProblem.ts';
import { openingSentence } from './faults.ts';
import { migrations } from './migrations.ts';
import { openPostgres } from './openPostgres.ts';
import { openSqlite } from './openSqlite.ts';
import type { DatabasePlace } from './place.ts';
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

/** As it is, older or empty. Throws what it threw. */
export const openAsItIs = (place: DatabasePlace): Db => ('file' in place ? openSqlite(place.file) : openPostgres(place.url));

/** Throws a StartProblem. */
export async function openDatabase(place: DatabasePlace): Promise<Db> {
  let db: Db | undefined;
  try {
    db = openAsItIs(place);
    await migrate(db);
    return db;
  } catch (reason) {
    await db?.destroy().catch(() => undefined);
    throw new StartProblem(openingSentence(place, reason));
  }
}
