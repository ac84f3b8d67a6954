import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Talk } from '../world/Talk.ts';
import { eraseSoon } from './eraseSoon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[W15] a line that I erase is out of sight at once, and erased for everybody when nothing takes it back', () => {
  const talk = new Talk();
  const erase = vi.fn();
  eraseSoon(talk, 'one', erase);
  expect(talk.erasing.peek()).toEqual(new Set(['one']));
  vi.advanceTimersByTime(5900);
  expect(erase).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(erase).toHaveBeenCalledTimes(1);
});

test('[W15] taken back it is in its place again, and stays; too late it changes nothing', () => {
  const talk = new Talk();
  const erase = vi.fn();
  const takeBack = eraseSoon(talk, 'one', erase);
  const tooLate = eraseSoon(talk, 'two', erase);
  takeBack();
  expect(talk.erasing.peek()).toEqual(new Set(['two']));
  vi.advanceTimersByTime(10_000);
  expect(erase).toHaveBeenCalledTimes(1);
  tooLate();
  expect(talk.erasing.peek()).toEqual(new Set(['two']));
});
