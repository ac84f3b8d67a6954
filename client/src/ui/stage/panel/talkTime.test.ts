import { expect, test } from 'vitest';
import { durationOf, talkTime } from './talkTime.ts';

test.each([
  [0, '0:00'],
  [34_900, '0:34'],
  [754_000, '12:34'],
  [3_723_000, '1:02:03'],
  [-5, '0:00'],
])('[U91] %i ms after it began is %s', (ms, words) => {
  expect(talkTime(ms)).toBe(words);
});

test('[U91] a stamp is a duration to machines', () => {
  expect(durationOf(754_900)).toBe('PT754S');
});
