// What leaders and hosts change of a talk that is over: its summary, chapters, links, whether it is kept; and what they take out of it.
import type { Ask, Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { TalkRecord } from './TalkRecord.ts';
import { readWording } from './wording.ts';

type Edited = { record: TalkRecord } | { refused: Refusal };

export function editRecord(record: TalkRecord, { title, summary, links, kept, podcast }: Omit<Ask<'editTalk'>, 'talk'>): Edited {
  const edited = { ...record };
  if (title !== undefined) {
    const wording = readWording(title, tuning.talkTitleLength);
    if ('refused' in wording) return wording;
    edited.settings = { ...record.settings, title: wording.text };
  }
  if (summary !== undefined) {
    const read = readLines(summary);
    if ('refused' in read) return read;
    edited.summary = read.lines;
  }
  if (links !== undefined) {
    const read = links.map(readLink);
    const refused = read.find((one) => 'refused' in one);
    if (refused && 'refused' in refused) return refused;
    edited.links = read.flatMap((one) => ('refused' in one ? [] : [one]));
  }
  if (kept !== undefined) edited.isKept = kept;
  if (podcast !== undefined) edited.podcast = podcast;
  return { record: edited };
}

/** Empty ones are left out. */
function readLines(said: readonly string[]): { lines: string[] } | { refused: Refusal } {
  const lines: string[] = [];
  for (const one of said) {
    const wording = readWording(one, tuning.summaryLineLength);
    if ('text' in wording) lines.push(wording.text);
    else if (wording.refused !== 'textEmpty') return wording;
  }
  return { lines };
}

/** T88: on other people's screens stands a link that leads where it says, by http(s) and nothing else. */
function readLink({ title, url }: { title: string; url: string }): { title: string; url: string } | { refused: Refusal } {
  const parsed = URL.parse(url.trim());
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || parsed.username !== '' || parsed.password !== '')
    return { refused: 'noLink' };
  const wording = readWording(title, tuning.chapterLength);
  if ('refused' in wording && wording.refused !== 'textEmpty') return wording;
  return { title: 'text' in wording ? wording.text : parsed.host, url: parsed.href };
}

/** T86: as while it goes on, at least three seconds apart, and within the talk. `newId`: of a new one. */
export function editChapter(record: TalkRecord, { chapter, title, atMs, remove }: Omit<Ask<'editChapter'>, 'talk'>, newId: string): Edited {
  const { chapters, startedMs, endedMs } = record;
  const others = chapters.filter(({ id }) => id !== chapter);
  if (chapter !== null && others.length === chapters.length) return { refused: 'notThere' };
  if (remove) return { record: { ...record, chapters: others } };
  const wording = readWording(title, tuning.chapterLength);
  if ('refused' in wording) return wording;
  if (endedMs !== null && atMs > endedMs - startedMs) return { refused: 'invalid' };
  if (others.some((one) => Math.abs(one.atMs - atMs) < tuning.chapterGapMs)) return { refused: 'tooSoon' };
  if (others.length >= tuning.chaptersMost) return { refused: 'tooMany' };
  const edited = [...others, { id: chapter ?? newId, title: wording.text, atMs }].sort((one, other) => one.atMs - other.atMs);
  return { record: { ...record, chapters: edited } };
}

/** @returns undefined: there is no such thing in it */
export function removeFrom(record: TalkRecord, what: 'question' | 'note' | 'slides', id: string): TalkRecord | undefined {
  const without = <T extends { id: string }>(list: readonly T[]): T[] => list.filter((one) => one.id !== id);
  const { questions, pinned, notes, documents, turns } = record;
  const edited: TalkRecord = {
    question: { ...record, questions: without(questions), pinned: pinned.filter((one) => one !== id) },
    note: { ...record, notes: without(notes) },
    slides: {
      ...record,
      documents: without(documents),
      turns: turns.map((turn) => (turn.document === id ? { ...turn, document: null, page: 0 } : turn)),
    },
  }[what];
  const count = (of: TalkRecord): number => of.questions.length + of.notes.length + of.documents.length;
  return count(edited) === count(record) ? undefined : edited;
}
