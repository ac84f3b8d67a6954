import { expect, test } from 'vitest';
import { isNamed } from './isNamed.ts';

test('[T125] in the rows only I am named, whoever has the floor, and whom somebody points at', () => {
  const named = { myId: 'me', also: new Set(['speaks', 'pointed']) };
  const inRow = (personId: string) => isNamed({ seat: { clip: 30 }, personId }, named);
  expect(['me', 'speaks', 'pointed', 'other'].map(inRow)).toEqual([true, true, true, false]);
  // on a chair elsewhere, and standing, everybody is
  expect(isNamed({ seat: {}, personId: 'other' }, named)).toBe(true);
  expect(isNamed({ seat: undefined, personId: 'other' }, named)).toBe(true);
});
