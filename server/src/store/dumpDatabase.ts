// All rows of a database as files that either database can be made from, a line of JSON for each row; taken at one moment, while the office runs.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { dialectOf } from './dialect.ts';
import { openAsItIs } from './openDatabase.ts';
import { ourTables } from './ourTables.ts';
import type { DatabasePlace } from './place.ts';
import { migrationsDone, type PortableTable } from './portableTables.ts';
import type { Db } from './tables.ts';

export interface Dumped {
  database: 'sqlite' | 'postgres';
  migrations: string[];
  tables: { name: string; rows: number }[];
}

/** Rows that are in memory at once. */
const AT_ONCE = 1000;

export const fileOfTable = (folder: string, table: string): string => join(folder, `${table}.jsonl`);

/** Bytes are written as `{"base64": "..."}`; everything else is text, a whole number or null. */
const lineOf = (row: object): string =>
  `${JSON.stringify(row, (_key, value) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value))}\n`;

/** @param folder is made. Throws what the database or the disk threw. */
export async function dumpDatabase(place: DatabasePlace, folder: string): Promise<Dumped> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const db = openAsItIs(place);
  try {
    return await db.connection().execute(async (on) => {
      // writers go on meanwhile, and nothing of what they write is seen
      await sql.raw(dialectOf(on) === 'sqlite' ? 'begin deferred' : 'begin isolation level repeatable read, read only').execute(on);
      try {
        const migrations = await migrationsDone(on);
        if (migrations.length === 0) throw new Error('there is no office in it');
        const tables = await ourTables(on, migrations.at(-1));
        const dumped: Dumped = { database: dialectOf(on), migrations, tables: [] };
        for (const table of tables) dumped.tables.push({ name: table.name, rows: await dumpTable(on, table, folder) });
        return dumped;
      } finally {
        await sql`rollback`.execute(on);
      }
    });
  } finally {
    await db.destroy();
  }
}

async function dumpTable(on: Db, table: PortableTable, folder: string): Promise<number> {
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const some of rowsOf(on, table)) {
      rows += some.length;
      yield some.map(lineOf).join('');
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(fileOfTable(folder, table.name), { mode: 0o600, flush: true }));
  return rows;
}

async function* rowsOf(on: Db, { name, columns }: PortableTable): AsyncGenerator<object[]> {
  const select = sql<object>`select ${sql.join(columns.map((column) => sql.ref(column.name)))} from ${sql.table(name)}`;
  if (dialectOf(on) === 'sqlite') {
    // every table has row numbers, and they are in order
    for (let after = -1; ; ) {
      const { rows } = await sql<{
        rowNumber: number;
      }>`select rowid as "rowNumber", ${sql.join(columns.map((column) => sql.ref(column.name)))}
        from ${sql.table(name)} where rowid > ${after} order by rowid limit ${AT_ONCE}`.execute(on);
      if (rows.length === 0) return;
      after = rows.at(-1)?.rowNumber ?? after;
      yield rows.map(({ rowNumber: _, ...row }) => row);
    }
  }
  await sql`declare dumped no scroll cursor for ${select}`.execute(on);
  for (;;) {
    const { rows } = await sql<object>`fetch ${sql.lit(AT_ONCE)} from dumped`.execute(on);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close dumped`.execute(on);
}
