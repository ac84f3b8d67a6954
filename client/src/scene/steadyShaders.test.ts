import { expect, test } from 'vitest';
import { ageOf } from './Steam.ts';
import { steadyCount } from './steadyShaders.ts';

test('[U27] four shaders draw any number of pictures together', () => {
  const counts = Array.from({ length: 16 }, (_, i) => steadyCount(i + 1, 16));
  expect(new Set(counts)).toEqual(new Set([1, 4, 8, 16]));
  for (const [i, count] of counts.entries()) expect(count).toBeGreaterThanOrEqual(i + 1);
  expect(steadyCount(3, 2)).toBe(2);
});

test('[O7] puffs of steam are spread over their life', () => {
  const ages = [0, 1, 2].map((i) => ageOf(i, 3, 1000, 3000));
  expect(new Set(ages.map((age) => age.toFixed(2))).size).toBe(3);
  for (const age of ages) expect(age).toBeLessThan(1);
});
