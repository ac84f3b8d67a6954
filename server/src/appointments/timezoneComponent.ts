// The VTIMEZONE of a zone: its clock changes around the years that a calendar file speaks of, as yearly rules where they are such.
import { type WallMs, writeWall, zoneClock } from './wallTime.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Changes of the clock are at least some weeks apart. */
const STRIDE_MS = 7 * DAY_MS;
/** So many years in a row must follow one rule to be written as one. */
const RULE_YEARS = 8;
/** Of zones whose changes follow none (Ramadan): all of so many years. */
const LISTED_YEARS = 12;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

interface Change {
  /** Wall time of the clock that is left. */
  wall: WallMs;
  fromMs: number;
  toMs: number;
}

const two = (number: number): string => String(number).padStart(2, '0');

function offsetText(ms: number): string {
  const seconds = Math.abs(ms) / 1000;
  const rest = seconds % 60;
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? '' : two(rest)}`;
}

export const wallText = (wall: WallMs): string => `${writeWall(wall).replace(/[-:]/g, '')}${two(new Date(wall).getUTCSeconds())}`;

function changesBetween(offsetAt: (ms: number) => number, fromMs: number, toMs: number): Change[] {
  const changes: Change[] = [];
  for (let at = fromMs; at < toMs; at += STRIDE_MS) {
    const offset = offsetAt(at);
    let [same, other] = [at, at + STRIDE_MS];
    const next = offsetAt(other);
    if (next === offset) continue;
    while (other - same > 1000) {
      const middle = Math.floor((same + other) / 2000) * 1000;
      if (offsetAt(middle) === offset) same = middle;
      else other = middle;
    }
    changes.push({ wall: other + offset, fromMs: offset, toMs: next });
  }
  return changes;
}

/** How a day can be told within its month: "the second Sunday", "the last Sunday". */
function dayRules(wall: WallMs): string[] {
  const date = new Date(wall);
  const day = date.getUTCDate();
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const weekday = WEEKDAYS[date.getUTCDay()] ?? 'SU';
  const month = `BYMONTH=${date.getUTCMonth() + 1}`;
  return [...(day + 7 > days ? [`${month};BYDAY=-1${weekday}`] : []), `${month};BYDAY=${Math.ceil(day / 7)}${weekday}`];
}

/** The yearly rule that all changes follow, one each year, at the same time of day. */
function ruleOf(changes: readonly Change[]): string | undefined {
  const [first] = changes;
  if (!first || changes.length < RULE_YEARS) return undefined;
  const year = new Date(first.wall).getUTCFullYear();
  const areYearly = changes.every(
    ({ wall, fromMs, toMs }, i) =>
      new Date(wall).getUTCFullYear() === year + i &&
      wall % DAY_MS === first.wall % DAY_MS &&
      fromMs === first.fromMs &&
      toMs === first.toMs,
  );
  return areYearly ? dayRules(first.wall).find((rule) => changes.every(({ wall }) => dayRules(wall).includes(rule))) : undefined;
}

function partOf(kind: 'STANDARD' | 'DAYLIGHT', [first, ...others]: readonly Change[], rule: string | undefined): string[] {
  if (!first) return [];
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallText(first.wall)}`,
    `TZOFFSETFROM:${offsetText(first.fromMs)}`,
    `TZOFFSETTO:${offsetText(first.toMs)}`,
    ...(rule === undefined ? others.map(({ wall }) => `RDATE:${wallText(wall)}`) : [`RRULE:FREQ=YEARLY;${rule}`]),
    `END:${kind}`,
  ];
}

/** Changes that are left by one clock for another, each pair by itself. */
function alike(changes: readonly Change[]): Change[][] {
  const sorts = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.fromMs} ${change.toMs}`;
    sorts.set(key, [...(sorts.get(key) ?? []), change]);
  }
  return [...sorts.values()];
}

/** @param fromMs the earliest moment that the file speaks of @returns undefined: no such zone */
export function timezoneComponent(zone: string, fromMs: number): string | undefined {
  const clock = zoneClock(zone);
  if (!clock) return undefined;
  const year = new Date(clock.wallOf(fromMs)).getUTCFullYear();
  const changesOf = (years: number): Change[] => changesBetween(clock.offsetAt, Date.UTC(year - 1, 0, 1), Date.UTC(year - 1 + years, 0, 1));
  const yearly = alike(changesOf(RULE_YEARS)).map((changes) => ({ changes, rule: ruleOf(changes) }));
  const follow = yearly.length === 2 && yearly.every(({ rule }) => rule !== undefined);
  const sorts = follow ? yearly : alike(changesOf(LISTED_YEARS)).map((changes) => ({ changes, rule: undefined }));
  const parts = sorts.flatMap(({ changes, rule }) => {
    const isAhead = changes[0] !== undefined && changes[0].toMs > changes[0].fromMs;
    return partOf(isAhead ? 'DAYLIGHT' : 'STANDARD', changes, rule);
  });
  // what holds before the first change, or always
  const first = Math.min(...sorts.flatMap(({ changes }) => changes.map(({ wall }) => wall)));
  const offset = clock.offsetAt(Date.UTC(year - 1, 0, 1));
  const begin = Number.isFinite(first) ? Math.min(first - DAY_MS, Date.UTC(1970, 0, 1)) : Date.UTC(1970, 0, 1);
  const always: Change = { wall: begin, fromMs: offset, toMs: offset };
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...partOf('STANDARD', [always], undefined), ...parts, 'END:VTIMEZONE'].join('\r\n');
}
