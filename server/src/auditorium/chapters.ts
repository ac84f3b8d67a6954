// Chapters of a talk, marked while it goes on; their titles may come later.
import type { ChapterView } from '@comptoir/shared/protocol/auditorium';
import type { Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { readWording } from './wording.ts';

/** In the order of their times. */
export type Chapters = ChapterView[];

/** T32: begins now, with a title or still without one. @param nowMs since the talk began */
export function markChapter(chapters: Chapters, id: string, said: string, nowMs: number): ChapterView | { refused: Refusal } {
  const wording = readWording(said, tuning.chapterLength);
  if ('refused' in wording && wording.refused !== 'textEmpty') return wording;
  if (chapters.some(({ atMs }) => Math.abs(nowMs - atMs) < tuning.chapterGapMs)) return { refused: 'tooSoon' };
  if (chapters.length >= tuning.chaptersMost) return { refused: 'tooMany' };
  const chapter: ChapterView = { id, title: 'text' in wording ? wording.text : '', atMs: nowMs };
  chapters.push(chapter);
  chapters.sort((one, other) => one.atMs - other.atMs);
  return chapter;
}

export function changeChapter(
  chapters: Chapters,
  { chapter: id, title, remove }: { chapter: string; title: string; remove: boolean },
): { refused: Refusal } | undefined {
  const at = chapters.findIndex((one) => one.id === id);
  const found = chapters[at];
  if (!found) return { refused: 'notThere' };
  if (remove) {
    chapters.splice(at, 1);
    return undefined;
  }
  const wording = readWording(title, tuning.chapterLength);
  if ('refused' in wording) return wording;
  chapters[at] = { ...found, title: wording.text };
  return undefined;
}
