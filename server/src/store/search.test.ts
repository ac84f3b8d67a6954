import { createSecretKey, randomBytes } from 'node:crypto';
import { wantedWords } from '@comptoir/shared/foldWords';
import { beforeEach, expect, test } from 'vitest';
import { sealText } from '../ops/sealText.ts';
import { officeChannel, pairChannel, topicChannel } from './channelKeys.ts';
import { allOf } from './foldedLine.ts';
import type { NewLine } from './lines.ts';
import type { Store } from './openStore.ts';
import { textSeal } from './seals.ts';
import { onEachDatabase } from './testDatabases.ts';

const key = createSecretKey(randomBytes(32));
const reader = { personId: 'eve', apart: [] as string[] };

onEachDatabase((under) => {
  let store: Store;
  let atMs: number;
  beforeEach(async () => {
    store = await under.open();
    atMs = 0;
  });
  const keep = async (lineId: string, text: string, more: Partial<NewLine> = {}) => {
    const line = {
      ...{
        lineId,
        office: 'office',
        channel: officeChannel('office'),
        fromId: 'ada',
        toId: null,
        name: 'Ada',
        text,
        mentions: [],
        atMs: ++atMs,
      },
      ...{ replyToId: null, replyFrom: null, replyName: null, replyText: null, hiddenFrom: null, ...more },
    };
    await store.lines.keep({ line, files: [] });
  };
  const find = async (text: string, scope = allOf('office'), more: { apart?: string[]; beforeSeq?: number; limit?: number } = {}) => {
    const { apart = [], beforeSeq, limit = 9 } = more;
    const wanted = wantedWords(text) ?? expect.unreachable();
    return await store.search.open({ scope, wanted, reader: { personId: 'eve', apart }, beforeSeq, limit });
  };
  const idsOf = async (found: ReturnType<typeof find>) => (await found).map(({ lineId }) => lineId);

  test('[W40] words are found whatever accents and case, the last one as it begins, the latest first', async () => {
    await keep('1', 'La réunion est DÉPLACÉE à mardi');
    await keep('2', 'Réunions: œuvre & cœur');
    await keep('3', 'nothing of it', { channel: topicChannel('t') });
    await keep('4', 'reunion in the topic', { channel: topicChannel('t') });
    expect(await idsOf(find('reunion'))).toEqual(['4', '2', '1']);
    expect(await idsOf(find('déplacee REUNION'))).toEqual(['1']);
    expect(await idsOf(find('mardi reun'))).toEqual(['1']);
    expect(await idsOf(find('oeuv'))).toEqual(['2']);
    expect(await idsOf(find('éunion'))).toEqual([]);
    expect(await idsOf(find('reunion', topicChannel('t')))).toEqual(['4']);
    expect(await idsOf(find('reunion', allOf('attic')))).toEqual([]);
    expect(await idsOf(find('reunion', allOf('office'), { apart: ['ada'] }))).toEqual([]);
  });

  test('[W40] what stands in a question is looked for, never understood', async () => {
    await keep('1', 'NEAR and OR not a" quote* (bracket) : star');
    for (const text of ['near', 'OR', 'a" OR "b', 'quote* AND', "bracket') | !", 'star & :*'])
      expect((await find(text)).length, text).toBeLessThanOrEqual(1);
    expect(await idsOf(find('NEAR AND or'))).toEqual(['1']);
  });

  test('[W40] page after page, edited lines as they are, erased ones never', async () => {
    for (let n = 0; n < 5; n++) await keep(`${n}`, `common word ${n}`);
    const [first, second] = await find('common', allOf('office'), { limit: 2 });
    expect([first?.lineId, second?.lineId]).toEqual(['4', '3']);
    expect(await idsOf(find('common', allOf('office'), { limit: 2, beforeSeq: second?.seq ?? 0 }))).toEqual(['2', '1']);
    await store.lines.edit({ lineId: '4', text: 'rare', mentions: [], editedMs: 9 });
    await store.lines.erase({ lineIds: ['3'] });
    expect(await idsOf(find('common'))).toEqual(['2', '1', '0']);
    expect(await idsOf(find('rare'))).toEqual(['4']);
    await store.lines.prune({ kind: 'office', beforeMs: 3 });
    expect(await idsOf(find('common'))).toEqual(['2']);
  });

  test('[W40] sealed lines are found by the two alone', async () => {
    const say = (lineId: string, fromId: string, toId: string, text: string, more: Partial<NewLine> = {}) =>
      keep(lineId, sealText(key, text, textSeal(lineId)), { fromId, toId, channel: pairChannel(fromId, toId), ...more });
    await say('1', 'ada', 'eve', 'Le café du lundi');
    await say('2', 'eve', 'bob', 'du café ?');
    await say('3', 'ada', 'bob', 'café entre nous');
    await say('4', 'ada', 'eve', 'café caché', { hiddenFrom: 'eve' });
    const direct = async (personId: string, more: { channel?: string; apart?: string[] } = {}) => {
      const { channel, apart = [] } = more;
      const wanted = wantedWords('CAFE') ?? expect.unreachable();
      const found = await store.search.direct({ key, wanted, channel, reader: { personId, apart }, limit: 9, most: 99 });
      return found.map(({ lineId }) => lineId);
    };
    expect(await direct('eve')).toEqual(['2', '1']);
    expect(await direct('eve', { channel: pairChannel('eve', 'ada') })).toEqual(['1']);
    expect(await direct('eve', { apart: ['ada'] })).toEqual(['2']);
    expect(await direct('bob')).toEqual(['3', '2']);
    expect(await direct('zoe')).toEqual([]);
    // the index knows nothing of them
    expect(await idsOf(find('café'))).toEqual([]);
    expect(reader.apart).toEqual([]);
  });
});
