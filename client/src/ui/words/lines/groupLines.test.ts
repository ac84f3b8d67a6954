import type { Line } from '@comptoir/shared/protocol/talk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, firstUnread, groupLines } from './groupLines.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const utcDay = (atMs: number): string => String(Math.floor(atMs / DAY));
let count = 0;
const line = (from: string, atMs: number, name = from): Line => ({
  ...{ id: `l${++count}`, from, name, to: { kind: 'office' }, text: 'x', atMs, mentions: [] },
});
const kinds = (blocks: Block[]): string[] =>
  blocks.map((block) => (block.kind === 'group' ? `${block.from}${block.lines.length}` : block.kind));

test('[W9] lines of one person in one minute stand together, each day under its name', () => {
  const lines = [line('a', 0), line('a', MINUTE - 1), line('a', MINUTE), line('b', MINUTE), line('a', MINUTE), line('a', DAY)];
  expect(kinds(groupLines(lines, 'b', undefined, utcDay))).toEqual(['day', 'a2', 'a1', 'b1', 'a1', 'day', 'a1']);
});

test('[W9] my own lines are marked as mine; a new name begins a new group', () => {
  const blocks = groupLines([line('a', 0, 'Ada'), line('a', 1, 'Ada L.')], 'a', undefined, utcDay);
  expect(blocks.map((block) => (block.kind === 'group' ? [block.name, block.mine] : block.kind))).toEqual([
    'day',
    ['Ada', true],
    ['Ada L.', true],
  ]);
});

test('[W9] what was not read begins with a mark, also within a minute of one person', () => {
  const lines = [line('a', 0), line('a', 1), line('a', 2)];
  expect(kinds(groupLines(lines, 'b', lines[1]?.id, utcDay))).toEqual(['day', 'a1', 'unread', 'a2']);
});

test('[W9] the first unread line is counted from the end, over what I said myself', () => {
  const lines = [line('a', 0), line('a', 1), line('me', 2), line('b', 3)];
  const at = (unread: number): number => lines.findIndex(({ id }) => id === firstUnread(lines, unread, 'me'));
  expect([at(0), at(1), at(2), at(3), at(99)]).toEqual([-1, 3, 1, 0, 0]);
});

test('[W9] however lines come, each is shown once, in order, under its own day', () => {
  const anyLine = fc.record({ from: fc.constantFrom('a', 'b', 'c'), pause: fc.integer({ min: 0, max: DAY }) });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 50 }), fc.nat({ max: 60 }), (told, unread) => {
      let atMs = 0;
      const lines = told.map(({ from, pause }) => {
        atMs += pause;
        return line(from, atMs);
      });
      const blocks = groupLines(lines, 'a', firstUnread(lines, unread, 'a'), utcDay);
      const shown = blocks.flatMap((block) => (block.kind === 'group' ? block.lines : []));
      expect(shown.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
      expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
      let day: string | undefined;
      for (const block of blocks) {
        if (block.kind === 'day') day = utcDay(block.atMs);
        if (block.kind !== 'group') continue;
        for (const { from, atMs: saidMs } of block.lines) expect([from, utcDay(saidMs)]).toEqual([block.from, day]);
      }
      const behind = blocks.slice(blocks.findIndex(({ kind }) => kind === 'unread'));
      const unreadOfOthers = behind.flatMap((block) => (block.kind === 'group' && !block.mine ? block.lines : []));
      const others = lines.filter(({ from }) => from !== 'a').length;
      if (unread > 0 && others > 0) expect(unreadOfOthers).toHaveLength(Math.min(unread, others));
    }),
  );
});
