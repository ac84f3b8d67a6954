// Chapters and notes as files: WebVTT as another parser reads it, and the rules of YouTube and PeerTube.
import { expect, it } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { chaptersVtt, clockTime, notesVtt, peertubeChapters, type Timed, youtubeChapters } from './chapterFiles.ts';

const untitled = (n: number): string => `Chapter ${n}`;
const timed = (starts: readonly (readonly [ms: number, title: string])[], more: Partial<Timed> = {}): Timed => ({
  chapters: starts.map(([atMs, title], n) => ({ id: `c${n}`, title, atMs })),
  ...{ durationMs: 3_700_000, offsetMs: 0, untitled },
  ...more,
});
const HOSTILE = 'a --> b & <c.x onclick=1>\u2028NOTE';

it('[T87] WebVTT of chapters is read by another parser without an error, whatever the titles hold', () => {
  const text = chaptersVtt(
    timed([
      [0, 'Start'],
      [65_432, HOSTILE],
      [3_600_000, ''],
    ]),
  );
  const { cues, errors } = new WebVTTParser().parse(text, 'chapters');
  expect(errors).toEqual([]);
  expect(cues.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
    [0, 65.432],
    [65.432, 3600],
    [3600, 3700],
  ]);
  expect(text).toContain('a --&gt; b &amp; &lt;c.x onclick=1&gt; NOTE');
  expect(text).toContain('Chapter 3');
  expect(new WebVTTParser().parse(chaptersVtt(timed([])), 'chapters').errors).toEqual([]);
});

it('[T87] WebVTT of notes: each line stands until the next one, and not long', () => {
  const notes = [1000, 3000, 20_000].map((atMs, n) => ({ id: `n${n}`, name: 'Ada', text: n === 1 ? HOSTILE : `line ${n}`, atMs }));
  const { cues, errors } = new WebVTTParser().parse(notesVtt(notes, { durationMs: 22_000, offsetMs: 0 }), 'metadata');
  expect(errors).toEqual([]);
  expect(cues.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
    [1, 3],
    [3, 11],
    [20, 22],
  ]);
});

it('[T87] by the clock of a recording that began later', () => {
  const later = timed(
    [
      [0, 'A'],
      [10_000, 'B'],
      [40_000, 'C'],
      [99_000, 'D'],
    ],
    { offsetMs: 20_000, durationMs: 60_000 },
  );
  expect(peertubeChapters(later)).toEqual({
    chapters: [
      { timecode: 0, title: 'B' },
      { timecode: 20, title: 'C' },
    ],
  });
});

it('[T87] text for YouTube begins at 0:00 and says which rule it breaks', () => {
  const good = youtubeChapters(
    timed([
      [12_000, 'Springs'],
      [3_601_900, 'Sea'],
    ]),
    'Opening',
  );
  expect(good).toEqual({ text: '0:00 Opening\n0:12 Springs\n1:00:01 Sea', problems: [] });
  expect(youtubeChapters(timed([[400, 'Only']]), 'Opening')).toEqual({ text: '0:00 Only', problems: ['tooFew'] });
  const short = [
    [0, 'A'],
    [9999, 'B'],
    [60_000, 'C'],
  ] as const;
  expect(youtubeChapters(timed(short), 'Opening').problems).toEqual(['tooShort']);
  expect(
    youtubeChapters(
      timed([
        [0, 'A'],
        [20_000, 'B'],
        [3_695_000, 'C'],
      ]),
      'Opening',
    ).problems,
  ).toEqual(['tooShort']);
  expect(
    youtubeChapters(
      timed([
        [5000, 'A'],
        [20_000, 'B'],
      ]),
      'Opening',
    ).problems,
  ).toEqual(['tooShort']);
});

it('[T87] chapters for PeerTube: whole seconds, each once', () => {
  const list = peertubeChapters(
    timed([
      [0, 'A'],
      [65_900, ''],
    ]),
  );
  expect(list).toEqual({
    chapters: [
      { timecode: 0, title: 'A' },
      { timecode: 65, title: 'Chapter 2' },
    ],
  });
});

it('writes times as people read them', () => {
  expect([0, 59_999, 60_000, 3_599_999, 3_600_000].map(clockTime)).toEqual(['0:00', '0:59', '1:00', '59:59', '1:00:00']);
});
