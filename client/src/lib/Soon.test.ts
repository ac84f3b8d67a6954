import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Soon, UNDO_MS } from './Soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[U65] it is done after a while, once', () => {
  const soon = new Soon();
  const run = vi.fn(async () => true);
  soon.add('link', run);
  expect(soon.states.peek().get('link')).toBe('soon');
  vi.advanceTimersByTime(UNDO_MS - 1);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  soon.finishAll();
  expect(soon.undo('link')).toBe(false);
  expect(run).toHaveBeenCalledTimes(1);
  expect(soon.states.peek().get('link')).toBe('done');
});

test('[U65] undone, it is not', () => {
  const soon = new Soon();
  const run = vi.fn(async () => true);
  soon.add('link', run);
  vi.advanceTimersByTime(UNDO_MS - 1);
  soon.prolong('link');
  vi.advanceTimersByTime(UNDO_MS - 1);
  expect(soon.undo('link')).toBe(true);
  vi.advanceTimersByTime(2 * UNDO_MS);
  expect(run).not.toHaveBeenCalled();
  expect(soon.states.peek().has('link')).toBe(false);
});

test('[U65] whoever goes has decided', () => {
  const soon = new Soon();
  const run = vi.fn(async () => true);
  soon.add('link', run);
  soon.finishAll();
  expect(run).toHaveBeenCalledTimes(1);
});

test('[U65] what did not work is as before', async () => {
  const soon = new Soon();
  soon.add('link', async () => false);
  await vi.advanceTimersByTimeAsync(UNDO_MS);
  expect(soon.states.peek().has('link')).toBe(false);
});
