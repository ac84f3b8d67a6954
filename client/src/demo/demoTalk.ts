// The talk of the demo office: forty seconds on a stage, minute after minute. What is shown at a second of the loop; pure data.
const WORDS = [
  'title',
  'chapter1',
  'chapter2',
  'chapter3',
  'question',
  'line.hello',
  'line.flour',
  'line.water',
  'line.ask',
  'line.answer',
  'line.wait',
] as const;
export type DemoWord = `demo.talk.${(typeof WORDS)[number]}` | 'demo.who.speaker' | 'demo.who.listener';

/** It is on from here until there. */
export const TALK = { from: 6, until: 46 } as const;

export interface TalkMoment {
  /** What the screen shows, by its words. */
  chapter: DemoWord | undefined;
  question: boolean;
  /** A hand is up, and then has the floor. */
  hand: boolean;
  floor: boolean;
  /** So many clap. */
  claps: number;
}

const CHAPTERS: readonly { from: number; key: DemoWord }[] = [
  { from: 10, key: 'demo.talk.chapter1' },
  { from: 19, key: 'demo.talk.chapter2' },
  { from: 36, key: 'demo.talk.chapter3' },
];

const HAND = { from: 23, until: 36 } as const;
const FLOOR_FROM = 27;
const QUESTION = { from: 28, until: 36 } as const;
const CLAPS = { from: 41.5, until: 45.5, most: 14 } as const;

/** At a second of the loop; undefined before and after. */
export function talkMoment(second: number): TalkMoment | undefined {
  if (second < TALK.from || second >= TALK.until) return undefined;
  return {
    chapter: CHAPTERS.findLast(({ from }) => from <= second)?.key,
    question: second >= QUESTION.from && second < QUESTION.until,
    hand: second >= HAND.from && second < FLOOR_FROM,
    floor: second >= FLOOR_FROM && second < HAND.until,
    claps: second >= CLAPS.from && second < CLAPS.until ? CLAPS.most : 0,
  };
}

export interface TalkLine {
  at: number;
  /** The speaker, or whoever asks. */
  who: 'speaker' | 'asker';
  key: DemoWord;
}

export const TALK_LINES: readonly TalkLine[] = [
  { at: 7, who: 'speaker', key: 'demo.talk.line.hello' },
  { at: 11.5, who: 'speaker', key: 'demo.talk.line.flour' },
  { at: 20.5, who: 'speaker', key: 'demo.talk.line.water' },
  { at: 27.5, who: 'asker', key: 'demo.talk.line.ask' },
  { at: 32, who: 'speaker', key: 'demo.talk.line.answer' },
  { at: 37.5, who: 'speaker', key: 'demo.talk.line.wait' },
];

/** Steps to and fro before the screen, px from the middle of the stage. */
const STEPS: readonly { at: number; x: number; y: number }[] = [
  { at: 0, x: -60, y: 18 },
  { at: 12, x: -18, y: 8 },
  { at: 20, x: 34, y: 12 },
  { at: 30, x: 6, y: 22 },
  { at: 38, x: -18, y: 8 },
  { at: 47, x: -60, y: 18 },
];
const SLIDE_S = 1.8;

/** Where the speaker stands, px from the middle of the stage. */
export function speakerAt(second: number): { x: number; y: number; moving: boolean } {
  const index = STEPS.findLastIndex(({ at }) => at <= second);
  const to = STEPS[index] ?? { at: 0, x: 0, y: 0 };
  const before = STEPS[Math.max(0, index - 1)] ?? to;
  const share = Math.min(1, (second - to.at) / SLIDE_S);
  const eased = share * share * (3 - 2 * share);
  return { x: before.x + (to.x - before.x) * eased, y: before.y + (to.y - before.y) * eased, moving: share < 1 };
}
