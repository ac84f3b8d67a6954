import { expect, test } from 'vitest';
import { handsAt } from './ClockHands.ts';

test('[U46] the clock on the wall tells the viewer’s own time', () => {
  expect(handsAt(new Date(2026, 0, 1, 3, 0))).toEqual({ hour: { x: 3, y: -0 }, minute: { x: 0, y: -5 } });
  expect(handsAt(new Date(2026, 0, 1, 18, 30))).toEqual({ hour: { x: -1, y: 3 }, minute: { x: 0, y: 5 } });
  expect(handsAt(new Date(2026, 0, 1, 12, 45)).minute).toEqual({ x: -5, y: 0 });
});
