import { expect, test } from 'vitest';
import { shorten, WORDS_NEWS_EVERY_MS, WordsNews } from './WordsNews.ts';

test('[W10] a line is said; the next ones wait, and are then said together', () => {
  const news = new WordsNews();
  news.came({ name: 'Noor', text: 'hello' });
  expect(news.take(1000)).toEqual({ kind: 'one', name: 'Noor', text: 'hello' });
  news.came({ name: 'Noor', text: 'are you there' });
  news.came({ name: 'Lou', text: 'yes' });
  news.came({ name: 'Noor', text: 'good' });
  expect(news.take(1000 + WORDS_NEWS_EVERY_MS - 1)).toBeUndefined();
  expect(news.take(1000 + WORDS_NEWS_EVERY_MS)).toEqual({ kind: 'many', n: 3, names: ['Noor', 'Lou'] });
  expect(news.take(9_000_000)).toBeUndefined();
});

test('[W10] long lines are cut between characters', () => {
  expect(shorten('a\nb', 10)).toBe('a b');
  expect(shorten('abcdef', 4)).toBe('abc…');
  expect(shorten('ab👍def', 4)).toBe('ab…');
  expect(shorten('a👍bc', 2).isWellFormed()).toBe(true);
});
