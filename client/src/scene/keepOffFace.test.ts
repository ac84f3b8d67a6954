import { expect, test } from 'vitest';
import { keepOffFace } from './keepOffFace.ts';

const ROOM = { x: 0, y: 0, width: 400, height: 300 };
const FACE = { x: 100, y: 100, width: 30, height: 30 };

test('[U53] words pushed over the face of whoever says them go below them', () => {
  const pushed = { x: 60, y: 80, width: 120, height: 50 };
  expect(keepOffFace(pushed, FACE, 190, ROOM)).toBe(true);
  expect(pushed).toMatchObject({ x: 60, y: 190 });
});

test('[U53] words over the head stay there', () => {
  const above = { x: 60, y: 40, width: 120, height: 50 };
  expect(keepOffFace(above, FACE, 190, ROOM)).toBe(false);
  expect(above.y).toBe(40);
});

test('[U53] where there is no room below they stand beside the face, on the side they were pushed to if that has room', () => {
  const low = { ...ROOM, height: 220 };
  const right = { x: 90, y: 80, width: 120, height: 50 };
  expect(keepOffFace(right, FACE, 190, low)).toBe(true);
  expect(right).toMatchObject({ x: 134, y: 80 });
  // at its left there is less than they need
  const left = { x: 20, y: 80, width: 120, height: 50 };
  keepOffFace(left, FACE, 190, low);
  expect(left.x).toBe(134);
});
