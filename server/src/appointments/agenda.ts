// The rules of an office's agenda: what may be planned, what a change does to those who said that they come, and what is next.
import { lengthOf, nameProblem, normaliseWords } from '@comptoir/shared/people';
import type { AppointmentRefusal, AppointmentView, OccurrenceView, Plan } from '@comptoir/shared/protocol/appointments';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText } from '@comptoir/shared/words';
import type { Appointment } from './Appointment.ts';
import type { Expansions } from './Expansions.ts';
import { isLiving, occurrencesOf, timeProblem } from './occurrences.ts';
import { readWall } from './wallTime.ts';

const DAY_MS = 86_400_000;
/** A meeting that is moved takes its people along, at most so far. */
const MOST_MOVED_DAYS = 13;

/** Who said that they come, by the day of the occurrence: hashed devices, or persons without one. */
export type Coming = Map<string, Set<string>>;

export interface Agenda {
  /** By id. */
  appointments: Map<string, Appointment>;
  coming: Map<string, Coming>;
}

export const emptyAgenda = (): Agenda => ({ appointments: new Map(), coming: new Map() });

/** As everybody will read it. */
export const cleanPlan = (plan: Plan): Plan => ({ ...plan, title: normaliseWords(cleanText(plan.title)), theme: cleanText(plan.theme) });

/** E1, E3: why a (cleaned) plan may not be. */
export function planProblem(plan: Plan, nowMs: number): AppointmentRefusal | undefined {
  if (nameProblem(plan.title) === 'empty') return 'titleEmpty';
  if (lengthOf(plan.title) > tuning.meetingTitleLength) return 'titleTooLong';
  if (lengthOf(plan.theme) > tuning.meetingThemeLength) return 'themeTooLong';
  const problem = timeProblem(plan);
  if (problem) return problem;
  return isLiving({ ...plan, cancelled: [], cancelledMs: undefined }, nowMs) ? undefined : 'neverAgain';
}

export const countLiving = (agenda: Agenda, nowMs: number): number =>
  [...agenda.appointments.values()].filter((appointment) => isLiving(appointment, nowMs)).length;

/** Days of `from` with the nearest day of `to` that is near enough; none for those that stay. */
function movedDays(days: Iterable<string>, to: readonly string[], isOnce: boolean): { from: string; to: string }[] {
  return [...days].flatMap((from) => {
    if (to.includes(from)) return [];
    const distance = (day: string): number => Math.abs((readWall(day) ?? 0) - (readWall(from) ?? 0));
    const nearest = to.reduce<string | undefined>(
      (best, day) => (best === undefined || distance(day) < distance(best) ? day : best),
      undefined,
    );
    if (nearest === undefined || (!isOnce && distance(nearest) > MOST_MOVED_DAYS * DAY_MS)) return [];
    return [{ from, to: nearest }];
  });
}

/** E4: where those who come to an occurrence that is not over go when the plan changes. */
export function movesOf(before: Appointment, after: Appointment, coming: Coming, nowMs: number): { from: string; to: string }[] {
  const far = { fromMs: nowMs, most: tuning.meetingsMost };
  const days = new Set(occurrencesOf(before, far, true).map(({ day }) => day));
  const next = occurrencesOf({ ...after, cancelled: [] }, far).map(({ day }) => day);
  return movedDays(
    [...coming.keys()].filter((day) => days.has(day)),
    next,
    after.repeat.kind === 'once',
  );
}

export function applyMoves(coming: Coming, moves: readonly { from: string; to: string }[]): void {
  const taken = moves.map(({ from, to }) => ({ from, to, who: coming.get(from) ?? new Set<string>() }));
  for (const { from } of taken) coming.delete(from);
  for (const { to, who } of taken) coming.set(to, new Set([...(coming.get(to) ?? []), ...who]));
}

/** The days that were cancelled and still are days of the meeting. */
export function keptCancelled(appointment: Appointment, nowMs: number): string[] {
  const days = new Set(occurrencesOf(appointment, { fromMs: nowMs - tuning.meetingKeptMs, most: 200 }, true).map(({ day }) => day));
  return appointment.cancelled.filter((day) => days.has(day));
}

/** Is there an occurrence on this day that is not over? Reckoned about that day only: whoever asks may name one of the year 9999. */
export function isUpcoming(appointment: Appointment, day: string, nowMs: number): boolean {
  if (appointment.cancelledMs !== undefined) return false;
  const dayMs = readWall(day) ?? 0;
  const around = { fromMs: Math.max(nowMs, dayMs - 2 * DAY_MS), toMs: dayMs + 2 * DAY_MS };
  return occurrencesOf(appointment, around, true).some((occurrence) => occurrence.day === day);
}

export interface Ahead {
  nowMs: number;
  toMs?: number;
  most: number;
}

/** An occurrence with those who come; looked up once for everybody who is told. */
export interface Next {
  view: Omit<OccurrenceView, 'count' | 'mine'>;
  coming: ReadonlySet<string> | undefined;
}

/** E2: what is next of all meetings, soonest first; at most `EXPANSION_MOST` of each. */
export function nextOf(agenda: Agenda, expansions: Expansions, { nowMs, toMs = Number.POSITIVE_INFINITY, most }: Ahead): Next[] {
  const all = [...agenda.appointments.values()].flatMap((appointment) => {
    if (appointment.cancelledMs !== undefined) return [];
    const { id, title, theme, place } = appointment;
    const occurrences = expansions.of(appointment, nowMs).filter(({ startMs }) => startMs <= toMs);
    return occurrences.map(({ day, startMs, endMs }): Next => {
      const view = { id, occurrence: day, startMs, endMs, title, theme, place };
      return { view, coming: agenda.coming.get(id)?.get(day) };
    });
  });
  return all.sort((a, b) => a.view.startMs - b.view.startMs || a.view.id.localeCompare(b.view.id)).slice(0, most);
}

/** E8: how many come, and whether `who` is one of them; never who else. */
export const seenBy = ({ view, coming }: Next, who: string | undefined): OccurrenceView => ({
  ...view,
  count: coming?.size ?? 0,
  mine: who !== undefined && coming?.has(who) === true,
});

/** E6: what calendars are told of: what is not over, and for a while what is over or cancelled. */
export const toldToCalendars = (agenda: Agenda, nowMs: number): Appointment[] =>
  [...agenda.appointments.values()].filter((appointment) => !isForgotten(appointment, nowMs));

/** Over or cancelled for so long that nobody needs to know. */
export const isForgotten = (appointment: Appointment, nowMs: number): boolean => {
  const { cancelledMs } = appointment;
  if (cancelledMs !== undefined) return cancelledMs < nowMs - tuning.meetingKeptMs;
  return !isLiving(appointment, nowMs - tuning.meetingKeptMs);
};

export function viewOf(appointment: Appointment): AppointmentView {
  const { id, title, theme, start, zone, minutes, repeat, until, place, createdByName, cancelled, cancelledMs } = appointment;
  return {
    ...{ id, title, theme, start, zone, minutes, repeat, until, place },
    ...{ by: createdByName, cancelled: [...cancelled], isCancelled: cancelledMs !== undefined },
  };
}
