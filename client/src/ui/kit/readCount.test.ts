import { expect, test } from 'vitest';
import { readCount } from './readCount.ts';

test.each([
  ['', undefined],
  ['  ', undefined],
  ['20', 20],
  [' 1 000 ', 1000],
  ['1,000', 1000],
  ['0', 'invalid'],
  ['1001', 'invalid'],
  ['-3', 'invalid'],
  ['ten', 'invalid'],
  ['.', 'invalid'],
])('%j is %j, up to 1000', (typed, count) => {
  expect(readCount(typed, 1000)).toBe(count);
});
