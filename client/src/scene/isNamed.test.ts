import { expect, test } from 'vitest';
import { isNamed } from './isNamed.ts';

const also = new Set(['speaks', 'pointed']);

test('[T125] in the rows only I am named, whoever has the floor, and whom somebody points at', () => {
  const named = { myId: 'me', also, full: [] };
  const inRow = (personId: string) => isNamed({ personId, seat: { clip: 30 }, x: 0, y: 0 }, named);
  expect(['me', 'speaks', 'pointed', 'other'].map(inRow)).toEqual([true, true, true, false]);
  // on a chair elsewhere, and standing, everybody is
  expect(isNamed({ personId: 'other', seat: {}, x: 0, y: 0 }, named)).toBe(true);
  expect(isNamed({ personId: 'other', seat: undefined, x: 0, y: 0 }, named)).toBe(true);
});

test('[T125] in a full hall that holds for whoever stands there too', () => {
  const named = { myId: 'me', also, full: [{ x: 0, y: 100, width: 50, height: 50 }] };
  const standing = (personId: string, y: number) => isNamed({ personId, seat: undefined, x: 10, y }, named);
  expect(['me', 'speaks', 'other'].map((personId) => standing(personId, 120))).toEqual([true, true, false]);
  expect(standing('other', 90)).toBe(true);
});
