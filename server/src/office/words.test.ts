import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Breath, breathe, fullBreath, isRested, type KeptLine, keepLine, linesFor } from './words.ts';

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
