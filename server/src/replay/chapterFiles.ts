// The chapters and notes of a talk as files of others: WebVTT, the text that YouTube reads, the JSON of PeerTube.
import type { ChapterView } from '@comptoir/shared/protocol/auditorium';
import type { NoteLine, YoutubeProblem } from '@comptoir/shared/protocol/replay';

const SHORTEST_YOUTUBE_MS = 10_000;
const LEAST_YOUTUBE = 3;
/** A line of notes stands no longer than this. */
const LONGEST_CAPTION_MS = 8000;

const two = (value: number): string => String(value).padStart(2, '0');

/** 00:01:02.345 */
const vttTime = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}.${String(Math.floor(ms) % 1000).padStart(3, '0')}`;
};

/** 1:02, 1:01:02 */
export const clockTime = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

/** In a cue these would be markup, or the end of it. */
const vttText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\s+/gu, ' ').trim();

interface Cue {
  fromMs: number;
  toMs: number;
  text: string;
}

function vttFile(cues: readonly Cue[]): string {
  const blocks = cues
    .filter(({ fromMs, toMs, text }) => toMs > fromMs && text !== '')
    .map(({ fromMs, toMs, text }, n) => `${n + 1}\n${vttTime(fromMs)} --> ${vttTime(toMs)}\n${vttText(text)}`);
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}

export interface Timed {
  chapters: readonly ChapterView[];
  durationMs: number;
  /** What a chapter without a title is called; `n` from 1. */
  untitled(n: number): string;
  /** Of the recording these files go with. */
  offsetMs: number;
}

/** By the clock of the recording. */
function chaptersIn({ chapters, untitled, offsetMs, durationMs }: Timed): { atMs: number; title: string }[] {
  const all = chapters.map(({ atMs, title }, n) => ({ atMs: Math.max(0, atMs - offsetMs), title: title || untitled(n + 1) }));
  // of those before the recording began, the last one is the one that goes on
  const before = all.findLastIndex(({ atMs }) => atMs === 0);
  return all.slice(Math.max(0, before)).filter(({ atMs }) => atMs < durationMs);
}

export function chaptersVtt(timed: Timed): string {
  const chapters = chaptersIn(timed);
  return vttFile(chapters.map(({ atMs, title }, n) => ({ fromMs: atMs, toMs: chapters[n + 1]?.atMs ?? timed.durationMs, text: title })));
}

/** Notes as captions: each stands until the next one, but not long. */
export function notesVtt(notes: readonly NoteLine[], { durationMs, offsetMs }: Pick<Timed, 'durationMs' | 'offsetMs'>): string {
  const shown = notes.map(({ text, atMs }) => ({ text, fromMs: atMs - offsetMs })).filter(({ fromMs }) => fromMs >= 0);
  return vttFile(
    shown.map(({ text, fromMs }, n) => ({
      ...{ text, fromMs },
      toMs: Math.min(shown[n + 1]?.fromMs ?? durationMs, fromMs + LONGEST_CAPTION_MS, Math.max(durationMs, fromMs + 1)),
    })),
  );
}

/** T87: the first begins at 0:00; `problems` says which of the other rules it breaks. */
export function youtubeChapters(timed: Timed, opening: string): { text: string; problems: YoutubeProblem[] } {
  const found = chaptersIn(timed);
  const starts = (found[0]?.atMs ?? 0) >= 1000 ? [{ atMs: 0, title: opening }, ...found] : found;
  const chapters = starts.map(({ atMs, title }, n) => ({ atMs: n === 0 ? 0 : Math.floor(atMs / 1000) * 1000, title }));
  const problems: YoutubeProblem[] = [];
  if (chapters.length < LEAST_YOUTUBE) problems.push('tooFew');
  const ends = chapters.map((_, n) => chapters[n + 1]?.atMs ?? timed.durationMs);
  if (chapters.some(({ atMs }, n) => (ends[n] ?? 0) - atMs < SHORTEST_YOUTUBE_MS)) problems.push('tooShort');
  return { text: chapters.map(({ atMs, title }) => `${clockTime(atMs)} ${title}`).join('\n'), problems };
}

/** As PeerTube's API takes them: whole seconds, each once, the first at 0 or later. */
export function peertubeChapters(timed: Timed): { chapters: { timecode: number; title: string }[] } {
  const bySecond = new Map<number, string>();
  for (const { atMs, title } of chaptersIn(timed)) bySecond.set(Math.floor(atMs / 1000), title);
  return { chapters: [...bySecond].map(([timecode, title]) => ({ timecode, title })) };
}
