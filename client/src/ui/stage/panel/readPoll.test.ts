import { describe, expect, test } from 'vitest';
import { readPoll } from './readPoll.ts';

describe('[U95] a poll that is written', () => {
  test('leaves out empty choices and spaces', () => {
    expect(readPoll('  Coffee? ', [' yes', '', 'no  ', ' '])).toEqual({ text: 'Coffee?', options: ['yes', 'no'] });
  });

  test.each([
    ['without a question', ' ', ['a', 'b'], 'question'],
    ['too long', 'x'.repeat(401), ['a', 'b'], 'questionLong'],
    ['with one choice', 'Coffee?', ['a', ' '], 'options'],
    ['with the same choice twice', 'Coffee?', ['a', 'a '], 'same'],
    ['with a long choice', 'Coffee?', ['a', 'x'.repeat(81)], 'long'],
  ])('%s says what is wrong', (_how, text, values, problem) => {
    expect(readPoll(text, values)).toEqual({ problem });
  });
});
