// What stays of a talk: notes taken while it goes on, the shelf of past talks, and what may be changed of them. Merged into requests.ts and messages.ts.
import * as v from 'valibot';
import { tuning } from '../tuning.ts';
import type { ChapterView } from './auditorium.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** Counted as people count characters by the rule; this only bounds what is read. */
const words = (characters: number) => v.pipe(v.string(), v.maxLength(characters * 8));
/** Since the talk began. */
const atMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 86_400_000));

const link = v.strictObject({ title: words(tuning.chapterLength), url: v.pipe(v.string(), v.maxLength(tuning.linkLength)) });

export const replayRequests = {
  /** Of leaders and scribes: a line, stamped now. */
  writeNote: v.strictObject({ text: words(tuning.noteLineLength) }),
  /** Of leaders and scribes. */
  changeNote: v.strictObject({ note: id, text: words(tuning.noteLineLength), remove: v.boolean() }),
  /** Of leaders: somebody in the talk writes notes with them, or no longer. */
  nameScribe: v.strictObject({ personId: id, writes: v.boolean() }),

  /** Talks of this office that are over, the latest first. */
  pastTalks: v.strictObject({}),
  /** Of whoever led it, and hosts: all that they may change. */
  pastTalk: v.strictObject({ talk: id }),
  /** What is absent stays as it is. */
  editTalk: v.strictObject({
    talk: id,
    title: v.optional(words(tuning.talkTitleLength)),
    summary: v.optional(v.pipe(v.array(words(tuning.summaryLineLength)), v.maxLength(tuning.summaryLines))),
    links: v.optional(v.pipe(v.array(link), v.maxLength(tuning.linksMost))),
    /** Not deleted when its time is over. */
    kept: v.optional(v.boolean()),
    /** Its sound may be in the office's podcast. */
    podcast: v.optional(v.boolean()),
  }),
  /** null: a new one. */
  editChapter: v.strictObject({
    talk: id,
    chapter: v.nullable(id),
    title: words(tuning.chapterLength),
    atMs,
    remove: v.boolean(),
  }),
  /** A question with all its answers, one answer, a line of the notes, or a document that was shown. */
  removeFromTalk: v.strictObject({ talk: id, what: v.picklist(['question', 'answer', 'note', 'slides']), id }),
  /** All of it, for good. */
  removeTalk: v.strictObject({ talk: id }),
} as const;

export type ReplayRefusal =
  /** Neither a leader nor a scribe. */
  | 'notScribe'
  /** An address that is no http(s) link. */
  | 'noLink';

type Done = { ok: true };
export interface ReplayAnswers {
  writeNote: { ok: true; note: string };
  changeNote: Done;
  nameScribe: Done;
  /** `key` goes into addresses of pages, where the office is not open to everybody and I may give it on. */
  pastTalks: { ok: true; list: PastTalk[] };
  pastTalk: { ok: true; talk: PastTalkDetail };
  editTalk: Done;
  editChapter: Done;
  removeFromTalk: Done;
  removeTalk: Done;
}

export interface NoteLine {
  id: string;
  text: string;
  /** Of whoever wrote it, as they were called. */
  name: string;
  /** personId; absent of notes from before it was noted, and of somebody who is erased. */
  by?: string;
  /** Since the talk began. */
  atMs: number;
}

export interface TalkLink {
  title: string;
  url: string;
}

/** One on the shelf: a talk, or a recorded meeting that I was in. */
export interface PastTalk {
  talk: string;
  of: 'talk' | 'meeting';
  auditorium: string;
  title: string;
  language: string;
  startedMs: number;
  durationMs: number;
  speakers: string[];
  /** With a title. */
  chapters: { title: string; atMs: number }[];
  questions: number;
  hasSummary: boolean;
  /** Path of its page on this server, with the key if there is one. */
  page: string;
  /** Of a recorded one. `share`: how much of its files is made, 0 to 1. */
  recording?: { state: 'recording' | 'finishing' | 'ready' | 'failed'; share: number };
  /** I am in its recording and may still be taken out: until then, ms since 1970. */
  withdrawUntilMs?: number;
  /** I may change it. */
  mine: boolean;
  /** ms since 1970; null: for ever. */
  keptUntilMs: number | null;
}

/** A question or an answer, as whoever tidies up sees it. */
export interface WrittenView {
  id: string;
  text: string;
  name: string;
  answers: { id: string; text: string; name: string; atMs: number }[];
}

export interface PastTalkDetail extends PastTalk {
  summary: string[];
  links: TalkLink[];
  notes: NoteLine[];
  allChapters: ChapterView[];
  written: WrittenView[];
  slides: { id: string; name: string }[];
  kept: boolean;
  podcast: boolean;
  /** Which rules of YouTube's chapters fail. */
  youtube: YoutubeProblem[];
}

/** Its three rules: the first at 0:00, three at least, ten seconds each at least. */
export const YOUTUBE_PROBLEMS = ['tooFew', 'tooShort'] as const;
export type YoutubeProblem = (typeof YOUTUBE_PROBLEMS)[number];

export interface ReplayServerMessages {
  /** `all`: nothing that was told before counts. `scribes`: personIds, told when they change. */
  notes: { all: boolean; changed: NoteLine[]; gone: string[]; scribes?: string[] };
}

/** What the page of a talk tells its script about the slides that were shown. */
export interface PageSlides {
  /** By id. `url`: path on this server. */
  documents: Readonly<Record<string, { url: string; pages: number }>>;
  /** In order; `at`: seconds of the recording. */
  turns: readonly SlideTurn[];
  /** `slide` holds {page} and {pages}. */
  words: { slide: string; none: string; loading: string; problem: string };
}

export interface SlideTurn {
  at: number;
  /** Id of the PDF; null: from then on none was shown. */
  of: string | null;
  /** From 0. */
  page: number;
}
