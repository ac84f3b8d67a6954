import { expect, test } from 'vitest';
import { lineAct, nextLine } from './lineKeys.ts';

const key = (key: string, more: { ctrlKey?: boolean } = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('[U133] arrows lead from line to line and stay at the ends; from outside, up leads to the latest', () => {
  expect(['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp'].map((name) => nextLine(name, 2, 5))).toEqual([1, 3, 0, 4, undefined]);
  expect([nextLine('ArrowUp', 0, 5), nextLine('ArrowDown', 4, 5)]).toEqual([0, 4]);
  expect([nextLine('ArrowUp', -1, 5), nextLine('ArrowDown', -1, 5), nextLine('ArrowUp', -1, 0)]).toEqual([4, undefined, undefined]);
});

test('[U133] one letter does what the menu of a line does, and nothing together with other keys', () => {
  expect(['r', 'E', '+', 'Delete', 'Backspace', 'Enter', 'x'].map((name) => lineAct(key(name)))).toEqual([
    ...['reply', 'edit', 'emoji', 'erase', 'erase', 'acts', undefined],
  ]);
  expect(lineAct(key('r', { ctrlKey: true }))).toBeUndefined();
});
