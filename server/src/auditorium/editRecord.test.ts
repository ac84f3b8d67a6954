// What is changed of a talk that is over.
import { describe, expect, it } from 'vitest';
import { testReplay } from '../replay/testReplay.ts';
import { editChapter, editRecord, removeFrom } from './editRecord.ts';
import type { TalkRecord } from './TalkRecord.ts';

const { record } = testReplay();
const edited = (result: { record: TalkRecord } | { refused: string }): TalkRecord => {
  if ('refused' in result) throw new Error(result.refused);
  return result.record;
};

describe('afterwards', () => {
  it('[T86] chapters are added, moved, named and removed, three seconds apart and within the talk', () => {
    const add = (atMs: number, title = 'New') => editChapter(record, { chapter: null, title, atMs, remove: false }, 'c9');
    expect(edited(add(120_000)).chapters.map(({ id }) => id)).toEqual(['c1', 'c9', 'c2']);
    expect(add(62_999)).toEqual({ refused: 'tooSoon' });
    expect(edited(add(63_000)).chapters).toHaveLength(3);
    expect(add(1_800_001)).toEqual({ refused: 'invalid' });
    expect(add(120_000, '  ')).toEqual({ refused: 'textEmpty' });
    expect(add(120_000, 'x'.repeat(81))).toEqual({ refused: 'textTooLong' });
    const moved = editChapter(record, { chapter: 'c1', title: 'Moved', atMs: 900_000, remove: false }, 'c9');
    expect(edited(moved).chapters.map(({ id, title }) => [id, title])).toEqual([
      ['c2', ''],
      ['c1', 'Moved'],
    ]);
    // a chapter is no hindrance to itself
    expect(edited(editChapter(record, { chapter: 'c1', title: 'Same', atMs: 60_500, remove: false }, 'c9')).chapters).toHaveLength(2);
    expect(edited(editChapter(record, { chapter: 'c1', title: '', atMs: 0, remove: true }, 'c9')).chapters).toHaveLength(1);
    expect(editChapter(record, { chapter: 'nothing', title: 'x', atMs: 0, remove: true }, 'c9')).toEqual({ refused: 'notThere' });
  });

  it('[T88] title, summary and links are cleaned; a link leads by http(s) and nothing else', () => {
    expect(edited(editRecord(record, { title: ' Rivers  and seas ' })).settings.title).toBe('Rivers and seas');
    expect(editRecord(record, { title: ' ' })).toEqual({ refused: 'textEmpty' });
    expect(edited(editRecord(record, { summary: ['One', ' ', 'Two\nlines'] })).summary).toEqual(['One', 'Two lines']);
    expect(editRecord(record, { summary: ['x'.repeat(201)] })).toEqual({ refused: 'textTooLong' });
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'example.org', 'https://user:word@example.org', ''])
      expect(editRecord(record, { links: [{ title: 'x', url }] }), url).toEqual({ refused: 'noLink' });
    expect(edited(editRecord(record, { links: [{ title: '', url: ' HTTPS://Example.org/a b ' }] })).links).toEqual([
      { title: 'example.org', url: 'https://example.org/a%20b' },
    ]);
    expect(edited(editRecord(record, { kept: true }))).toMatchObject({ isKept: true, summary: record.summary });
  });

  it('[T88] questions, notes and slides are taken out', () => {
    expect(removeFrom(record, 'question', 'q1')?.questions.map(({ id }) => id)).toEqual(['q2']);
    expect(removeFrom(record, 'note', 'n2')?.notes).toHaveLength(1);
    const without = removeFrom(record, 'slides', 'd1');
    expect(without?.documents).toEqual([]);
    expect(without?.turns.every(({ document }) => document === null)).toBe(true);
    expect(removeFrom(record, 'note', 'q1')).toBeUndefined();
  });
});
