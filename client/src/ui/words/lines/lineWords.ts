// A line in words: what is said of it, when it was, who reacted; for eyes, ears and titles.
import type { FileView } from '@comptoir/shared/protocol/channels';
import type { Line } from '@comptoir/shared/protocol/talk';
import type { Say } from '../../Ui.ts';
import { shorten } from '../WordsNews.ts';

const QUOTED = 100;
const NAMED = 6;

export const quoteOf = (text: string): string => shorten(text, QUOTED);

/** What a line is called where there is no room for it: its words, or its files. */
export const excerptOf = ({ text, files }: Pick<Line, 'text' | 'files'>): string =>
  text.trim() !== '' ? quoteOf(text) : quoteOf((files ?? []).map(({ name }) => name).join(', '));

export const hourOf = (atMs: number, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(atMs));

export const dayAndHourOf = (atMs: number, language: string): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(atMs));

/** @param nameOf of a personId; undefined: nobody remembers it */
export function reactionWords(people: readonly string[], nameOf: (id: string) => string | undefined, t: Say): string {
  const names = people.slice(0, NAMED).map((id) => nameOf(id) ?? t('words.somebody'));
  const more = people.length - names.length;
  return more > 0 ? t('line.namesAndMore', { names: names.join(', '), n: more }) : names.join(', ');
}

/** The whole of a line as it is read out when the keyboard stands on it. */
export function spokenLine(line: Line, name: string, nameOf: (id: string) => string | undefined, language: string, t: Say): string {
  const { replyTo, files = [], reactions = [] } = line;
  return [
    t('line.spoken', { name, time: hourOf(line.atMs, language), text: line.text }),
    replyTo && t('line.replied', { name: replyTo.name, text: replyTo.text ?? t('line.erasedQuote') }),
    files.length > 0 && files.map((file) => file.name).join(', '),
    line.editedMs !== undefined && t('line.edited'),
    ...reactions.map(({ emoji, people }) => `${emoji} ${reactionWords(people, nameOf, t)}`),
  ]
    .filter(Boolean)
    .join('. ');
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** 1,234,567 is "1.2 MB". */
export function sizeWords(bytes: number, language: string): string {
  const step = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const unit = UNITS[step] ?? 'byte';
  const how: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: step > 1 ? 1 : 0 };
  return new Intl.NumberFormat(language, how).format(bytes / 1000 ** step);
}

/** "PDF" of plan.pdf; undefined where the name has no such end. */
export const kindOf = ({ name }: Pick<FileView, 'name'>): string | undefined => /\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1]?.toUpperCase();

/** Shown as large as fits, never larger than it is: known before it is fetched, so that nothing jumps. CSS px. */
export function pictureSize(width: number, height: number, most: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
