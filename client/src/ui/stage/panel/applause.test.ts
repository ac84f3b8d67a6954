import { describe, expect, test } from 'vitest';
import { APPLAUSE_NEWS_EVERY_MS, ApplauseNews } from './ApplauseNews.ts';
import { addSigns, SIGN_MS, SIGNS_MOST } from './Shower.ts';

const middle = (): number => 0.5;

describe('[U93] applause', () => {
  test('is a handful of signs whatever is clapped, and each says how many it stands for', () => {
    const signs = addSigns([], { clap: 100, heart: 1 }, 0, middle);
    expect(signs.map(({ reaction, n }) => [reaction, n])).toEqual([
      ['clap', 34],
      ['clap', 33],
      ['clap', 33],
      ['heart', 1],
    ]);
    const many = addSigns(addSigns(signs, { clap: 50, wow: 50 }, 100, middle), { idea: 2 }, 200, middle);
    expect(many).toHaveLength(SIGNS_MOST);
    expect(new Set(many.map(({ id }) => id)).size).toBe(SIGNS_MOST);
    expect(addSigns(many, {}, 200 + SIGN_MS, middle)).toEqual([]);
  });

  test('is said gathered, at most once in five seconds', () => {
    const news = new ApplauseNews();
    expect(news.take(0)).toBeUndefined();
    news.came({ heart: 2, clap: 12 });
    expect(news.take(10)).toEqual([
      { reaction: 'clap', n: 12 },
      { reaction: 'heart', n: 2 },
    ]);
    news.came({ clap: 3 });
    news.came({ clap: 4 });
    expect(news.take(20)).toBeUndefined();
    expect(news.take(10 + APPLAUSE_NEWS_EVERY_MS)).toEqual([{ reaction: 'clap', n: 7 }]);
  });
});
