import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { isChairOf } from './SpriteField.ts';

const seat: Seat = { id: 'chair-4-4', tileX: 4, tileY: 4, facing: 'down', feetX: 144, feetY: 162, depth: 161 };
const chair = { box: { x: 132, y: 127, width: 24, height: 36 }, depth: 160 };

test('[U47] a chair under its sitter is theirs, whole or in halves', () => {
  expect(isChairOf(seat, chair)).toBe(true);
  expect(isChairOf(seat, { ...chair, depth: chair.depth - 14 })).toBe(true);
});

test('[U47] a bench, a table and the chair beside are not', () => {
  expect(isChairOf(seat, { box: { x: 100, y: 127, width: 88, height: 36 }, depth: 160 })).toBe(false);
  expect(isChairOf(seat, { ...chair, depth: 190 })).toBe(false);
  expect(isChairOf(seat, { ...chair, box: { ...chair.box, x: chair.box.x + 32 } })).toBe(false);
});
