// What the page of a talk is made of, and the small pieces of HTML that its parts share.
import { escapeHtml } from '../pages/escapeHtml.ts';
import type { PageLanguage } from '../pages/pageLanguage.ts';
import { clockTime } from './chapterFiles.ts';
import type { Replay } from './Replay.ts';
import type { ReplayWords } from './replayWords.ts';

export interface TalkPageFacts {
  language: PageLanguage;
  words: ReplayWords;
  /** Where this server is reached: `https://office.example.org` */
  origin: string;
  officeTitle: string;
  /** `/o/office`, encoded. */
  officePath: string;
  /** Name of an area to stay in. */
  lounge: string | undefined;
  placeName: string;
  /** IANA name: the office's. */
  zone: string;
  replay: Replay;
  /** Of an office that is not open; goes on into every link. */
  key: string | undefined;
  /** As this browser's person is called. */
  myName: string;
  /** Where the player begins, ms since the talk began. */
  atMs: number | undefined;
  /** ms since 1970; null: for ever. */
  keptUntilMs: number | null;
  stylePath: string;
  scriptPath: string;
  /** The script that draws slides. */
  slidesScriptPath: string;
  /** Undefined: it was not recorded, or it is ready. */
  preparing: { state: 'prepared' | 'failed'; share: number } | undefined;
  /** T130: whoever may take themselves out of the recording from this browser. */
  recorded: readonly Recorded[];
}

export interface Recorded {
  personId: string;
  name: string;
  /** ms since 1970. */
  untilMs: number;
}

/** Path of a file beside the page, with the key. */
export const fileOf = ({ replay, key }: Pick<TalkPageFacts, 'replay' | 'key'>, name: string): string =>
  `/t/${replay.record.id}${name}${key === undefined ? '' : `?key=${key}`}`;

/** Since the talk began, in words and for machines. */
export const timeOf = (ms: number): string => `<time datetime="PT${Math.floor(ms / 1000)}S">${clockTime(ms)}</time>`;

/** Leads the player there, where there is one. */
export function timeLink(facts: TalkPageFacts, ms: number): string {
  const { media } = facts.replay;
  if (!media || ms < media.offsetMs) return `<span class="at">${timeOf(ms)}</span>`;
  const seconds = Math.floor(ms / 1000);
  const href = `/t/${facts.replay.record.id}?at=${seconds}${facts.key === undefined ? '' : `&key=${facts.key}`}#player`;
  return `<a class="at" href="${escapeHtml(href)}" data-at="${(ms - media.offsetMs) / 1000}">${timeOf(ms)}</a>`;
}

/** A part of the page; '' when there is nothing in it. */
export const section = (id: string, title: string, body: string): string =>
  body === '' ? '' : `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>${body}</section>`;

/** What somebody said, in the language of the talk. */
export const said = ({ replay }: Pick<TalkPageFacts, 'replay'>): string =>
  `lang="${escapeHtml(replay.record.settings.language)}" dir="auto"`;
