// Meetings as a calendar file (RFC 5545): one of them, or the feed of an office.
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Appointment } from './Appointment.ts';
import { ruleText, untilMoment } from './occurrences.ts';
import { timezoneComponent, wallText } from './timezoneComponent.ts';
import { readWall, type WallMs, zoneClock } from './wallTime.ts';

/** Calendars that follow a feed are asked to look again after so long; most take their own time. */
const REFRESH_S = 3600;

/** A meeting with the words and addresses that its readers need. */
export interface CalendarEntry {
  appointment: Appointment;
  /** The deep link. */
  url: string;
  /** The place and the office it is in. */
  location: string;
}

const isUtc = (zone: string): boolean => /^(?:Etc\/)?(?:UTC|UCT|Universal|Zulu|GMT|Greenwich)$/i.test(zone);

const instantText = (ms: number): string => `${new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')}`;

/** In this shape ical-generator writes a time as it is, and does not ask in which zone this server stands. */
class WallDate extends Date {
  // what it knows the class by
  readonly internal = new Date(0);
  tzComponents(): never[] {
    return [];
  }
  withTimeZone(): this {
    return this;
  }
  override getFullYear = (): number => this.getUTCFullYear();
  override getMonth = (): number => this.getUTCMonth();
  override getDate = (): number => this.getUTCDate();
  override getHours = (): number => this.getUTCHours();
  override getMinutes = (): number => this.getUTCMinutes();
  override getSeconds = (): number => this.getUTCSeconds();
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function repeatLines(appointment: Appointment, start: WallMs): string | undefined {
  const { repeat, zone, cancelled } = appointment;
  if (repeat.kind === 'once') return undefined;
  const until = untilMoment(appointment);
  const end = until === undefined ? '' : `;UNTIL=${instantText(until)}`;
  const timeOfDay = start % 86_400_000;
  const walls = cancelled.map((day) => wallText((readWall(day) ?? 0) + timeOfDay)).sort();
  const except = isUtc(zone) ? `EXDATE:${walls.map((wall) => `${wall}Z`).join(',')}` : `EXDATE;TZID=${zone}:${walls.join(',')}`;
  return [`RRULE:${ruleText(appointment.start, repeat)}${end}`, ...(walls.length > 0 ? [except] : [])].join('\r\n');
}

/** E6: `name` of the whole, for those who follow it as a feed; `source` its own address. */
export function calendarFile(entries: readonly CalendarEntry[], { name, source }: { name: string; source?: string }): string {
  const starts = entries.map(({ appointment }) => zoneClock(appointment.zone)?.momentOf(readWall(appointment.start) ?? 0) ?? 0);
  const earliestMs = Math.min(...starts);
  const calendar = new ICalCalendar({
    prodId: '//Comptoir//Agenda//EN',
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(name),
    ttl: REFRESH_S,
    timezone: { name: '', generator: (zone) => timezoneComponent(zone, earliestMs) ?? null },
    ...(source === undefined ? {} : { source }),
  });
  entries.forEach(({ appointment, url, location }, i) => {
    const { id, sequence, title, theme, zone, minutes, changedMs, createdMs, cancelled, cancelledMs, repeat } = appointment;
    const start = readWall(appointment.start) ?? 0;
    const asDate = (afterMs: number): Date =>
      isUtc(zone) ? new Date((starts[i] ?? 0) + afterMs) : (new WallDate(start + afterMs) as Date);
    const repeating = repeatLines(appointment, start);
    const isOff = cancelledMs !== undefined || (repeat.kind === 'once' && cancelled.includes(appointment.start.slice(0, 10)));
    calendar.createEvent({
      id: `${id}@comptoir`,
      ...{ sequence, summary: oneLine(title), location: oneLine(location), url },
      start: asDate(0),
      end: asDate(minutes * 60_000),
      ...(isUtc(zone) ? {} : { timezone: zone }),
      ...{ stamp: new Date(changedMs), created: new Date(createdMs), lastModified: new Date(changedMs) },
      description: { plain: [theme, url].filter(Boolean).join('\n\n') },
      status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(repeating === undefined ? {} : { repeating }),
    });
  });
  return `${calendar.toString()}\r\n`;
}
