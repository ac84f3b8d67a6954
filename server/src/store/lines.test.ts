import { beforeEach, expect, test } from 'vitest';
import { officeChannel, pairChannel } from './channelKeys.ts';
import type { NewLine } from './lines.ts';
import type { Store } from './openStore.ts';
import { onEachDatabase } from './testDatabases.ts';

const channel = officeChannel('office');
const reader = { personId: 'eve', apart: [] };
const line = (lineId: string, atMs: number, more: Partial<NewLine> = {}): NewLine => ({
  ...{ lineId, office: 'office', channel, fromId: 'ada', toId: null, name: 'Ada', text: `text of ${lineId}`, mentions: [], atMs },
  ...{ replyToId: null, replyFrom: null, replyName: null, replyText: null, hiddenFrom: null, ...more },
});
const direct = (lineId: string, atMs: number, fromId: string, toId: string, more: Partial<NewLine> = {}): NewLine =>
  line(lineId, atMs, { fromId, toId, channel: pairChannel(fromId, toId), ...more });

onEachDatabase((under) => {
  let store: Store;
  beforeEach(async () => {
    store = await under.open();
  });
  const keep = (one: NewLine, files: string[] = []) => store.lines.keep({ line: one, files });
  const idsOf = (page: { lines: { lineId: string }[] } | undefined) => page?.lines.map(({ lineId }) => lineId);
  const file = (fileId: string, byId = 'ada', bytes = 10) => ({
    ...{ fileId, byId, name: `${fileId}.png`, type: 'image/png', bytes, width: null, height: null, createdMs: 5 },
  });

  test('[W21] pages have no gap and nothing twice, also where many lines are of one moment', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 23; n++) {
      // five of each moment, kept in another order than they sort
      const id = `line-${String((n * 7) % 23).padStart(2, '0')}`;
      ids.push(id);
      await keep(line(id, Math.floor(n / 5)));
    }
    const sorted = ids
      .map((id, n) => ({ id, atMs: Math.floor(n / 5) }))
      .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
    const back: string[] = [];
    for (let before: string | undefined, more = true; more; before = back[0]) {
      const page = await store.history.page({ channel, reader, before, limit: 4 });
      back.unshift(...(idsOf(page) ?? []));
      more = page?.more === true;
    }
    expect(back).toEqual(sorted);
    const forth = [sorted[0] ?? ''];
    for (let later = true; later; ) {
      const page = await store.history.page({ channel, reader, after: forth.at(-1), limit: 4 });
      forth.push(...(idsOf(page) ?? []));
      later = page?.later === true;
    }
    expect(forth).toEqual(sorted);
    const around = await store.history.page({ channel, reader, around: sorted[10], limit: 5 });
    expect(around).toMatchObject({ more: true, later: true });
    expect(idsOf(around)).toEqual(sorted.slice(8, 13));
    expect(await store.history.page({ channel, reader, before: 'nothing', limit: 4 })).toBeUndefined();
  });

  test('[W20] what is kept twice is there once', async () => {
    await keep(line('one', 1));
    expect(await keep(line('one', 1))).toEqual({ files: [] });
    expect(idsOf(await store.history.page({ channel, reader, limit: 9 }))).toEqual(['one']);
  });

  test('[P37] nothing is read of whom somebody is apart from, nor what was hidden from them', async () => {
    await keep(line('of-ada', 1));
    await keep(line('of-bob', 2, { fromId: 'bob' }));
    expect(idsOf(await store.history.page({ channel, reader: { personId: 'eve', apart: ['ada'] }, limit: 9 }))).toEqual(['of-bob']);
    await keep(direct('seen', 3, 'ada', 'eve'));
    await keep(direct('hidden', 4, 'ada', 'eve', { hiddenFrom: 'eve' }));
    const ask = { pairs: 9, each: 9 };
    expect((await store.history.direct({ reader, ...ask })).map(({ lineId }) => lineId)).toEqual(['seen']);
    expect((await store.history.direct({ reader: { personId: 'ada', apart: [] }, ...ask })).map(({ lineId }) => lineId)).toEqual([
      'seen',
      'hidden',
    ]);
    expect((await store.history.between({ one: 'eve', other: 'ada', limit: 9 })).map(({ lineId }) => lineId)).toEqual(['seen']);
    // nor is it counted
    const unread = await store.readMarks.of({ reader, channels: [], since: channel });
    expect(unread).toEqual([{ channel: pairChannel('ada', 'eve'), latestMs: 4, unread: 1, mentions: 0 }]);
  });

  test('[W26] unread is what others said since one came first, and behind what one has read on any device', async () => {
    await keep(line('before', 1));
    await store.readMarks.begin({ personId: 'eve', channel, atMs: 5 });
    const states = () => store.readMarks.of({ reader, channels: [channel, 'topic:t'], since: channel });
    expect(await states()).toEqual([]);
    await keep(line('one', 6, { mentions: ['eve'] }));
    await keep(line('mine', 7, { fromId: 'eve' }));
    await keep(line('two', 8));
    await keep(line('topical', 9, { channel: 'topic:t' }));
    expect(await states()).toEqual([
      { channel: 'topic:t', latestMs: 9, unread: 1, mentions: 0 },
      { channel, latestMs: 8, unread: 2, mentions: 1 },
    ]);
    expect(await store.readMarks.readUpTo({ personId: 'eve', channel, lineId: 'one' })).toBe(true);
    expect(await store.readMarks.readUpTo({ personId: 'eve', channel, lineId: 'before' })).toBe(false);
    expect(await store.readMarks.readUpTo({ personId: 'eve', channel, lineId: 'topical' })).toBeUndefined();
    expect((await states()).find((state) => state.channel === channel)).toMatchObject({ unread: 1, mentions: 0 });
  });

  test('[W23] [W25] lines are edited and marked, and found as they are then', async () => {
    await keep(line('one', 1));
    await store.lines.edit({ lineId: 'one', text: 'another', mentions: ['bob'], editedMs: 7 });
    for (const [personId, emoji] of [
      ['bob', '👍'],
      ['eve', '🎉'],
      ['eve', '👍'],
    ] as const)
      expect(await store.lines.react({ lineId: 'one', personId, emoji, on: true, most: 2, atMs: personId === 'bob' ? 1 : 2 })).toBe(true);
    expect(await store.lines.react({ lineId: 'one', personId: 'bob', emoji: '❤️', on: true, most: 2, atMs: 3 })).toBe(false);
    expect(await store.lines.find({ lineId: 'one' })).toMatchObject({
      ...{ text: 'another', editedMs: 7, mentions: ['bob'] },
      reactions: [
        { emoji: '👍', people: ['bob', 'eve'] },
        { emoji: '🎉', people: ['eve'] },
      ],
    });
    await store.lines.react({ lineId: 'one', personId: 'bob', emoji: '👍', on: false, most: 2, atMs: 4 });
    expect((await store.lines.find({ lineId: 'one' }))?.reactions.map(({ people }) => people)).toEqual([['eve'], ['eve']]);
  });

  test('[W15] [W43] with a line go its marks, its files, and what replies show of it', async () => {
    for (const id of ['f1', 'f2']) await store.files.add({ file: file(id), mostBytes: 100 });
    expect(await keep(line('one', 1), ['f1', 'f2'])).toMatchObject({ files: [{ fileId: 'f1' }, { fileId: 'f2' }] });
    expect(await keep(line('stolen', 1, { fromId: 'eve' }), ['f1'])).toEqual({ refused: 'noFile' });
    await store.shelf.add({
      item: { itemId: 's', channel, title: 'F', url: null, fileId: 'f2', byId: 'ada', byName: 'Ada', atMs: 1 },
      most: 9,
    });
    await keep(line('reply', 2, { replyToId: 'one', replyFrom: 'ada', replyName: 'Ada', replyText: 'text of one' }));
    await store.lines.react({ lineId: 'one', personId: 'bob', emoji: '👍', on: true, most: 2, atMs: 1 });
    const erased = await store.lines.erase({ lineIds: ['one'] });
    // the shelf holds the other one
    expect(erased.files).toEqual(['f1']);
    expect(erased.quoting).toMatchObject([{ lineId: 'reply', replyText: null }]);
    expect(await store.files.find({ fileId: 'f1' })).toBeUndefined();
    expect(await store.shelf.remove({ itemId: 's' })).toEqual(['f2']);
    expect(await store.lines.find({ lineId: 'one' })).toBeUndefined();
  });

  test('[W46] nobody has more than they may, and what is not used is forgotten', async () => {
    expect(await store.files.add({ file: file('a', 'ada', 60), mostBytes: 100 })).toBe(true);
    expect(await store.files.add({ file: file('b', 'ada', 60), mostBytes: 100 })).toBe(false);
    expect(await store.files.add({ file: file('c', 'eve', 60), mostBytes: 100 })).toBe(true);
    await keep(line('one', 1), ['a']);
    expect(await store.files.dropUnused({ beforeMs: 5 })).toEqual([]);
    expect(await store.files.dropUnused({ beforeMs: 6 })).toEqual(['c']);
    expect(await store.files.known({ fileIds: ['a', 'b', 'c'] })).toEqual(['a']);
  });

  test('[W28] so many strangers are written to in a day; who has answered, or was met, is none', async () => {
    const first = { most: 2, sinceMs: 0 };
    const write = (lineId: string, fromId: string, toId: string, atMs = 10, since = 0) =>
      store.lines.keep({ line: direct(lineId, atMs, fromId, toId), files: [], first: { ...first, sinceMs: since } });
    await store.met.add({ oneId: 'ada', otherId: 'met', atMs: 1 });
    for (const to of ['x', 'y', 'met', 'x']) expect(await write(`to-${to}-${Math.random()}`, 'ada', to)).toEqual({ files: [] });
    expect(await write('z', 'ada', 'z')).toEqual({ refused: 'tooManyNew' });
    expect(await store.lines.find({ lineId: 'z' })).toBeUndefined();
    expect(await write('from-z', 'z', 'ada')).toEqual({ files: [] });
    expect(await write('answer', 'ada', 'z')).toEqual({ files: [] });
    // a day later
    expect(await write('w', 'ada', 'w', 100, 50)).toEqual({ files: [] });
  });

  test('[W14] what is too old is gone, of its kind only', async () => {
    await keep(line('old', 1));
    await keep(line('young', 5));
    await keep(direct('private', 1, 'ada', 'eve'));
    expect(await store.lines.prune({ kind: 'office', beforeMs: 5 })).toEqual([]);
    expect(await store.lines.find({ lineId: 'old' })).toBeUndefined();
    expect(await store.lines.find({ lineId: 'young' })).toBeDefined();
    expect(await store.lines.find({ lineId: 'private' })).toBeDefined();
  });

  test('[W27] people of an office are found by name and trade, whatever accents; none who is shut out or on a visit', async () => {
    const be = async (personId: string, name: string, trade = '') => {
      await store.persons.save({ personId, deviceHash: `device of ${personId}`, name, trade, appearance: '', seenMs: 1 });
      store.rememberPosition({ personId, office: 'office', x: 0, y: 0, direction: 0, seat: undefined, availability: 0, atMs: 1 });
    };
    for (const [id, name, trade] of [
      ['1', 'Zoé Éluard', 'poète'],
      ['2', 'Hélène', 'Zoologie'],
      ['3', 'Bruno', ''],
      ['4', 'Zora', ''],
      ['5', 'Zed', ''],
      ['6', 'Bruno', ''],
    ] as const)
      await be(id, name, trade);
    await store.bans.add({
      banId: 'b',
      personId: '4',
      deviceHash: null,
      address: null,
      name: 'Zora',
      reason: '',
      byName: '',
      createdMs: 0,
      untilMs: null,
    });
    await store.passes.grant({
      personId: '5',
      office: 'office',
      via: 'link',
      invitationId: undefined,
      area: 'den',
      grantedMs: 0,
      expiresMs: undefined,
    });
    await store.flush();
    const find = async (text: string, not: string[] = []) =>
      (await store.contacts.find({ office: 'office', nowMs: 5, text, not, limit: 9 })).map(({ name }) => name);
    expect(await find('zo')).toEqual(['Zoé Éluard', 'Hélène']);
    expect(await find('eluard')).toEqual(['Zoé Éluard']);
    expect(await find('')).toEqual(['Bruno', 'Bruno', 'Hélène', 'Zoé Éluard']);
    expect(await find('', ['3', '6'])).toEqual(['Hélène', 'Zoé Éluard']);
    const here = [{ personId: '3', name: 'Bruno' }];
    const mentioned = await store.contacts.mentioned({ office: 'office', nowMs: 5, text: '@hélène @Bruno @Zora @Zed', here });
    expect(mentioned).toEqual(['2', '3']);
    // two who are not here of one name
    expect(await store.contacts.mentioned({ office: 'office', nowMs: 5, text: '@Bruno', here: [] })).toEqual([]);
    const reach = (toId: string, fromId = 'x') => store.contacts.addressee({ toId, fromId, office: 'office', nowMs: 5 });
    expect(await reach('1')).toEqual({ name: 'Zoé Éluard', blocks: false });
    for (const id of ['4', '5', 'nobody']) expect(await reach(id)).toBeUndefined();
    await store.blocks.add({ personId: '1', blockedId: 'x', atMs: 1 });
    expect(await reach('1')).toMatchObject({ blocks: true });
  });
});
