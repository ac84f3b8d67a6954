// When a meeting is: its rule is reckoned in wall time, where every week is as long as the next, and each result then becomes a moment in its zone.
import type { Repeat, When } from '@comptoir/shared/protocol/appointments';
import rrule from 'rrule';
import type { Appointment, Occurrence } from './Appointment.ts';
import { dayOfWall, readWall, type WallMs, type ZoneClock, zoneClock } from './wallTime.ts';

const DAY_MS = 86_400_000;
/** Of a fifth Friday of a month there are at least four a year: the next twenty are within five. */
const LONGEST_LOOK_MS = 6 * 366 * DAY_MS;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

type Recurring = Exclude<Repeat, { kind: 'once' }>;

export interface Range {
  /** Occurrences that end after this, ms since 1970. */
  fromMs: number;
  /** Those that begin up to then. */
  toMs?: number;
  most?: number;
}

type Timed = When & Pick<Appointment, 'minutes' | 'cancelled'>;

const weekdayOf = (wall: WallMs): (typeof WEEKDAYS)[number] => WEEKDAYS[new Date(wall).getUTCDay()] ?? 'MO';

/** Which Thursday of its month a day is: 1 to 5, and whether there is none after it. */
export function weekInMonth(wall: WallMs): { week: number; isLast: boolean } {
  const date = new Date(wall);
  const day = date.getUTCDate();
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return { week: Math.ceil(day / 7), isLast: day + 7 > days };
}

/** E1: why this can be no meeting: a time that does not exist, or a start that is not what its own rule says. */
export function timeProblem({ start, zone, repeat, until }: When): 'noSuchTime' | undefined {
  const wall = readWall(start);
  if (wall === undefined || !zoneClock(zone) || (until !== null && readWall(until) === undefined)) return 'noSuchTime';
  if (repeat.kind !== 'monthly') return undefined;
  const { week, isLast } = weekInMonth(wall);
  return repeat.week === -1 ? (isLast ? undefined : 'noSuchTime') : repeat.week === week ? undefined : 'noSuchTime';
}

/** The rule as a calendar file writes it, without its end. */
export const ruleText = (start: string, repeat: Recurring): string => {
  const day = weekdayOf(readWall(start) ?? 0);
  return repeat.kind === 'weekly' ? `FREQ=WEEKLY;INTERVAL=${repeat.every};BYDAY=${day}` : `FREQ=MONTHLY;BYDAY=${repeat.week}${day}`;
};

/** Where reckoning may begin so that nothing at or after `from` is missed: a meeting may have run for years. */
function beginNear(start: WallMs, repeat: Recurring, from: WallMs): WallMs {
  if (from <= start) return start;
  if (repeat.kind === 'weekly') {
    const stepMs = repeat.every * 7 * DAY_MS;
    return start + Math.floor((from - start) / stepMs) * stepMs;
  }
  const month = new Date(from);
  return Math.max(start, Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1) + (start % DAY_MS));
}

function wallTimes(start: WallMs, text: string, repeat: Repeat, from: WallMs, to: WallMs, most: number): WallMs[] {
  if (repeat.kind === 'once') return start >= from && start <= to ? [start] : [];
  const { RRule } = rrule;
  const dtstart = new Date(beginNear(start, repeat, from));
  const rule = new RRule({ ...RRule.parseString(ruleText(text, repeat)), dtstart }, true);
  return rule.between(new Date(from), new Date(to), true, (_date, i) => i < most).map((date) => date.getTime());
}

/** E1, E2: the occurrences of a (sound) meeting, soonest first. `withCancelled`: those that are not, too. */
export function occurrencesOf(timed: Timed, { fromMs, toMs, most = Number.POSITIVE_INFINITY }: Range, withCancelled = false): Occurrence[] {
  const clock = zoneClock(timed.zone);
  const start = readWall(timed.start);
  if (!clock || start === undefined) return [];
  const durationMs = timed.minutes * 60_000;
  const last = lastWall(timed.until);
  const from = Math.max(start, clock.wallOf(fromMs - durationMs) - DAY_MS);
  const to = Math.min(last, (toMs === undefined ? from + LONGEST_LOOK_MS : clock.wallOf(toMs)) + DAY_MS);
  // some at the beginning are over already, and some may be cancelled
  const enough = most + timed.cancelled.length + 4;
  const all = wallTimes(start, timed.start, timed.repeat, from, to, enough).map((wall) => occurrenceAt(clock, wall, durationMs));
  return all
    .filter(({ day, startMs, endMs }) => {
      if (endMs <= fromMs || (toMs !== undefined && startMs > toMs)) return false;
      return day <= (timed.until ?? '9999-12-31') && (withCancelled || !timed.cancelled.includes(day));
    })
    .slice(0, most);
}

const occurrenceAt = (clock: ZoneClock, wall: WallMs, durationMs: number): Occurrence => {
  const startMs = clock.momentOf(wall);
  return { day: dayOfWall(wall), startMs, endMs: startMs + durationMs };
};

const lastWall = (until: string | null): WallMs =>
  until === null ? Number.POSITIVE_INFINITY : (readWall(until) ?? Number.NEGATIVE_INFINITY) + DAY_MS - 1;

/** Is there ever an occurrence (cancelled or not) that ends after `nowMs`? */
export const isLiving = (timed: Timed & Pick<Appointment, 'cancelledMs'>, nowMs: number): boolean =>
  timed.cancelledMs === undefined && occurrencesOf(timed, { fromMs: nowMs, most: 1 }, true).length > 0;

/** The last moment at which a rule with an end may still fire, for UNTIL. */
export function untilMoment({ zone, until }: When): number | undefined {
  const clock = zoneClock(zone);
  return until === null || !clock ? undefined : clock.momentOf(lastWall(until) - 999);
}
