import { expect, test } from 'vitest';
import { AvatarNumbers } from './AvatarNumbers.ts';

test('[M8] numbers are small, and a freed one names nobody else for a minute', () => {
  const numbers = new AvatarNumbers();
  expect([numbers.take(0), numbers.take(0), numbers.take(0)]).toEqual([0, 1, 2]);
  numbers.free(1, 1000);
  expect(numbers.take(60_999)).toBe(3);
  expect(numbers.take(61_000)).toBe(1);
  expect(numbers.take(61_000)).toBe(4);
});

test('[M8] there are no more than a u16 can name', () => {
  const numbers = new AvatarNumbers();
  for (let n = 0; n < 65_536; n++) numbers.take(0);
  expect(() => numbers.take(0)).toThrow(RangeError);
  numbers.free(7, 0);
  expect(numbers.take(60_000)).toBe(7);
});
