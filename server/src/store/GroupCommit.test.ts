import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GroupCommit } from './GroupCommit.ts';
import { openDatabase } from './openDatabase.ts';
import type { Db } from './tables.ts';

let folder: string;
let db: Db;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comptoir-commit-'));
  db = await openDatabase(join(folder, 'test.db'));
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const insert = (name: string) => (on: Db) => on.insertInto('secrets').values({ name, value: 'x' }).execute();
/** As another process sees it: committed rows only. */
function committed(): number {
  const reader = new DatabaseSync(join(folder, 'test.db'), { readOnly: true });
  const row = reader.prepare('select count(*) as n from secrets').get();
  reader.close();
  return Number(row?.n);
}

test('[R1] writes wait for each other and commit together', async () => {
  const commits = new GroupCommit(db, 60_000);
  const writes = [commits.write(insert('a')), commits.write(insert('b'))];
  expect(committed()).toBe(0);
  await commits.flush();
  await Promise.all(writes);
  expect(committed()).toBe(2);
});

test('[R1] a write answers by itself after the interval, when it is on disk', async () => {
  const commits = new GroupCommit(db, 5);
  await commits.write(insert('a'));
  expect(committed()).toBe(1);
});

test('[R1] one failing write does not take the others along', async () => {
  const commits = new GroupCommit(db, 60_000);
  const results = Promise.allSettled([commits.write(insert('a')), commits.write(insert('a')), commits.write(insert('b'))]);
  await commits.flush();
  expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(committed()).toBe(2);
});

test('[R1] when the commit fails every write of it hears so, and the next batch works', async () => {
  const commits = new GroupCommit(db, 60_000);
  const results = Promise.allSettled([
    commits.write(insert('a')),
    // Ends the transaction under our feet, as a full disk would.
    commits.write((on) => sql`rollback`.execute(on)),
  ]);
  await commits.flush();
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  void commits.write(insert('c'));
  await commits.flush();
  expect(committed()).toBe(1);
});

test('[R1] a question runs after the writes asked before it, also when one of them failed', async () => {
  const commits = new GroupCommit(db, 60_000);
  const failing = expect(commits.write(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  void commits.write(insert('a'));
  const rows = await commits.ask((on) => on.selectFrom('secrets').selectAll().execute());
  expect(rows).toHaveLength(1);
  await failing;
});
