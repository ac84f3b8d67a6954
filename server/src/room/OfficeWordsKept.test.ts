// What was said to everybody, as it is kept: on the disk, and in memory for whoever comes in.
import type { Line } from '@comptoir/shared/protocol/talk';
import { expect, test } from 'vitest';
import { storedLine, testKeeper } from './testKeeper.ts';

const NONE = { files: [] };
const DAY_MS = 24 * 3_600_000;
const line = (id: string, atMs: number, to: Line['to'] = { kind: 'office' }): Line => ({
  id,
  from: 'a',
  name: 'Ada',
  to,
  text: `text of ${id}`,
  atMs,
  mentions: [],
});
const textsOf = (kept: readonly { line: Line }[]): string[] => kept.map(({ line: { text } }) => text);

test('[W14] after a restart what was said is read again', async () => {
  const { kept, disk } = testKeeper(() => 10);
  disk.push(storedLine({ id: 'old', from: 'z', name: 'Zoe', text: 'before', atMs: 5 }));
  await kept.restore();
  await kept.keep(line('new', 10), NONE);
  expect(textsOf(kept.office)).toEqual(['before', 'text of new']);
  expect(disk).toHaveLength(2);
});

test('[W14] with a new day what is too old is not read any more', async () => {
  const { kept } = testKeeper(() => 31 * DAY_MS);
  await kept.keep(line('old', DAY_MS - 1), NONE);
  await kept.keep(line('young', DAY_MS + 1), NONE);
  kept.forgetOld();
  expect(textsOf(kept.office)).toEqual(['text of young']);
});

test('[W14] with 0 days nothing reaches the disk; what was said to everybody is in memory', async () => {
  const { kept, disk } = testKeeper(() => 0, { office: 0, topic: 0, person: 0 });
  for (const to of [{ kind: 'office' }, { kind: 'topic', id: 't' }, { kind: 'person', id: 'b' }] as const)
    await kept.keep(line(to.kind, 1, to), NONE);
  expect(disk).toEqual([]);
  expect(textsOf(kept.office)).toEqual(['text of office']);
  const marked = await kept.react(line('office', 1), { personId: 'b', emoji: '👍', on: true });
  expect(marked).toMatchObject({ reactions: [{ emoji: '👍', people: ['b'] }] });
  expect((await kept.find('office'))?.line).toEqual(marked);
  if ('refused' in marked) return expect.unreachable();
  expect(await kept.react(marked, { personId: 'b', emoji: '👍', on: false })).not.toHaveProperty('reactions');
});

test('[W39] what one says to another lies on the disk sealed', async () => {
  const { kept, disk } = testKeeper(() => 0);
  const to = { kind: 'person', id: 'b' } as const;
  await kept.keep({ ...line('one', 1, to), replyTo: { id: 'x', from: 'b', name: 'Bo', text: 'a secret' } }, NONE);
  expect(JSON.stringify(disk)).not.toMatch(/text of one|a secret/);
  expect(await kept.find('one')).toMatchObject({ line: { text: 'text of one', replyTo: { text: 'a secret' } } });
  const [stored] = disk;
  if (!stored) return expect.unreachable();
  // moved to another line it does not open
  stored.lineId = 'two';
  expect(await kept.find('two')).toMatchObject({ line: { text: '\ufffd' } });
});
