// What is typed into the form of a meeting, and the plan that it makes.
import type { AppointmentView, Plan, Repeat, When } from '@comptoir/shared/protocol/appointments';

export interface PlanDraft {
  title: string;
  theme: string;
  /** YYYY-MM-DD and HH:MM, in `zone`. */
  date: string;
  time: string;
  minutes: number;
  zone: string;
  repeat: Repeat;
  /** Empty: for ever. */
  until: string;
  /** Id of an area; empty: at the coffee machine. */
  place: string;
}

const THURSDAY = 4;
const DAY_MS = 86_400_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** Thursday 18:30, the next one to come, in the zone of `now` (a local date). */
export function freshDraft(now: Date, zone: string): PlanDraft {
  const isLate = now.getHours() * 60 + now.getMinutes() >= 18 * 60 + 30;
  const ahead = (THURSDAY - now.getDay() + 7) % 7 || (isLate ? 7 : 0);
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, 12);
  return {
    ...{ title: '', theme: '', time: '18:30', minutes: 60, zone, until: '', place: '' },
    date: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    repeat: { kind: 'weekly', every: 1 },
  };
}

export const draftOf = ({ title, theme, start, minutes, zone, repeat, until, place }: AppointmentView): PlanDraft => ({
  ...{ title, theme, minutes, zone, repeat, until: until ?? '', place: place ?? '' },
  ...{ date: start.slice(0, 10), time: start.slice(11) },
});

/** Which such weekday of its month a day is, and whether it is the last one. Undefined: no date. */
export function weekOf(date: string): { week: 1 | 2 | 3 | 4 | 5; isLast: boolean } | undefined {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const day = new Date(ms);
  const isLast = new Date(ms + 7 * DAY_MS).getUTCMonth() !== day.getUTCMonth();
  return { week: Math.ceil(day.getUTCDate() / 7) as 1 | 2 | 3 | 4 | 5, isLast };
}

/** How often it may come back on this weekday, as offered; the one in use is always among them. */
export function repeatsOf({ date, repeat }: Pick<PlanDraft, 'date' | 'repeat'>): Repeat[] {
  const found = weekOf(date);
  const weeks = [1, 2, 3, 4];
  if (repeat.kind === 'weekly' && !weeks.includes(repeat.every)) weeks.push(repeat.every);
  return [
    { kind: 'once' },
    ...weeks.map((every): Repeat => ({ kind: 'weekly', every })),
    ...(found && !(found.week === 5) ? [{ kind: 'monthly', week: found.week } as const] : []),
    ...(found?.isLast ? [{ kind: 'monthly', week: -1 } as const] : []),
    ...(found?.week === 5 ? [{ kind: 'monthly', week: 5 } as const] : []),
  ];
}

export const keyOfRepeat = (repeat: Repeat): string =>
  repeat.kind === 'once' ? 'once' : repeat.kind === 'weekly' ? `weekly ${repeat.every}` : `monthly ${repeat.week}`;

/** The same rhythm on another day: what was the second Thursday is the third one then, and the last stays the last where that is so. */
export function onDate(draft: PlanDraft, date: string): PlanDraft {
  const found = weekOf(date);
  if (draft.repeat.kind !== 'monthly' || !found) return { ...draft, date };
  const staysLast = found.isLast && (draft.repeat.week === -1 || found.week === 5);
  return { ...draft, date, repeat: { kind: 'monthly', week: staysLast ? -1 : found.week } };
}

export const whenOf = ({ date, time, zone, repeat, until }: PlanDraft): When => ({
  start: `${date}T${time}`,
  ...{ zone, repeat },
  until: repeat.kind === 'once' || until === '' ? null : until,
});

export const planOf = (draft: PlanDraft): Plan => ({
  ...whenOf(draft),
  ...{ title: draft.title, theme: draft.theme, minutes: draft.minutes },
  place: draft.place === '' ? null : draft.place,
});
