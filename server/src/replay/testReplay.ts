// A talk that is over, for tests: with everything in it, each text as hostile as `text` makes it.
import type { Replay } from './Replay.ts';

const START_MS = Date.UTC(2026, 10, 26, 18, 30);

export function testReplay(text: (what: string) => string = (what) => what): Replay {
  return {
    record: {
      ...{ version: 1, id: 'talk1', auditorium: 'hall', startedMs: START_MS, endedMs: START_MS + 1_800_000, seenMs: 0 },
      settings: { title: text('Rivers'), language: 'en', anonymous: true, openStage: true, programme: [] },
      ...{ leaders: { p1: text('Lea') }, speakers: { p1: text('Lea'), p2: text('Max') }, scribes: [] },
      questions: [
        {
          ...{ id: 'q2', text: text('How deep?'), name: '', by: '', isAnonymous: true },
          ...{ votes: 2, voters: [], askedMs: 700_000, answeredMs: null },
        },
        {
          ...{ id: 'q1', text: text('Why?'), name: text('Nina'), by: 'p3', isAnonymous: false },
          ...{ votes: 1, voters: [], askedMs: 300_000, answeredMs: 360_000 },
        },
      ],
      ...{ pinned: [], onScreen: null },
      polls: [{ id: 'v1', text: text('Which?'), options: [text('this'), text('that')], counts: [1, 3], isOpen: false, openedMs: 400_000 }],
      debates: [{ phase: 'over', sides: [text('yes'), text('no')], speakers: {}, spokenMs: [65_000, 5000], before: [1, 1], after: [3, 1] }],
      chapters: [
        { id: 'c1', title: text('Springs'), atMs: 60_000 },
        { id: 'c2', title: '', atMs: 600_500 },
      ],
      notes: [
        { id: 'n1', text: text('Rivers carry stones'), name: text('Ada'), atMs: 61_000 },
        { id: 'n2', text: text('And sand'), name: text('Bob'), atMs: 90_000 },
      ],
      documents: [{ id: 'd1', name: text('Plans'), pages: 3, by: 'p1' }],
      turns: [
        { atMs: 1000, document: 'd1', page: 0 },
        { atMs: 5000, document: 'd1', page: 2 },
        { atMs: 9000, document: 'd1', page: 0 },
      ],
      ...{ summary: [text('Stones move.')], links: [{ title: text('More'), url: 'https://example.org/?a=1&b="2"' }] },
      ...{ isKept: false, podcast: false },
    },
    afterwards: [
      { id: 'a1', question: 'q1', text: text('Because.'), name: text('Olga'), atMs: START_MS + 86_400_000 },
      { id: 'a2', question: '', text: text('And today?'), name: text('Pia'), atMs: START_MS + 90_000_000 },
    ],
    media: undefined,
  };
}
