import { describe, expect, test } from 'vitest';
import { APPLAUSE_NEWS_EVERY_MS, ApplauseNews } from './ApplauseNews.ts';
import { addSigns, addSums, SIGN_MS, SIGNS_MOST, SUMS_MS } from './Shower.ts';

describe('[U93] applause', () => {
  test('is a handful of signs whatever is clapped, and each says how many it stands for', () => {
    const ofOne = addSigns([], { clap: 100 }, 0);
    expect(ofOne.map(({ n }) => n)).toEqual([34, 33, 33]);
    const ofAll = addSigns(ofOne, { clap: 50, laugh: 1, heart: 4, wow: 2, idea: 3 }, 100);
    expect(ofAll.slice(3).map(({ reaction, n }) => [reaction, n])).toEqual([
      ['clap', 50],
      ['laugh', 1],
      ['heart', 4],
      ['wow', 2],
      ['idea', 3],
    ]);
    const many = addSigns(ofAll, { idea: 2 }, 200);
    expect(many).toHaveLength(SIGNS_MOST);
    // none covers another
    expect(new Set(many.map(({ at }) => at)).size).toBe(SIGNS_MOST);
    expect(addSigns(many, {}, 200 + SIGN_MS)).toEqual([]);
  });

  test('is one line of numbers that grow while it goes on, where less motion is wished', () => {
    const sums = addSums(addSums({ counts: {}, untilMs: 0 }, { clap: 60, heart: 1 }, 100), { clap: 60 }, 600);
    expect(sums.counts).toEqual({ clap: 120, heart: 1 });
    expect(addSums(sums, { wow: 1 }, 600 + SUMS_MS).counts).toEqual({ wow: 1 });
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
