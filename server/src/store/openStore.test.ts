import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openDatabase } from './openDatabase.ts';
import { type PlaceSettings, placeOf } from './place.ts';
import { onEachDatabase } from './testDatabases.ts';

const ada = { personId: 'ada', deviceHash: 'd1', name: 'Ada', trade: 'engines', appearance: '0'.repeat(12) };
const standing = (x: number) => ({ personId: 'ada', office: 'office', x, y: 7, direction: 2, seat: undefined, availability: 0, atMs: x });

/** A server that walks: a new position every 5 ms, told on stdout once the store was told. */
const walkingServer = (settings: PlaceSettings): string => `
  import { openStore } from ${JSON.stringify(new URL('./openStore.ts', import.meta.url).href)};
  import { createLog } from ${JSON.stringify(new URL('../ops/log.ts', import.meta.url).href)};
  const metrics = { storeFailures: { inc() {} }, storeOutage: { set() {} } } as never;
  const store = await openStore({ ...${JSON.stringify(settings)}, log: createLog('silent'), metrics });
  let cups = 0;
  setInterval(() => {
    const atMs = Date.now();
    store.rememberPosition({ personId: 'ada', office: 'office', x: 0, y: 0, direction: 0, seat: undefined, availability: 0, atMs });
    store.counters.add({ office: 'office', day: 'd', name: 'cups', by: 1 });
    process.stdout.write(atMs + ' ' + ++cups + '\\n');
  }, 5);
`;

onEachDatabase((under) => {
  test('[R1] what was stored is there after closing and opening again', async () => {
    const first = await under.open();
    await first.persons.save({ ...ada, seenMs: 1000 });
    await first.persons.save({ ...ada, name: 'Ada L', deviceHash: 'another', seenMs: 2000 });
    await first.persons.setRank({ personId: 'ada', rank: 'host' });
    first.rememberPosition(standing(1));
    first.rememberPosition({ ...standing(2), seat: 'desk-1' });
    await first.visits.arrive({ visitId: 'v1', office: 'office', personId: 'ada', arrivedMs: 1000 });
    expect(await first.counters.add({ office: 'office', day: '2026-11-23', name: 'cups', by: 1 })).toBe(1);
    expect(await first.counters.add({ office: 'office', day: '2026-11-23', name: 'cups', by: 2 })).toBe(3);
    const key = await first.secrets.ensure({ name: 'identity' });
    await first.close();

    const second = await under.open();
    expect(await second.persons.find({ personId: 'ada' })).toEqual({ ...ada, name: 'Ada L', rank: 'host', seenMs: 2000 });
    expect(await second.persons.find({ personId: 'nobody' })).toBeUndefined();
    expect(await second.positions.of({ personId: 'ada', office: 'office' })).toEqual({ ...standing(2), seat: 'desk-1' });
    expect(await second.counters.count({ office: 'office', day: '2026-11-23', name: 'cups' })).toBe(3);
    expect(await second.counters.count({ office: 'office', day: '2026-11-24', name: 'cups' })).toBe(0);
    expect(await second.secrets.ensure({ name: 'identity' })).toEqual(key);
    expect(key).toHaveLength(32);
  });

  test('[R1] a question sees what was written before it, committed or not', async () => {
    const open1 = await under.open();
    void open1.persons.save({ ...ada, seenMs: 1 });
    void open1.persons.save({ ...ada, personId: 'bob', name: 'Bob', seenMs: 2 });
    open1.rememberPosition(standing(5));
    const persons = await open1.persons.ofDevice({ deviceHash: 'd1', limit: 5 });
    expect(persons.map(({ name }) => name)).toEqual(['Bob', 'Ada']);
    expect((await open1.positions.of({ personId: 'ada', office: 'office' }))?.x).toBe(5);
    expect(await open1.persons.ofDevice({ deviceHash: 'd1', limit: 1 })).toHaveLength(1);
  });

  test('[R1] a thousand remembered positions are one write', async () => {
    const open1 = await under.open();
    for (let i = 0; i < 1300; i++) open1.rememberPosition({ ...standing(i), personId: `p${i}` });
    await open1.flush();
    expect((await open1.positions.of({ personId: 'p1299', office: 'office' }))?.x).toBe(1299);
  });

  test('[P128] of whoever has left no visit is kept, nor of anybody in an office that opens anew', async () => {
    const first = await under.open();
    await first.visits.arrive({ visitId: 'still', office: 'office', personId: 'bob', arrivedMs: 100 });
    await first.visits.arrive({ visitId: 'ended', office: 'office', personId: 'ada', arrivedMs: 20 });
    await first.visits.leave({ visitId: 'ended' });
    expect(await first.visits.openOf({ personId: 'ada' })).toEqual([]);
    expect(await first.visits.openOf({ personId: 'bob' })).toEqual(['office']);
    await first.visits.arrive({ visitId: 'other', office: 'another', personId: 'bob', arrivedMs: 100 });
    await first.visits.forgetAll({ office: 'office' });
    expect(await first.visits.openOf({ personId: 'bob' })).toEqual(['another']);
  });

  test('[O62] texts are in the same order, whatever language the database speaks', async () => {
    const store = await under.open();
    const ids = ['-a', '_a', 'A', 'B', 'a', 'b', 'é', 'Zz', 'z', '0', '🌻', 'a-', 'a b', 'ab'];
    for (const blockedId of ids) await store.blocks.add({ personId: blockedId, blockedId: 'x', atMs: 1 });
    await store.close();
    const db = await openDatabase(placeOf(under.settings));
    const rows = await db.selectFrom('blocks').select('personId').where('personId', '>', '-').orderBy('personId').execute();
    await db.destroy();
    expect(rows.map(({ personId }) => personId)).toEqual(
      ids.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
    );
  });

  test('a closed store refuses, and closing twice is harmless', async () => {
    const closed = await under.open();
    await closed.close();
    await closed.close();
    expect(closed.problem()).toBe('The database has stopped.');
    await expect(closed.persons.find({ personId: 'ada' })).rejects.toThrow('has ended');
  });

  test('[R9] a killed server loses at most a second', async () => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', walkingServer(under.settings)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let firstMs: number | undefined;
    let lastMs = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      lastMs = Number(line.split(' ')[0]);
      firstMs ??= lastMs;
      if (lastMs - firstMs >= 1250) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const after = await under.open();
    expect((await after.positions.of({ personId: 'ada', office: 'office' }))?.atMs).toBeGreaterThan(lastMs - 1000);
    expect(await after.counters.count({ office: 'office', day: 'd', name: 'cups' })).toBeGreaterThan(0);
  }, 20_000);
});
