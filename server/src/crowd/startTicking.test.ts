import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startTicking } from './startTicking.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const heart = () => {
  const ticks: [number, number][] = [];
  const slots: number[] = [];
  const lateMs: number[] = [];
  const ticking = startTicking({
    nowMs: () => Date.now(),
    tick: (nowTick, count) => void ticks.push([nowTick, count]),
    flush: (_, slot) => void slots.push(slot),
    onLate: (ms) => void lateMs.push(ms),
  });
  return { ticks, slots, lateMs, ticking };
};

test('[M1] fifty office ticks and a hundred flush slots a second', () => {
  const { ticks, slots, lateMs, ticking } = heart();
  vi.advanceTimersByTime(1000);
  expect(ticks).toHaveLength(50);
  expect(ticks[49]).toEqual([50, 1]);
  expect(slots).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  expect(Math.max(...lateMs)).toBe(0);
  expect(ticking.tickNow()).toBe(50);
  ticking.stop();
});

test('[M1] after a pause the ticks that were missed come at once, the slots do not, and the grid stays', () => {
  const { ticks, slots, lateMs, ticking } = heart();
  vi.advanceTimersByTime(100);
  vi.setSystemTime(Date.now() + 333);
  vi.advanceTimersByTime(10);
  expect(ticks[ticks.length - 1]).toEqual([22, 17]);
  expect(slots.slice(-2)).toEqual([10, 44]);
  expect(lateMs[lateMs.length - 1]).toBe(333);
  const seen = slots.length;
  vi.advanceTimersByTime(7);
  expect(slots.slice(seen)).toEqual([45]);
  ticking.stop();
});

test('[M1] stopped, it is silent', () => {
  const { ticks, ticking } = heart();
  ticking.stop();
  vi.advanceTimersByTime(1000);
  expect(ticks).toEqual([]);
});
