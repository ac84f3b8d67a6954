// For tests: a meeting, and what two independent calendars read out of a file.
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Appointment } from './Appointment.ts';

export const appointmentOf = (part: Partial<Appointment> = {}): Appointment => ({
  ...{ id: 'aaaaaaaaaaaaaaaaaaaaaa', office: 'office', createdBy: 'lou', createdByName: 'Lou' },
  ...{ createdMs: Date.UTC(2026, 0, 1), changedMs: Date.UTC(2026, 0, 2), sequence: 0, cancelled: [], cancelledMs: undefined },
  ...{ title: 'Apéro des freelances', theme: 'Dire bonjour', minutes: 60, place: null, until: null },
  ...{ start: '2026-01-08T18:30', zone: 'Europe/Paris', repeat: { kind: 'weekly', every: 1 } },
  ...part,
});

export interface ReadEvent {
  uid: string;
  summary: string;
  description: string;
  location: string;
  url: string;
  sequence: number;
  status: string;
  /** Moments, ms since 1970: the first ones. */
  starts: number[];
  endMs: number;
}

/** What ical.js (of Thunderbird) makes of it. */
export function readWithIcalJs(text: string, most: number): ReadEvent[] {
  const root = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const starts: number[] = [];
    const iterator = event.iterator();
    for (let next = iterator.next(); next && starts.length < most; next = iterator.next()) starts.push(next.toJSDate().getTime());
    const text = (name: string): string => String(component.getFirstPropertyValue(name) ?? '');
    return {
      ...{ uid: event.uid, summary: event.summary, description: event.description, location: event.location },
      ...{ url: text('url'), sequence: event.sequence, status: text('status') },
      ...{ starts, endMs: event.endDate.toJSDate().getTime() },
    };
  });
}

/** A value that has parameters is an object there. */
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value);

/** What node-ical, which reckons by Temporal and the system's zone rules, makes of it; up to `untilMs`. */
export function readWithNodeIcal(text: string, most: number, untilMs: number): ReadEvent[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const range = { from: new Date(event.start.getTime()), to: new Date(untilMs) };
    const starts = event.rrule ? nodeIcal.expandRecurringEvent(event, range).map(({ start }) => start.getTime()) : [event.start.getTime()];
    return [
      {
        ...{ uid: event.uid, summary: String(event.summary), description: String(event.description), location: String(event.location) },
        ...{ url: textOf(event.url), sequence: Number(event.sequence), status: String(event.status) },
        ...{ starts: starts.slice(0, most), endMs: event.end?.getTime() ?? 0 },
      },
    ];
  });
}
