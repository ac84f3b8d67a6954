// A database made from the files of dumpDatabase, of this version or an older one, on whichever of the two databases.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { type Dumped, fileOfTable } from './dumpDatabase.ts';
import { migrate, namesOfMigrations } from './migrate.ts';
import { openAsItIs } from './openDatabase.ts';
import { ourTables } from './ourTables.ts';
import type { DatabasePlace } from './place.ts';
import { migrationsDone, portableTables } from './portableTables.ts';
import type { Db } from './tables.ts';
import { transactOn } from './transact.ts';

/** Both take some ten thousand values in one statement. */
const VALUES_AT_ONCE = 8000;

/** Why a dump cannot be read by this version, in one sentence; undefined when it can. */
export function dumpProblem({ migrations: done }: Pick<Dumped, 'migrations'>): string | undefined {
  const known = namesOfMigrations();
  const isOurs = done.length > 0 && done.every((name, n) => name === known[n]);
  return isOurs ? undefined : 'This backup was made by a newer version of Comptoir: restore it with that version, or a later one.';
}

function revive(_key: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string';
  return isBytes ? Buffer.from(String(value.base64), 'base64') : value;
}

/**
 * @param place an empty database
 * Throws what the database threw, or an Error when not every row arrived; what is there then is to be thrown away.
 */
export async function fillDatabase(place: DatabasePlace, folder: string, dumped: Dumped): Promise<void> {
  const db = openAsItIs(place);
  try {
    await migrate(db, dumped.migrations.at(-1));
    await transactOn(db)(true, async (on) => {
      const known = new Map((await portableTables(on)).map((table) => [table.name, table]));
      for (const { name, rows } of dumped.tables) {
        const table = known.get(name);
        if (!table) throw new Error(`the backup holds a table "${name}" that its version does not have`);
        const filled = await fillTable(on, name, table.columns.length, fileOfTable(folder, name));
        if (filled !== rows) throw new Error(`the backup should hold ${rows} rows of "${name}", but holds ${filled}`);
      }
    });
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

async function fillTable(on: Db, name: string, columns: number, file: string): Promise<number> {
  const most = Math.max(1, Math.floor(VALUES_AT_ONCE / columns));
  let count = 0;
  let waiting: Record<string, unknown>[] = [];
  const insert = async (): Promise<void> => {
    const [first] = waiting;
    if (!first) return;
    const names = Object.keys(first);
    const rows = waiting.map((row) => sql`(${sql.join(names.map((column) => row[column] ?? null))})`);
    await sql`insert into ${sql.table(name)} (${sql.join(names.map((column) => sql.ref(column)))}) values ${sql.join(rows)}`.execute(on);
    count += waiting.length;
    waiting = [];
  };
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue;
    waiting.push(JSON.parse(line, revive) as Record<string, unknown>);
    if (waiting.length >= most) await insert();
  }
  await insert();
  return count;
}

/** Has anybody put anything into it? */
export async function isEmptyDatabase(place: DatabasePlace): Promise<boolean> {
  const db = openAsItIs(place);
  try {
    return (await migrationsDone(db)).length === 0 && (await ourTables(db, undefined)).length === 0;
  } finally {
    await db.destroy();
  }
}
