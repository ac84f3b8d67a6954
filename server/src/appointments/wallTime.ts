// Between the time on a wall's clock and the moment it means in a zone; by the zone rules that come with Node.

/** A day and time without a zone, as ms since 1970 as if it were UTC: what recurrence is reckoned in. */
export type WallMs = number;

export interface ZoneClock {
  zone: string;
  /** ms to add to a moment to get its wall time. */
  offsetAt(ms: number): number;
  wallOf(ms: number): WallMs;
  /**
   * The moment of a wall time. One that the clocks leap over (02:30 in spring) is as much later as they leap (03:30), one that comes twice
   * (02:30 in autumn) is the first: as RFC 5545 has it.
   */
  momentOf(wall: WallMs): number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** undefined: no such zone. Offsets written as numbers are none: they have no rules, and calendars do not know them. */
export function zoneClock(zone: string): ZoneClock | undefined {
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    return undefined;
  }
  const wallOf = (ms: number): WallMs => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) + (((ms % 1000) + 1000) % 1000);
  };
  const offsetAt = (ms: number): number => wallOf(ms) - ms;
  return {
    zone,
    offsetAt,
    wallOf,
    momentOf(wall) {
      // no zone has changed its offset twice within two days since long
      const before = offsetAt(wall - DAY_MS);
      const after = offsetAt(wall + DAY_MS);
      const early = wall - before;
      if (before === after || offsetAt(early) === before) return early;
      const late = wall - after;
      return offsetAt(late) === after ? late : early;
    },
  };
}

/** `2026-11-26T18:30` or `2026-11-26`; undefined for a day or time that no clock shows. */
export function readWall(text: string): WallMs | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  return writeWall(wall) === `${text.slice(0, 10)}T${text.slice(11) || '00:00'}` ? wall : undefined;
}

/** `2026-11-26T18:30` */
export const writeWall = (wall: WallMs): string => new Date(Math.floor(wall / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16);

/** `2026-11-26` */
export const dayOfWall = (wall: WallMs): string => writeWall(wall).slice(0, 10);
