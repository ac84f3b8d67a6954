// Dates and lengths of past talks, in words; times that somebody types.
import type { PastTalk } from '@comptoir/shared/protocol/replay';
import { foldWords } from '../../people/foldWords.ts';

export const dayWords = (ms: number, language: string): string => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(ms);

/** The leaf of a calendar: 26 / Nov. */
export const dayLeaf = (ms: number, language: string): { day: string; month: string } => ({
  day: new Intl.DateTimeFormat(language, { day: 'numeric' }).format(ms),
  month: new Intl.DateTimeFormat(language, { month: 'short' }).format(ms),
});

export const minutesOf = ({ durationMs }: Pick<PastTalk, 'durationMs'>): number => Math.max(1, Math.round(durationMs / 60_000));

/** "1:23", "1:02:03" -> ms; undefined: it is none. */
export function readTime(text: string): number | undefined {
  const [, hours = '0', minutes, seconds] = /^\s*(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)\s*$/.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined) return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** By title, chapter or speaker: every word must be somewhere. */
export function findPast(list: readonly PastTalk[], typed: string): PastTalk[] {
  const words = foldWords(typed)
    .split(' ')
    .filter((word) => word !== '');
  return list.filter(({ title, speakers, chapters }) => {
    const text = foldWords([title, ...speakers, ...chapters.map((chapter) => chapter.title)].join(' '));
    return words.every((word) => text.includes(word));
  });
}
