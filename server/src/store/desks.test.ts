import { beforeEach, expect, test } from 'vitest';
import type { Store } from './openStore.ts';
import { onEachDatabase } from './testDatabases.ts';

onEachDatabase((under) => {
  let store: Store;
  beforeEach(async () => {
    store = await under.open();
    for (const [name, seenMs] of Object.entries({ ada: 1000, bob: 2000 }))
      await store.persons.save({ personId: name, deviceHash: undefined, name, trade: '', appearance: '', seenMs });
  });
  const office = 'office';
  const claim = (desk: string, personId: string) => store.desks.claim({ office, desk, personId, claimedMs: 1 });
  const owners = async () =>
    (await store.desks.of({ office })).map(({ desk, name }) => `${desk} ${name}`).sort((a, b) => a.localeCompare(b));

  test('[P110] of two who claim a desk at once one has it, and each has one', async () => {
    const [first, second] = await Promise.all([claim('window', 'ada'), claim('window', 'bob')]);
    expect([first, second]).toEqual([true, false]);
    expect(await claim('window', 'ada')).toBe(true);
    expect(await claim('corner', 'bob')).toBe(true);
    expect(await claim('door', 'ada')).toBe(true);
    expect(await owners()).toEqual(['corner bob', 'door ada']);
    await store.desks.giveUp({ office, personId: 'ada' });
    expect(await owners()).toEqual(['corner bob']);
  });

  test('[P113] a desk lapses with its owner, a note with time', async () => {
    await Promise.all([claim('window', 'ada'), claim('corner', 'bob')]);
    await store.desks.lapse({ beforeMs: 1500 });
    expect(await owners()).toEqual(['corner bob']);
    const note = { noteId: 'n', office, ownerId: 'bob', fromId: 'ada', name: 'ada', kind: 'note', sealed: '', atMs: 10, readMs: null };
    await store.desks.leaveNote({ note, most: 9, sinceMs: 0, mostOfWriter: 9 });
    await store.desks.pruneNotes({ beforeMs: 11 });
    expect(await store.desks.countOf({ office, ownerId: 'bob' })).toEqual({ count: 0, unread: 0 });
  });

  test('[P111] so many notes and no more lie on a desk, and come from one writer', async () => {
    const leave = (noteId: string, fromId: string, atMs: number) =>
      store.desks.leaveNote({
        note: { noteId, office, ownerId: 'bob', fromId, name: fromId, kind: 'note', sealed: '', atMs, readMs: null },
        ...{ most: 3, sinceMs: 5, mostOfWriter: 2 },
      });
    expect(await leave('old', 'ada', 1)).toBe(true);
    expect(await leave('one', 'ada', 6)).toBe(true);
    expect(await leave('two', 'ada', 7)).toBe(true);
    expect(await leave('full', 'lou', 8)).toBe(false);
    expect(await store.desks.eraseNote({ noteId: 'old', personId: 'lou' })).toBeUndefined();
    expect(await store.desks.eraseNote({ noteId: 'old', personId: 'bob' })).toBe('bob');
    expect(await leave('three', 'ada', 8)).toBe(false);
    expect(await leave('four', 'lou', 8)).toBe(true);
    await store.desks.read({ office, ownerId: 'bob', atMs: 9 });
    expect(await store.desks.countOf({ office, ownerId: 'bob' })).toEqual({ count: 3, unread: 0 });
    expect(await store.desks.eraseNote({ noteId: 'one', personId: 'ada' })).toBeUndefined();
    expect((await store.desks.notesOf({ office, ownerId: 'bob' })).map(({ noteId }) => noteId)).toEqual(['four', 'two', 'one']);
  });
});
