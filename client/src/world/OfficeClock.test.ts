// The office's tick as a browser believes it: what one answer may change of it.
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { OfficeClock } from './OfficeClock.ts';

const TICKS_PER_S = 1000 / tuning.tickMs;

/** An hour of office time at local time 0; answers take 100 ms each way. */
function settledClock(): OfficeClock {
  const clock = new OfficeClock();
  clock.start(0, 3600 * TICKS_PER_S);
  for (let sentMs = 0; sentMs < 10_000; sentMs += 2000)
    clock.learn(sentMs, sentMs + 200, 3600 * TICKS_PER_S + (sentMs + 100) / tuning.tickMs);
  return clock;
}

const errorMs = (clock: OfficeClock, nowMs: number): number => clock.tick(nowMs) * tuning.tickMs - 3_600_000 - nowMs;

it('[M11] an answer that was held up on its way makes nobody jump', () => {
  const clock = settledClock();
  expect(Math.abs(errorMs(clock, 10_600))).toBeLessThan(10);
  // a second and a half, all of it on the way back: read as if both ways were alike it would be 750 ms wrong
  clock.learn(9000, 10_600, 3600 * TICKS_PER_S + 9100 / tuning.tickMs);
  // the next frame
  expect(Math.abs(errorMs(clock, 10_617))).toBeLessThan(10);
  expect(Math.abs(errorMs(clock, 12_000))).toBeLessThan(80);
});

it('jumps when the computer slept: the office went on without it', () => {
  const clock = settledClock();
  clock.learn(10_000, 10_200, 3600 * TICKS_PER_S + (10_100 + 60_000) / tuning.tickMs);
  expect(errorMs(clock, 10_200)).toBeCloseTo(60_000, -2);
});
