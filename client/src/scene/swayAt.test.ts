import { expect, test } from 'vitest';
import { swayAt } from './swayAt.ts';

const moments = Array.from({ length: 400 }, (_, n) => n * 50);

test('[U46] a plant leans at most a pixel, to both sides, and slowly', () => {
  const leans = moments.map((nowMs) => swayAt(320, 480, nowMs));
  expect(Math.max(...leans)).toBeLessThanOrEqual(1);
  expect(Math.max(...leans)).toBeGreaterThan(0.5);
  expect(Math.min(...leans)).toBeLessThan(-0.5);
  for (const [n, lean] of leans.slice(1).entries()) expect(Math.abs(lean - (leans[n] ?? 0))).toBeLessThan(0.1);
});

test('[U46] neighbours do not nod as one', () => {
  const apart = moments.map((nowMs) => Math.abs(swayAt(320, 480, nowMs) - swayAt(420, 480, nowMs)));
  expect(Math.max(...apart)).toBeGreaterThan(0.5);
});
