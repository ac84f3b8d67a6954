import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { translate } from '../../i18n/translate.ts';
import { ArrivalNews, NEWS_EVERY_MS } from './ArrivalNews.ts';
import { newsSentence } from './newsSentence.ts';

test('[L4] at most once every five seconds, then all together', () => {
  const news = new ArrivalNews();
  news.came('a', 'Ada', 'near');
  expect(news.take(1000)).toEqual({ kind: 'near', names: ['Ada'] });
  news.came('b', 'Bo', 'near');
  news.came('c', 'Cy', 'near');
  expect(news.take(1000 + NEWS_EVERY_MS - 1)).toBeUndefined();
  expect(news.take(1000 + NEWS_EVERY_MS)).toEqual({ kind: 'near', names: ['Bo', 'Cy'] });
  expect(news.take(1000 + 2 * NEWS_EVERY_MS)).toBeUndefined();
});

test('[L4] who is gone before it was told is not told', () => {
  const news = new ArrivalNews();
  news.came('a', 'Ada', 'near');
  news.left('a');
  expect(news.take(0)).toBeUndefined();
});

test('[L4] who came near goes before who came in, and is told once', () => {
  const news = new ArrivalNews();
  news.came('b', 'Bo', 'arrived');
  news.came('a', 'Ada', 'arrived');
  news.came('a', 'Ada', 'near');
  news.came('a', 'Ada', 'arrived');
  expect(news.take(0)).toEqual({ kind: 'near', names: ['Ada'] });
  expect(news.take(NEWS_EVERY_MS)).toEqual({ kind: 'arrived', names: ['Bo'] });
});

test('[L4] one name, or one name and how many others', () => {
  const say = (names: string[]): string => newsSentence({ kind: 'near', names }, (key, words) => translate(en, 'en', key, words));
  expect(say(['Ada'])).toBe('Ada came near.');
  expect(say(['Ada', 'Bo'])).toBe('Ada and 1 other came near.');
  expect(say(['Ada', 'Bo', 'Cy'])).toBe('Ada and 2 others came near.');
});
