// Past talks by words, and times that somebody types.
import { expect, it } from 'vitest';
import { findPast, readTime } from './shelfWords.ts';

it('reads times as people write them, and nothing else', () => {
  expect(['0:05', '1:23', '75:00', '1:02:03', ' 2:00 '].map(readTime)).toEqual([5000, 83_000, 4_500_000, 3_723_000, 120_000]);
  expect(['', '5', '1:60', 'x:10', '1:2', '-1:00', '1:02:03:04'].map(readTime)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('[T92] finds talks by title, chapter and speaker, whatever the accents', () => {
  const talk = (title: string, speakers: string[], chapters: string[]) => ({
    of: 'talk' as const,
    ...{ talk: title, auditorium: 'hall', title, language: 'fr', startedMs: 0, durationMs: 0, speakers, questions: 0, hasSummary: false },
    ...{ page: '/t/x', mine: false, keptUntilMs: null, chapters: chapters.map((name) => ({ title: name, atMs: 0 })) },
  });
  const list = [talk('Fixer ses prix', ['Zoé'], ['Négocier']), talk('Rivières', ['Max'], ['Sources'])];
  const found = (typed: string): string[] => findPast(list, typed).map(({ title }) => title);
  expect(found('')).toHaveLength(2);
  expect(found('riviere')).toEqual(['Rivières']);
  expect(found('ZOE prix')).toEqual(['Fixer ses prix']);
  expect(found('negocier')).toEqual(['Fixer ses prix']);
  expect(found('zoe sources')).toEqual([]);
});
