// The times of meetings as one says them: near ones by their day, others by their date; and how often they come back.
import type { Repeat } from '@comptoir/shared/protocol/appointments';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';

const DAY_MS = 86_400_000;

const localDay = (ms: number): number => {
  const date = new Date(ms);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
};

/** In the viewer's own zone: "today 18:30", "Thursday 18:30", "Thu 3 Dec, 18:30". */
export function whenWords(startMs: number, nowMs: number, language: string): string {
  const hour = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(startMs);
  const days = Math.round((localDay(startMs) - localDay(nowMs)) / DAY_MS);
  if (days === 0 || days === 1) return `${new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')} ${hour}`;
  if (days > 1 && days < 7) return `${new Intl.DateTimeFormat(language, { weekday: 'long' }).format(startMs)} ${hour}`;
  return `${new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' }).format(startMs)} ${hour}`;
}

/** "Thursday 26 November, 18:30 – 19:30" */
export const spanWords = (startMs: number, endMs: number, language: string): string =>
  new Intl.DateTimeFormat(language, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  } as const).formatRange(startMs, endMs);

/** At the beginning of a sentence. */
export const capital = (text: string, language: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

const WEEK_KEYS: Record<Extract<Repeat, { kind: 'monthly' }>['week'], MessageKey> = {
  1: 'agenda.week1',
  2: 'agenda.week2',
  3: 'agenda.week3',
  4: 'agenda.week4',
  5: 'agenda.week5',
  [-1]: 'agenda.weekLast',
};

/** "Every Thursday", "Last Tuesday of the month". @param date YYYY-MM-DD of the start, whose weekday counts */
export function repeatWords(date: string, repeat: Repeat, language: string, t: Say): string {
  if (repeat.kind === 'once') return t('agenda.once');
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));
  if (repeat.kind === 'monthly') return t('agenda.monthly', { which: t(WEEK_KEYS[repeat.week]), day });
  return repeat.every === 1 ? t('agenda.every', { day }) : t('agenda.everyWeeks', { n: repeat.every, day });
}
