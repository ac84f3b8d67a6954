import { expect, it } from 'vitest';
import { isOneEmoji } from './emoji.ts';

it.each(['👍', '👍🏽', '❤️', '👩‍💻', '🇫🇷', '🏴‍☠️', '1️⃣'])('[W25] %s is one emoji', (text) => expect(isOneEmoji(text)).toBe(true));
it.each(['', 'a', '1', '👍👍', '👍 ', '<b>', '\u200d', '🇫', '👍x', '#'])('[W25] %j is none', (text) =>
  expect(isOneEmoji(text)).toBe(false),
);
