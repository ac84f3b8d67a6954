import { expect, test } from 'vitest';
import { dayWords, timeWords } from './timeWords.ts';

const now = Date.UTC(2026, 10, 27, 9, 0);

test('[U69] until when: the hour, and the day when it is another one', () => {
  expect(timeWords(Date.UTC(2026, 10, 27, 14, 5), now, 'fr', 'Europe/Paris')).toBe('15:05');
  expect(timeWords(Date.UTC(2026, 10, 27, 23, 5), now, 'fr', 'Europe/Paris')).toBe('28 novembre 2026 à 00:05');
  expect(timeWords(Date.UTC(2026, 10, 28, 14, 5), now, 'en', 'UTC')).toMatch(/^November 28, 2026 at 2:05/);
});

test('a day of another year bears its year', () => {
  expect(dayWords(Date.UTC(2026, 11, 4), now, 'en', 'UTC')).toBe('December 4');
  expect(dayWords(Date.UTC(2027, 10, 27), now, 'fr', 'UTC')).toBe('27 novembre 2027');
});
