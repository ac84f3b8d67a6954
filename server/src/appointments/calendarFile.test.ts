import { expect, test } from 'vitest';
import type { Appointment } from './Appointment.ts';
import { calendarFile } from './calendarFile.ts';
import { occurrencesOf } from './occurrences.ts';
import { appointmentOf, type ReadEvent, readWithIcalJs, readWithNodeIcal } from './testAppointment.ts';

const URL_OF = 'https://office.example.org/o/office?at=aaaaaaaaaaaaaaaaaaaaaa';
const fileOf = (...appointments: Appointment[]): string =>
  calendarFile(
    appointments.map((appointment) => ({ appointment, url: URL_OF, location: 'Café · L’Odyssée' })),
    { name: 'L’Odyssée' },
  );

/** E6: both read the same moments as we reckon, `count` of them. */
function expectAgreement(meeting: Appointment, count: number): void {
  const ours = occurrencesOf(meeting, { fromMs: 0, most: count });
  expect(ours).toHaveLength(count);
  const starts = ours.map(({ startMs }) => new Date(startMs).toISOString());
  const text = fileOf(meeting);
  const asDates = (events: ReadEvent[]): string[] | undefined => events[0]?.starts.map((ms) => new Date(ms).toISOString());
  expect(asDates(readWithIcalJs(text, count)), `ical.js, ${meeting.zone}`).toEqual(starts);
  expect(asDates(readWithNodeIcal(text, count, (ours.at(-1)?.endMs ?? 0) + 1)), `node-ical, ${meeting.zone}`).toEqual(starts);
}

const ZONES = ['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Sao_Paulo'];

test.each(ZONES)('[E6] two calendars read the same times as we do, over both clock changes: %s', (zone) => {
  expectAgreement(appointmentOf({ zone, start: '2026-01-27T19:00', repeat: { kind: 'monthly', week: -1 } }), 14);
  expectAgreement(appointmentOf({ zone, start: '2026-01-08T18:30', repeat: { kind: 'weekly', every: 1 } }), 60);
  expectAgreement(appointmentOf({ zone, start: '2026-01-08T08:00', repeat: { kind: 'weekly', every: 3 } }), 20);
  expectAgreement(appointmentOf({ zone, start: '2026-01-30T12:00', repeat: { kind: 'monthly', week: 5 } }), 12);
  expectAgreement(appointmentOf({ zone, start: '2026-01-22T23:30', repeat: { kind: 'monthly', week: 4 }, minutes: 120 }), 14);
  // to the last day, without those that were cancelled
  const ending = appointmentOf({ zone, until: '2026-04-09', cancelled: ['2026-03-26', '2026-04-02'] });
  expectAgreement(ending, 12);
  expect(occurrencesOf(ending, { fromMs: 0 })).toHaveLength(12);
  expectAgreement(appointmentOf({ zone, start: '2026-11-26T18:30', repeat: { kind: 'once' } }), 1);
});

test('[E6] a file says who, what, where and how it changed; the identity stays', () => {
  const meeting = appointmentOf({ theme: 'Dire bonjour', place: 'coffee' });
  const changed = { ...meeting, sequence: 3, title: 'Apéro', changedMs: Date.UTC(2026, 0, 5) };
  const off = { ...changed, sequence: 4, cancelledMs: Date.UTC(2026, 0, 6) };
  const read = (appointment: Appointment): ReadEvent[][] => [
    readWithIcalJs(fileOf(appointment), 1),
    readWithNodeIcal(fileOf(appointment), 1, Date.UTC(2026, 1, 1)),
  ];
  for (const [event] of read(meeting))
    expect(event).toMatchObject({
      ...{ uid: 'aaaaaaaaaaaaaaaaaaaaaa@comptoir', summary: 'Apéro des freelances', sequence: 0, status: 'CONFIRMED' },
      ...{ location: 'Café · L’Odyssée', url: URL_OF, description: `Dire bonjour\n\n${URL_OF}` },
      ...{ starts: [Date.UTC(2026, 0, 8, 17, 30)], endMs: Date.UTC(2026, 0, 8, 18, 30) },
    });
  for (const [event] of read(changed))
    expect(event).toMatchObject({ uid: 'aaaaaaaaaaaaaaaaaaaaaa@comptoir', summary: 'Apéro', sequence: 3 });
  for (const [event] of read(off))
    expect(event).toMatchObject({ uid: 'aaaaaaaaaaaaaaaaaaaaaa@comptoir', sequence: 4, status: 'CANCELLED' });
});

test('[E6] lines end as the format says, are at most 75 octets long, and nothing that somebody wrote is taken for a line of the file', () => {
  const title = `Data; tous, ensemble \\ "là" 👩‍💻 ${'très longue ligne '.repeat(8)}`.slice(0, 120);
  const text = fileOf(appointmentOf({ title, theme: 'un\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x' }));
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  for (const events of [readWithIcalJs(text, 1), readWithNodeIcal(text, 1, Date.UTC(2026, 1, 1))]) {
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toBe(title.trim());
    expect(events[0]?.description.startsWith('un\nEND:VEVENT\nBEGIN:VEVENT\nUID:x')).toBe(true);
  }
  const named = calendarFile([], { name: 'Lieu\r\nX-EVIL:1' });
  expect(named).not.toContain('\r\nX-EVIL');
});

test('[E6] a feed holds several meetings, each in its zone', () => {
  const text = fileOf(appointmentOf({}), appointmentOf({ id: 'b'.repeat(22), zone: 'America/New_York' }));
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
  const starts = [Date.UTC(2026, 0, 8, 17, 30), Date.UTC(2026, 0, 8, 23, 30)];
  expect(readWithIcalJs(text, 1).flatMap((event) => event.starts)).toEqual(starts);
  expect(readWithNodeIcal(text, 1, Date.UTC(2026, 0, 9)).flatMap((event) => event.starts)).toEqual(starts);
});
