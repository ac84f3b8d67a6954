import { beforeEach, expect, test } from 'vitest';
import type { Store } from './openStore.ts';
import type { Order } from './orders.ts';
import { onEachDatabase } from './testDatabases.ts';

const MINUTE_MS = 60_000;
const NOW_MS = 10 * MINUTE_MS;

const mute: Order = { act: 'mute', personId: 'ada' };
onEachDatabase((under) => {
  let store: Store;
  beforeEach(async () => {
    store = await under.open();
  });
  const add = (orderId: string, atMs = NOW_MS, office = 'office') => store.orders.add({ orderId, office, order: mute, atMs });
  const take = async (nowMs = NOW_MS, office = 'office') => (await store.orders.take({ office, nowMs })).map(({ orderId }) => orderId);

  test('[P71] an order is given once, to its own office, the oldest first', async () => {
    await Promise.all([add('second', NOW_MS + 1), add('first'), add('elsewhere', NOW_MS, 'other')]);
    const [once, again] = await Promise.all([take(), take()]);
    expect([once, again]).toEqual([['first', 'second'], []]);
    expect(await store.orders.take({ office: 'other', nowMs: NOW_MS })).toEqual([{ orderId: 'elsewhere', order: mute }]);
  });

  test('[P71] what is older than a minute is never given, and is gone', async () => {
    await Promise.all([add('old'), add('young', NOW_MS + MINUTE_MS)]);
    expect(await take(NOW_MS + MINUTE_MS + 1)).toEqual(['young']);
    expect(await store.orders.withdraw({ orderId: 'old' })).toBe(false);
  });

  test('[P71] what was withdrawn is never given, what was taken cannot be withdrawn', async () => {
    await Promise.all([add('one'), add('two')]);
    expect(await store.orders.withdraw({ orderId: 'one' })).toBe(true);
    expect(await take()).toEqual(['two']);
    expect(await store.orders.withdraw({ orderId: 'two' })).toBe(false);
    expect(await store.orders.outcomeOf({ orderId: 'two' })).toBeUndefined();
    await store.orders.answer({ orderId: 'two', outcome: { refused: 'notHere' } });
    expect(await store.orders.outcomeOf({ orderId: 'two' })).toEqual({ refused: 'notHere' });
    await store.orders.remove({ orderId: 'two' });
    expect(await store.orders.outcomeOf({ orderId: 'two' })).toBeUndefined();
  });
});
