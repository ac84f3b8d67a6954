import { expect, test } from 'vitest';
import { officeChannel, pairChannel } from './channelKeys.ts';
import type { NewLine } from './lines.ts';
import { onEachDatabase } from './testDatabases.ts';

onEachDatabase((under) => {
  test('[W15] all that somebody wrote and sent is given to them, and erased with them; what others wrote stays', async () => {
    const store = await under.open();
    let atMs = 0;
    const say = (lineId: string, fromId: string, toId: string | null = null, more: Partial<NewLine> = {}, files: string[] = []) =>
      store.lines.keep({
        line: {
          ...{ lineId, office: 'office', channel: toId === null ? officeChannel('office') : pairChannel(fromId, toId), fromId, toId },
          ...{ name: fromId, text: `text of ${lineId}`, mentions: [], atMs: ++atMs },
          ...{ replyToId: null, replyFrom: null, replyName: null, replyText: null, hiddenFrom: null, ...more },
        },
        files,
      });
    const file = (fileId: string, byId: string) =>
      store.files.add({
        file: { fileId, byId, name: fileId, type: 'image/png', bytes: 1, width: null, height: null, createdMs: 1 },
        mostBytes: 9,
      });
    for (const [id, by] of [
      ['said', 'ada'],
      ['loose', 'ada'],
      ['of-bob', 'bob'],
    ] as const)
      await file(id, by);
    await say('open', 'ada', null, {}, ['said']);
    await say('reply', 'bob', null, { replyToId: 'open', replyFrom: 'ada', replyName: 'Ada', replyText: 'text of open' }, ['of-bob']);
    await say('direct', 'ada', 'bob');
    await say('answer', 'bob', 'ada');
    await say('hidden', 'eve', 'ada', { hiddenFrom: 'ada' });
    await say('none of hers', 'bob', 'eve');
    await store.lines.react({ lineId: 'reply', personId: 'ada', emoji: '👍', on: true, most: 9, atMs: 1 });
    await store.topics.save({
      topicId: 't',
      office: 'office',
      title: 'T',
      about: '',
      area: null,
      closed: 0,
      byId: 'ada',
      byName: 'Ada',
      createdMs: 1,
    });
    const pushTo = { endpoint: 'https://push.example.org/a', personId: 'ada', p256dh: '', auth: '', atMs: 1 };
    await store.pushSubscriptions.add({ subscription: pushTo, most: 9 });

    const first = await store.written.lines({ personId: 'ada', after: 0, limit: 2 });
    const rest = await store.written.lines({ personId: 'ada', after: first.at(-1)?.seq ?? 0, limit: 9 });
    expect([...first, ...rest].map(({ lineId }) => lineId)).toEqual(['open', 'direct', 'answer']);
    expect(await store.written.of({ personId: 'ada' })).toMatchObject({
      ...{ files: [{ fileId: 'said' }, { fileId: 'loose' }], topics: [{ topicId: 't' }], items: [] },
      reactions: [{ lineId: 'reply', emoji: '👍' }],
    });

    const erased = await store.written.erase({ personId: 'ada' });
    expect(erased.lineIds.toSorted()).toEqual(['direct', 'open']);
    expect(erased.files.toSorted()).toEqual(['loose', 'said']);
    expect(await store.written.lines({ personId: 'ada', after: 0, limit: 9 })).toMatchObject([{ lineId: 'answer' }]);
    expect(await store.written.of({ personId: 'ada' })).toEqual({ files: [], topics: [], items: [], reactions: [] });
    expect(await store.lines.find({ lineId: 'reply' })).toMatchObject({
      replyText: null,
      replyName: '',
      reactions: [],
      files: [{ fileId: 'of-bob' }],
    });
    expect(await store.topics.of({ office: 'office' })).toMatchObject([{ topicId: 't', byId: '', byName: '' }]);
    expect(await store.pushSubscriptions.of({ personIds: ['ada'] })).toEqual([]);
    // nothing of it is found any more
    expect(
      JSON.stringify(await store.history.page({ channel: officeChannel('office'), reader: { personId: 'bob', apart: [] }, limit: 9 })),
    ).not.toContain('text of open');
    expect(await store.written.erase({ personId: 'ada' })).toEqual({ lineIds: [], files: [] });
  });
});
