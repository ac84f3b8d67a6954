import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readPiece } from './boardPieces.ts';
import { changedIn, LiveStroke, plainOf } from './LiveStroke.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A board of mine, and what somebody else sees of it. */
function boards() {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  const updates: Uint8Array[] = [];
  mine.on('update', (update: Uint8Array, origin: unknown) => {
    updates.push(update);
    if (origin !== 'other') Y.applyUpdate(theirs, update, 'other');
  });
  theirs.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'other') Y.applyUpdate(mine, update, 'other');
  });
  const list = mine.getArray<unknown>('board');
  const undo = new Y.UndoManager(list, { trackedOrigins: new Set(['board']), captureTimeout: 0 });
  const seen = () =>
    theirs
      .getArray<unknown>('board')
      .toArray()
      .map((value) => readPiece(plainOf(value)));
  return { list, undo, theirs: theirs.getArray<unknown>('board'), seen, updates };
}

const line = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => ({ x: (from + n) * 5, y: 40 }));

test('[W11] a line is seen while it is drawn, and is one line when the pen is lifted', () => {
  const { list, undo, seen } = boards();
  const stroke = new LiveStroke(list, undo, 'teal', 14);
  stroke.add(line(0, 4));
  expect(seen()).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(seen()).toEqual([{ kind: 'stroke', ink: 'teal', size: 14, points: [0, 40, 5, 40, 10, 40, 15, 40] }]);
  stroke.add(line(4, 9));
  stroke.add(line(9, 10));
  stroke.end();
  expect(seen()).toHaveLength(1);
  expect(seen()[0]).toMatchObject({ points: line(0, 10).flatMap(({ x, y }) => [x, y]) });
  vi.advanceTimersByTime(1000);
  expect(seen()).toHaveLength(1);
});

test('[W11] a dot is a line, too, and one undo takes a whole line back, however often it grew', () => {
  const { list, undo, seen } = boards();
  const dot = new LiveStroke(list, undo, 'ink', 6);
  dot.add([{ x: 3, y: 4 }]);
  dot.end();
  const long = new LiveStroke(list, undo, 'ink', 6);
  for (let n = 0; n < 20; n++) {
    long.add(line(n * 3, n * 3 + 3));
    vi.advanceTimersByTime(100);
  }
  long.end();
  const before = seen();
  expect(before).toHaveLength(2);
  undo.undo();
  expect(seen()).toEqual(before.slice(0, 1));
  undo.redo();
  expect(seen()).toEqual(before);
  undo.undo();
  undo.undo();
  expect(seen()).toEqual([]);
});

test('[W11] what somebody clears while I draw comes back with my line', () => {
  const { list, undo, theirs, seen } = boards();
  const stroke = new LiveStroke(list, undo, 'rust', 6);
  stroke.add(line(0, 4));
  vi.advanceTimersByTime(100);
  theirs.delete(0, theirs.length);
  stroke.add(line(4, 8));
  vi.advanceTimersByTime(100);
  stroke.end();
  expect(seen()).toHaveLength(1);
  expect(seen()[0]).toMatchObject({ points: line(0, 8).flatMap(({ x, y }) => [x, y]) });
});

test('[W13] a line of 1,500 points costs little more for being sent while it is drawn', () => {
  const { list, undo, updates } = boards();
  const stroke = new LiveStroke(list, undo, 'ink', 6);
  for (let n = 0; n < 100; n++) {
    stroke.add(line(n * 15, n * 15 + 15));
    vi.advanceTimersByTime(100);
  }
  stroke.end();
  expect(updates.length).toBeLessThanOrEqual(101);
  expect(updates.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(16_000);
});

test('[W11] of a line that grows only that line is read anew', () => {
  const { list, undo, theirs } = boards();
  theirs.push([{ kind: 'label', ink: 'ink', x: 1, y: 2, text: 'plan' }]);
  const stroke = new LiveStroke(list, undo, 'ink', 6);
  const changed: object[][] = [];
  theirs.observeDeep((events) => changed.push(changedIn(theirs, events)));
  stroke.add(line(0, 2));
  vi.advanceTimersByTime(100);
  stroke.add(line(2, 4));
  stroke.end();
  expect(changed).toEqual([[], [theirs.get(1)]]);
});

test.each([
  ['without points', new Map<string, unknown>([['kind', 'stroke']])],
  ['with points that are no list', new Map<string, unknown>([['points', 'x']])],
])('[W13] a map %s is no piece of a board', (_what, entries) => {
  const list = new Y.Doc().getArray<unknown>('board');
  list.push([new Y.Map(entries)]);
  expect(readPiece(plainOf(list.get(0)))).toBeUndefined();
});
