import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GroupCommit } from './GroupCommit.ts';
import { openDatabase } from './openDatabase.ts';
import { placeOf } from './place.ts';
import type { Db } from './tables.ts';
import { onEachDatabase } from './testDatabases.ts';

const NEVER = { writeMs: 60_000, keepMs: 60_000 };
const insert = (name: string) => (on: Db) => on.insertInto('secrets').values({ name, value: 'x' }).execute();
const names = async (on: Db): Promise<string[]> => (await on.selectFrom('secrets').select('name').execute()).map(({ name }) => name);

onEachDatabase((under) => {
  let db: Db;
  /** As another process sees it: committed rows only. */
  let beside: Db;
  beforeEach(async () => {
    db = await openDatabase(placeOf(under.settings));
    beside = await openDatabase(placeOf(under.settings));
  });
  afterEach(() => Promise.all([db.destroy(), beside.destroy()]));

  test('[R1] writes wait for each other and commit together', async () => {
    const commits = new GroupCommit(db, NEVER);
    const writes = [commits.write(insert('a')), commits.keep(insert('b')), commits.write(insert('c'))];
    expect(await names(beside)).toEqual([]);
    await commits.flush();
    await Promise.all(writes);
    expect(await names(beside)).toEqual(['a', 'b', 'c']);
  });

  test('[O61] who is told that it was done is told when it is on the disk for good, within milliseconds', async () => {
    const commits = new GroupCommit(db, { writeMs: 60_000, keepMs: 4 });
    const levels: unknown[] = [];
    const noteLevel = async (on: Db) => {
      const { rows } = await sql`${sql.raw(under.kind === 'SQLite' ? 'pragma synchronous' : 'show synchronous_commit')}`.execute(on);
      levels.push(Object.values(rows[0] ?? {})[0]);
    };
    const before = commits.write(insert('a'));
    await commits.keep(noteLevel);
    // what was asked before it is kept with it
    await before;
    expect(await names(beside)).toEqual(['a']);
    void commits.write(noteLevel);
    await commits.flush();
    expect(levels).toEqual(under.kind === 'SQLite' ? [2, 1] : ['on', 'on']);
  });

  test('[R1] one failing write does not take the others along, and leaves nothing of itself', async () => {
    const commits = new GroupCommit(db, NEVER);
    const half = async (on: Db) => {
      await insert('half')(on);
      await insert('a')(on);
    };
    const results = Promise.allSettled([commits.write(insert('a')), commits.write(half), commits.keep(insert('b'))]);
    await commits.flush();
    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await names(beside)).toEqual(['a', 'b']);
  });

  test('[R1] everything runs in the order asked: a question sees the writes before it, also when one of them failed, and none after it', async () => {
    const commits = new GroupCommit(db, NEVER);
    const failing = expect(commits.write(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    void commits.write(insert('a'));
    const asked = commits.ask(names);
    const later = commits.write(insert('b'));
    expect(await asked).toEqual(['a']);
    await commits.flush();
    await Promise.all([failing, later]);
    expect(await commits.ask(names)).toEqual(['a', 'b']);
  });
});
