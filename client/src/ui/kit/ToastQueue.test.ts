import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ToastQueue } from './ToastQueue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const keys = (queue: ToastQueue): string[] => queue.shown.value.map((toast) => toast.key);

test('[U11] at most two notes at a time: the oldest makes place', () => {
  const queue = new ToastQueue();
  for (const key of ['toast.focused', 'toast.mapChanged', 'toast.apero'] as const) queue.add({ key });
  expect(keys(queue)).toEqual(['toast.mapChanged', 'toast.apero']);
});

test('[U11] a note goes after six seconds, and stays while one reads it', () => {
  const queue = new ToastQueue();
  queue.add({ key: 'toast.focused' });
  queue.add({ key: 'toast.mapChanged' });
  const first = queue.shown.value[0]?.id ?? 0;
  queue.hold(first, true);
  vi.advanceTimersByTime(6000);
  expect(keys(queue)).toEqual(['toast.focused']);
  queue.hold(first, false);
  vi.advanceTimersByTime(5999);
  expect(keys(queue)).toEqual(['toast.focused']);
  vi.advanceTimersByTime(1);
  expect(keys(queue)).toEqual([]);
});

test('[U11] the same sentence is shown once', () => {
  const queue = new ToastQueue();
  queue.add({ key: 'walk.started', words: { name: 'Ada' } });
  queue.add({ key: 'walk.started', words: { name: 'Ada' } });
  queue.add({ key: 'walk.started', words: { name: 'Bo' } });
  expect(queue.shown.value.map((toast) => toast.words?.name)).toEqual(['Ada', 'Bo']);
});
