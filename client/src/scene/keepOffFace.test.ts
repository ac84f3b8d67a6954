import { expect, test } from 'vitest';
import { keepOffFace } from './keepOffFace.ts';

const FACE = { x: 100, y: 100, width: 30, height: 30 };

test('[U53] words pushed over the face of whoever says them go below them', () => {
  const pushed = { x: 60, y: 80, width: 120, height: 50 };
  expect(keepOffFace(pushed, FACE, 190)).toBe(true);
  expect(pushed).toMatchObject({ x: 60, y: 190 });
});

test('[U53] words over the head stay there', () => {
  const above = { x: 60, y: 40, width: 120, height: 50 };
  expect(keepOffFace(above, FACE, 190)).toBe(false);
  expect(above.y).toBe(40);
});
