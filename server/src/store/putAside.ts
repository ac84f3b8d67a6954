// Before another database takes its place: is it in use, and all of it out of the way without losing any.
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { openAsItIs } from './openDatabase.ts';
import { APPLICATION } from './openPostgres.ts';
import { ourTables } from './ourTables.ts';
import type { DatabasePlace } from './place.ts';
import { migrationsDone, type PortableTable, schemaOf } from './portableTables.ts';
import type { Db } from './tables.ts';

/** Does a server or a command have it open? Of SQLite: the file is there. */
export async function isInUse(place: DatabasePlace): Promise<boolean> {
  if ('url' in place) {
    return withDb(place, async (db) => {
      const { rows } = await sql`select 1 from pg_stat_activity
        where datname = current_database() and application_name = ${APPLICATION} and pid <> pg_backend_pid()`.execute(db);
      return rows.length > 0;
    });
  }
  const file = new DatabaseSync(place.file, { timeout: 0 });
  try {
    // only whoever is alone with it may leave the mode in which several write
    file.exec('pragma journal_mode = delete');
    return false;
  } catch (err) {
    return err instanceof Error && /locked/.test(err.message);
  } finally {
    file.close();
  }
}

/** All tables of a PostgreSQL into a schema of this name; `undone` has them back. */
export async function putTablesAside(place: { url: string }, schema: string): Promise<{ undo(): Promise<void> }> {
  const here = await withDb(place, async (db) => {
    const name = (await schemaOf(db)) ?? '';
    const ours = await ourTables(db, (await migrationsDone(db)).at(-1));
    await moveTables(db, ours, name, schema);
    return { name, ours };
  });
  return {
    undo: () =>
      withDb(place, async (db) => {
        const failed = `${schema}_failed`;
        await moveTables(db, await ourTables(db, undefined), here.name, failed);
        await moveTables(db, here.ours, schema, here.name);
        for (const name of [failed, schema]) await sql`drop schema ${sql.id(name)} cascade`.execute(db);
      }),
  };
}

async function moveTables(db: Db, tables: readonly PortableTable[], from: string, to: string): Promise<void> {
  await db.transaction().execute(async (on) => {
    await sql`create schema if not exists ${sql.id(to)}`.execute(on);
    for (const name of [...tables.map(({ name }) => name), 'kysely_migration', 'kysely_migration_lock'])
      await sql`alter table if exists ${sql.id(from, name)} set schema ${sql.id(to)}`.execute(on);
  });
}

async function withDb<T>(place: DatabasePlace, run: (db: Db) => Promise<T>): Promise<T> {
  const db = openAsItIs(place);
  try {
    return await run(db);
  } finally {
    await db.destroy();
  }
}
