import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Chapters, changeChapter, markChapter } from './chapters.ts';

it('[T32] lie in the order of their times, at least three seconds apart', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { maxLength: 60 }), (times) => {
      const chapters: Chapters = [];
      for (const [n, atMs] of times.entries()) {
        const isNear = chapters.some((one) => Math.abs(one.atMs - atMs) < tuning.chapterGapMs);
        const marked = markChapter(chapters, `c${n}`, 'One', atMs);
        expect(marked).toEqual(isNear ? { refused: 'tooSoon' } : { id: `c${n}`, title: 'One', atMs });
      }
      for (const [n, { atMs }] of chapters.entries())
        if (n > 0) expect(atMs - (chapters[n - 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(tuning.chapterGapMs);
    }),
  );
});

it('[T32] a title may come later, and change', () => {
  const chapters: Chapters = [];
  markChapter(chapters, 'c1', '', 1000);
  markChapter(chapters, 'c2', ' Prices \n today ', 9000);
  expect(chapters.map(({ title }) => title)).toEqual(['', 'Prices today']);
  expect(changeChapter(chapters, { chapter: 'c1', title: 'Welcome', remove: false })).toBeUndefined();
  expect(changeChapter(chapters, { chapter: 'c1', title: ' ', remove: false })).toEqual({ refused: 'textEmpty' });
  const long = 'x'.repeat(tuning.chapterLength + 1);
  expect(changeChapter(chapters, { chapter: 'c1', title: long, remove: false })).toEqual({ refused: 'textTooLong' });
  expect(markChapter(chapters, 'c3', long, 90_000)).toEqual({ refused: 'textTooLong' });
  expect(chapters.map(({ title }) => title)).toEqual(['Welcome', 'Prices today']);
});

it('[T32] one that is removed is gone, and leaves its place', () => {
  const chapters: Chapters = [];
  markChapter(chapters, 'c1', 'One', 1000);
  expect(changeChapter(chapters, { chapter: 'c1', title: '', remove: true })).toBeUndefined();
  expect(changeChapter(chapters, { chapter: 'c1', title: '', remove: true })).toEqual({ refused: 'notThere' });
  expect(markChapter(chapters, 'c2', 'Two', 1500)).toMatchObject({ id: 'c2' });
});

it('[T32] a talk has at most 200', () => {
  const chapters: Chapters = [];
  for (let n = 0; n < tuning.chaptersMost; n++) markChapter(chapters, `c${n}`, '', n * tuning.chapterGapMs);
  expect(markChapter(chapters, 'more', '', 9_999_999)).toEqual({ refused: 'tooMany' });
});
