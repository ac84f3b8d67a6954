import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { dumpDatabase } from './dumpDatabase.ts';
import { dumpProblem, fillDatabase } from './fillDatabase.ts';
import { migrate, namesOfMigrations } from './migrate.ts';
import { openAsItIs } from './openDatabase.ts';
import { type DatabasePlace, placeOf } from './place.ts';
import type { Db } from './tables.ts';
import { createDatabase, onEachDatabase } from './testDatabases.ts';
import { everyRow, fillEveryTable } from './testRows.ts';

const earlier = namesOfMigrations().slice(0, -1);
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-migrations-'));
  folders.push(folder);
  return folder;
}

async function within<T>(place: DatabasePlace, run: (db: Db) => Promise<T>): Promise<T> {
  const db = openAsItIs(place);
  try {
    return await run(db);
  } finally {
    await db.destroy();
  }
}

/** Every table and column that there still is holds what it held. */
function expectKept(before: Awaited<ReturnType<typeof everyRow>>, after: Awaited<ReturnType<typeof everyRow>>, version: string): void {
  for (const [table, rows] of before) {
    const now = after.get(table);
    expect(now, `${version}: the table ${table} is still there`).toHaveLength(rows.length);
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column in (now?.[0] ?? {}));
    expect(columns.length, `${version}: columns of ${table}`).toBeGreaterThan(0);
    const partOf = (row: Record<string, unknown>): string => JSON.stringify(columns.map((column) => row[column]));
    expect(now?.map(partOf).toSorted(), `${version}: ${table}`).toEqual(rows.map(partOf).toSorted());
  }
}

onEachDatabase((under) => {
  // one after the other in one database each: a test for each would open as many stores
  test(`[O64] from each of the ${earlier.length} earlier versions everything that was there is there`, async () => {
    for (const version of earlier) {
      const settings =
        under.kind === 'SQLite' ? { dataDir: freshFolder() } : { dataDir: '', databaseUrl: await createDatabase(inject('postgresUrl')) };
      await within(placeOf(settings), async (db) => {
        await migrate(db, version);
        await fillEveryTable(db, 2);
        const before = await everyRow(db);
        await migrate(db);
        expectKept(before, await everyRow(db), version);
      });
    }
  }, 60_000);

  test('[O65] a backup fills either database with every row of every table, also one of an earlier version', async () => {
    const place = placeOf(under.settings);
    const rows = await within(place, async (db) => {
      await migrate(db);
      await fillEveryTable(db, 3);
      return everyRow(db);
    });
    const [folder, again] = [freshFolder(), freshFolder()];
    const dumped = await dumpDatabase(place, folder);
    expect(dumped.tables.every((table) => table.rows === 3)).toBe(true);
    const places: DatabasePlace[] = [{ file: join(freshFolder(), 'comptoir.db') }];
    if (inject('postgresUrl') !== '') places.push({ url: await createDatabase(inject('postgresUrl')) });
    for (const to of places) {
      await fillDatabase(to, folder, dumped);
      expect(await within(to, everyRow)).toEqual(rows);
    }
    const [to = place] = places;
    expect((await dumpDatabase(to, again)).tables).toEqual(dumped.tables);

    const old: DatabasePlace = { file: join(freshFolder(), 'comptoir.db') };
    const before = await within(old, async (db) => {
      await migrate(db, '0003 bans, blocks, reports, audit');
      await fillEveryTable(db, 2);
      return everyRow(db);
    });
    const oldFolder = freshFolder();
    const oldDump = await dumpDatabase(old, oldFolder);
    const now =
      under.kind === 'SQLite' ? { file: join(freshFolder(), 'comptoir.db') } : { url: await createDatabase(inject('postgresUrl')) };
    await fillDatabase(now, oldFolder, oldDump);
    expectKept(before, await within(now, everyRow), 'restored');
    expect(dumpProblem(oldDump)).toBeUndefined();
    expect(dumpProblem({ migrations: [...dumped.migrations, '9999 from the future'] })).toMatch(/newer version/);
  }, 30_000);

  test('[O65] what is written while a backup is made is not in it, and does not wait for it', async () => {
    const place = placeOf(under.settings);
    const store = await under.open();
    const add = (n: number) => store.blocks.add({ personId: 'ada', blockedId: `b${n}`, atMs: n });
    for (let n = 0; n < 50; n++) await add(n);
    let isDone = false;
    const writing = (async () => {
      let n = 50;
      while (!isDone) await add(n++);
      return n;
    })();
    const folder = freshFolder();
    const dumped = await dumpDatabase(place, folder);
    isDone = true;
    const written = await writing;
    const rows = dumped.tables.find(({ name }) => name === 'blocks')?.rows ?? 0;
    expect(rows).toBeGreaterThanOrEqual(50);
    expect(rows).toBeLessThanOrEqual(written);
    const copy: DatabasePlace = { file: join(freshFolder(), 'comptoir.db') };
    await fillDatabase(copy, folder, dumped);
    const numbers = (await within(copy, (db) => db.selectFrom('blocks').select('atMs').execute())).map(({ atMs }) => atMs);
    // of one moment: no hole in what was written one after the other
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, n) => n));
  });
});
