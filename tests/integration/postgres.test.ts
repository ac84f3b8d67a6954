// The store on a PostgreSQL that is not there, is wrong, or goes away while the office runs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDatabase } from '@comptoir/server/commands/doctor/checkDatabase';
import { createLog } from '@comptoir/server/ops/log';
import { createMetrics } from '@comptoir/server/ops/metrics';
import { openStore, type Store } from '@comptoir/server/store/openStore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../support/enterOffice.ts';
import { freePort } from '../support/freePort.ts';
import { Postgres } from '../support/Postgres.ts';

const problem = Postgres.problem();
if (problem) process.stdout.write(`PostgreSQL is not tested: ${problem}\n`);

describe.skipIf(problem !== undefined)('PostgreSQL', () => {
  let postgres: Postgres;
  let dataDir: string;
  const stores: Store[] = [];
  beforeAll(async () => {
    postgres = await Postgres.start();
  });
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'comptoir-postgres-test-'));
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterAll(() => postgres.remove());

  async function open(databaseUrl: string): Promise<Store> {
    const store = await openStore({ dataDir, databaseUrl, log: createLog('silent'), metrics: createMetrics() });
    stores.push(store);
    return store;
  }

  it('[O62] an address, a password or a database that is wrong stops the start with a sentence that says what to do', async () => {
    const right = postgres.urlOf('postgres');
    const refusedFor = (url: string): Promise<string> =>
      open(url).then(
        () => 'it opened',
        (err: unknown) => String(err),
      );
    const wrongPassword = right.replace(/:[^:@]+@/, ':guessed@');
    const refusals = await Promise.all([
      refusedFor(right.replace(`:${postgres.port}`, `:${await freePort()}`)),
      refusedFor(wrongPassword),
      refusedFor(postgres.urlOf('nowhere')),
      refusedFor('postgres://nobody@name.invalid/office'),
    ]);
    expect(refusals[0]).toMatch(
      /^StartProblem: The database of DATABASE_URL \(127.*\) cannot be opened: it does not answer .*does PostgreSQL run there\?\.$/,
    );
    expect(refusals[1]).toMatch(/does not let "comptoir" in with this password: look at DATABASE_URL\.$/);
    expect(refusals[2]).toMatch(/there is no database "nowhere": make it with `createdb nowhere`\.$/);
    expect(refusals[3]).toMatch(/does not answer/);
    for (const sentence of refusals) expect(sentence).not.toMatch(/guessed|tests/);
  });

  it('[O62] the doctor says whether it answers', async () => {
    expect(await checkDatabase(undefined)).toEqual([]);
    expect(await checkDatabase(postgres.urlOf('postgres'))).toMatchObject([
      { level: 'ok', sentence: expect.stringMatching(/^PostgreSQL \d/) },
    ]);
    expect(await checkDatabase(postgres.urlOf('nowhere'))).toMatchObject([
      { level: 'problem', sentence: expect.stringContaining('createdb nowhere') },
    ]);
  });

  it('[O62] who may not make tables is told so', async () => {
    await postgres.query("create role guest login password 'guest'");
    const url = new URL(await postgres.createDatabase());
    url.username = 'guest';
    url.password = 'guest';
    await expect(open(url.href)).rejects.toThrow(/"guest" may not make tables in it: `grant create on schema public to guest`\.$/);
  });

  it('[O63] when it goes away, who waits is refused within seconds, what nobody waits for is held, and all is well when it is back', async () => {
    const store = await open(await postgres.createDatabase());
    await store.doors.set({ office: 'office', mode: 'link', passwordHash: undefined, capacity: 5 });
    await postgres.close();
    const closedMs = performance.now();
    const cup = store.counters.add({ office: 'office', day: 'd', name: 'cups', by: 1 });
    store.rememberPosition({ personId: 'ada', office: 'office', x: 1, y: 2, direction: 0, seat: undefined, availability: 0, atMs: 3 });
    await expect(store.doors.set({ office: 'office', mode: 'open', passwordHash: undefined, capacity: 6 })).rejects.toThrow(
      /does not answer/,
    );
    expect(performance.now() - closedMs).toBeLessThan(9000);
    expect(store.problem()).toBe('The database does not answer.');
    const askedMs = performance.now();
    await expect(store.doors.of({ office: 'office' })).rejects.toMatchObject({ name: 'StoreProblem' });
    expect(performance.now() - askedMs).toBeLessThan(1000);
    store.rememberPosition({ personId: 'ada', office: 'office', x: 7, y: 2, direction: 0, seat: undefined, availability: 0, atMs: 4 });

    await postgres.open();
    await until(() => store.problem() === undefined, 'it works again', 5000);
    expect(await cup).toBe(1);
    expect(await store.doors.of({ office: 'office' })).toMatchObject({ mode: 'link', capacity: 5 });
    // places are sent again half a second later at most
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await store.positions.of({ personId: 'ada', office: 'office' }))?.x).toBe(7);
  });

  it('[O67] when it takes no writes any more, what is asked is answered on, and it is kept again when it does', async () => {
    const database = await postgres.createDatabase();
    const store = await open(database);
    const name = new URL(database).pathname.slice(1);
    const setReadOnly = async (isOn: boolean): Promise<void> => {
      await postgres.query(`alter database ${name} set default_transaction_read_only = ${isOn ? 'on' : 'off'}`);
      await postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    };
    await setReadOnly(true);
    const set = (capacity: number) => store.doors.set({ office: 'office', mode: 'link', passwordHash: undefined, capacity });
    await expect(set(5)).rejects.toMatchObject({ name: 'StoreProblem', message: expect.stringContaining('read-only') });
    expect(store.problem()).toContain('read-only');
    expect(await store.doors.of({ office: 'office' })).toMatchObject({ mode: 'open' });
    await setReadOnly(false);
    await until(() => store.problem() === undefined, 'it works again', 5000);
    await set(6);
    expect(await store.doors.of({ office: 'office' })).toMatchObject({ mode: 'link', capacity: 6 });
  });

  it('[O63] a restart is not noticed by whoever waits, and a write whose connection is cut is done once', async () => {
    const database = await postgres.createDatabase();
    const store = await open(database);
    const name = new URL(database).pathname.slice(1);
    const cups = Array.from({ length: 30 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 20));
      await store.blocks.add({ personId: 'ada', blockedId: `b${n}`, atMs: n });
      return store.counters.add({ office: 'office', day: 'd', name: 'cups', by: 1 });
    });
    for (let cut = 0; cut < 5; cut++) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await postgres.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and application_name = 'comptoir'`,
      );
    }
    await postgres.close();
    await postgres.open();
    await Promise.all(cups);
    expect(await store.counters.count({ office: 'office', day: 'd', name: 'cups' })).toBe(30);
    expect((await store.blocks.of({ personId: 'ada' })).mine).toHaveLength(30);
  });
});
