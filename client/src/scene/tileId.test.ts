import { expect, test } from 'vitest';
import { readTileId, turnOf } from './tileId.ts';

const H = 0x80000000;
const V = 0x40000000;
const D = 0x20000000;

/** Where a picture's own right and down point to on the map, as `x,y x,y`. */
const arrows = (gid: number): string => {
  const [a, b, c, d] = turnOf(readTileId(gid));
  return `${a},${b} ${c},${d}`;
};

test.each([
  ['upright', 5, '1,0 0,1'],
  ['mirrored', H + 5, '-1,0 0,1'],
  ['upside down', V + 5, '1,0 0,-1'],
  ['half a turn', H + V + 5, '-1,0 0,-1'],
  ['a quarter to the right', H + D + 5, '0,1 -1,0'],
  ['a quarter to the left', V + D + 5, '0,-1 1,0'],
  ['mirrored at the diagonal', D + 5, '0,1 1,0'],
])('[U27] a tile %s', (_how, gid, expected) => {
  expect(readTileId(gid >>> 0).id).toBe(5);
  expect(arrows(gid >>> 0).replaceAll('-0', '0')).toBe(expected);
});
