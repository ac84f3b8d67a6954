import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Breath, breathe, DirectWords, fullBreath, isRested, type KeptLine, keepLine, linesFor, pairOf } from './words.ts';

const line = (id: string, text = id, atMs = 0): Line => ({
  ...{ id, from: 'a', name: 'Ada', to: { kind: 'office' }, text, atMs, mentions: [] },
});

test('[W3] so many lines at once, then as fast as they come back', () => {
  let breath: Breath = fullBreath(0);
  for (let n = 0; n < tuning.linesAtOnce; n++) breath = breathe(breath, 0) ?? expect.unreachable();
  expect(breathe(breath, 0)).toBeUndefined();
  const oneMs = 60_000 / tuning.linesPerMinute;
  expect(breathe(breath, oneMs - 1)).toBeUndefined();
  const next = breathe(breath, oneMs);
  expect(next && breathe(next, oneMs)).toBeUndefined();
  expect(isRested(breath, oneMs)).toBe(false);
  expect(isRested(breath, 60_000)).toBe(true);
});

test('[W3] whenever one tries, nobody says more than the limit in any minute', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 300 }), (pauses) => {
      let breath = fullBreath(0);
      let nowMs = 0;
      const said: number[] = [];
      for (const pause of pauses) {
        nowMs += pause;
        const left = breathe(breath, nowMs);
        if (!left) continue;
        breath = left;
        said.push(nowMs);
      }
      for (const from of said) {
        const inMinute = said.filter((at) => at >= from && at < from + 60_000).length;
        expect(inMinute).toBeLessThanOrEqual(tuning.linesAtOnce + tuning.linesPerMinute);
      }
    }),
  );
});

test('[W5] the last lines are kept, in order', () => {
  const kept: KeptLine[] = [];
  for (let n = 0; n < 7; n++) keepLine(kept, { line: line(String(n)) }, 3);
  expect(linesFor(kept, 'a').map(({ id }) => id)).toEqual(['4', '5', '6']);
});

test('[W4] only those who were members when it was said read it again', () => {
  const kept = [
    { line: line('1'), readers: new Set(['a', 'b']) },
    { line: line('2'), readers: new Set(['b', 'c']) },
  ];
  expect(['a', 'b', 'c', 'd'].map((who) => linesFor(kept, who).map(({ id }) => id))).toEqual([['1'], ['1', '2'], ['2'], []]);
});

test('[W5] direct words are read by the two alone, in order, and end when both are gone', () => {
  const direct = new DirectWords();
  direct.add(line('2', 'two', 2), 'a', 'b');
  direct.add(line('1', 'one', 1), 'c', 'a');
  const idsOf = (who: string): string[] => direct.linesOf(who).map(({ id }) => id);
  expect([idsOf('a'), idsOf('b'), idsOf('c'), idsOf('d')]).toEqual([['1', '2'], ['2'], ['1'], []]);
  direct.left('b', (other) => other === 'a');
  expect(idsOf('a')).toEqual(['1', '2']);
  direct.left('a', (other) => other === 'c');
  expect([idsOf('a'), idsOf('b')]).toEqual([['1'], []]);
  direct.left('c', () => false);
  expect(direct.characters).toBe(0);
});

test('[W5] of a pair the last words are kept; above what memory bears the longest silent pair is forgotten', () => {
  const direct = new DirectWords();
  for (let n = 0; n < tuning.directLinesKept + 5; n++) direct.add(line(String(n), 'x', n), 'a', 'b');
  expect(direct.linesOf('a')).toHaveLength(tuning.directLinesKept);
  expect(direct.linesOf('a')[0]?.id).toBe('5');

  const long = 'x'.repeat(16_000);
  const lines = Math.ceil((tuning.directCharactersKept * 1.5) / long.length);
  for (let n = 0; n < lines; n++) direct.add(line(`l${n}`, long, n), `p${n % 60}`, `q${n % 60}`);
  expect(direct.characters).toBeLessThanOrEqual(tuning.directCharactersKept);
  expect(direct.linesOf('a')).toEqual([]);
  expect(direct.linesOf('p1').length).toBeGreaterThan(0);
});

test('[W5] a pair has one name', () => {
  expect(pairOf('a', 'b')).toBe(pairOf('b', 'a'));
});
