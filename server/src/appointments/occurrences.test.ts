import { expect, test } from 'vitest';
import { isLiving, occurrencesOf, timeProblem } from './occurrences.ts';
import { appointmentOf } from './testAppointment.ts';
import { readWall, writeWall, zoneClock } from './wallTime.ts';

const DAY_MS = 86_400_000;
const momentsOf = (part: Parameters<typeof appointmentOf>[0], most: number): string[] =>
  occurrencesOf(appointmentOf(part), { fromMs: 0, most }).map(({ startMs }) => new Date(startMs).toISOString().slice(0, 16));

test('[E1] the last Tuesday at 19:00 in Paris is at 19:00 there in every month, across both clock changes', () => {
  expect(momentsOf({ start: '2026-01-27T19:00', repeat: { kind: 'monthly', week: -1 } }, 13)).toEqual([
    ...['2026-01-27T18:00', '2026-02-24T18:00', '2026-03-31T17:00', '2026-04-28T17:00', '2026-05-26T17:00', '2026-06-30T17:00'],
    ...['2026-07-28T17:00', '2026-08-25T17:00', '2026-09-29T17:00', '2026-10-27T18:00', '2026-11-24T18:00', '2026-12-29T18:00'],
    '2027-01-26T18:00',
  ]);
});

test('[E1] every second week in New York keeps its hour when the clocks change there, weeks before Europe', () => {
  expect(momentsOf({ start: '2026-02-26T18:30', zone: 'America/New_York', repeat: { kind: 'weekly', every: 2 } }, 4)).toEqual([
    ...['2026-02-26T23:30', '2026-03-12T22:30', '2026-03-26T22:30', '2026-04-09T22:30'],
  ]);
  expect(momentsOf({ start: '2026-10-15T18:30', zone: 'America/New_York', repeat: { kind: 'weekly', every: 2 } }, 3)).toEqual([
    ...['2026-10-15T22:30', '2026-10-29T22:30', '2026-11-12T23:30'],
  ]);
});

test('[E1] a zone without clock changes, one half an hour off, and one on the other side of the day', () => {
  expect(momentsOf({ start: '2026-03-05T09:00', zone: 'Asia/Kolkata' }, 2)).toEqual(['2026-03-05T03:30', '2026-03-12T03:30']);
  expect(momentsOf({ start: '2026-03-05T09:00', zone: 'UTC' }, 2)).toEqual(['2026-03-05T09:00', '2026-03-12T09:00']);
  // Lord Howe moves by half an hour
  expect(momentsOf({ start: '2026-04-02T09:00', zone: 'Australia/Lord_Howe' }, 2)).toEqual(['2026-04-01T22:00', '2026-04-08T22:30']);
});

test('[E1] a fifth Friday is only in months that have one; February has a fourth', () => {
  const fifths = momentsOf({ start: '2026-01-30T12:00', zone: 'UTC', repeat: { kind: 'monthly', week: 5 } }, 5);
  expect(fifths.map((moment) => moment.slice(0, 10))).toEqual(['2026-01-30', '2026-05-29', '2026-07-31', '2026-10-30', '2027-01-29']);
  const fourths = momentsOf({ start: '2026-01-22T12:00', zone: 'UTC', repeat: { kind: 'monthly', week: 4 } }, 3);
  expect(fourths.map((moment) => moment.slice(0, 10))).toEqual(['2026-01-22', '2026-02-26', '2026-03-26']);
});

test('[E1] a time that the clocks leap over is an hour later, one that comes twice is the first', () => {
  expect(momentsOf({ start: '2026-03-22T02:30' }, 3)).toEqual(['2026-03-22T01:30', '2026-03-29T01:30', '2026-04-05T00:30']);
  expect(momentsOf({ start: '2026-10-18T02:30' }, 3)).toEqual(['2026-10-18T00:30', '2026-10-25T00:30', '2026-11-01T01:30']);
});

test('[E1] what is no time, no zone, or not its own rule is refused', () => {
  const problemOf = (part: Parameters<typeof appointmentOf>[0]): string | undefined => timeProblem(appointmentOf(part));
  expect(problemOf({})).toBeUndefined();
  for (const start of ['2026-02-29T10:00', '2026-13-01T10:00', '2026-01-08T24:00', '2026-01-08T10:60', 'soon'])
    expect(problemOf({ start }), start).toBe('noSuchTime');
  for (const zone of ['Europe/Nowhere', '+02:00', '', 'Europe/Paris\r\nX:1']) expect(problemOf({ zone }), zone).toBe('noSuchTime');
  expect(problemOf({ until: '2026-02-30' })).toBe('noSuchTime');
  // the 8th is a second Thursday
  expect(problemOf({ repeat: { kind: 'monthly', week: 2 } })).toBeUndefined();
  expect(problemOf({ repeat: { kind: 'monthly', week: 3 } })).toBe('noSuchTime');
  expect(problemOf({ repeat: { kind: 'monthly', week: -1 } })).toBe('noSuchTime');
  expect(problemOf({ start: '2026-01-29T10:00', repeat: { kind: 'monthly', week: -1 } })).toBeUndefined();
});

test('[E2] a meeting ends with its last day; what is on now counts, what is cancelled does not', () => {
  const meeting = appointmentOf({ until: '2026-01-29', cancelled: ['2026-01-15'] });
  const daysFrom = (fromMs: number): string[] => occurrencesOf(meeting, { fromMs }).map(({ day }) => day);
  expect(daysFrom(0)).toEqual(['2026-01-08', '2026-01-22', '2026-01-29']);
  const [, , last] = occurrencesOf(meeting, { fromMs: 0 });
  expect(daysFrom((last?.endMs ?? 0) - 1)).toEqual(['2026-01-29']);
  expect(daysFrom(last?.endMs ?? 0)).toEqual([]);
  expect(isLiving(meeting, (last?.endMs ?? 0) - 1)).toBe(true);
  expect(isLiving(meeting, last?.endMs ?? 0)).toBe(false);
  expect(occurrencesOf(meeting, { fromMs: 0, toMs: Date.UTC(2026, 0, 22) }).map(({ day }) => day)).toEqual(['2026-01-08']);
});

test('[E2] the next twenty of the rarest meeting are found, and so are those of one that has run for years', () => {
  const rare = appointmentOf({ start: '2026-01-30T12:00', repeat: { kind: 'monthly', week: 5 } });
  expect(occurrencesOf(rare, { fromMs: Date.UTC(2026, 5, 1), most: 20 })).toHaveLength(20);
  const old = appointmentOf({ start: '2001-01-04T18:30' });
  const [next] = occurrencesOf(old, { fromMs: Date.UTC(2026, 10, 23), most: 1 });
  expect(next).toMatchObject({ day: '2026-11-26', startMs: Date.UTC(2026, 10, 26, 17, 30) });
});

test('[E1] wall times and moments are each other, on every day of a year in every kind of zone', () => {
  for (const zone of ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia', 'UTC']) {
    const clock = zoneClock(zone);
    for (let wall = Date.UTC(2026, 0, 1, 18, 30); wall < Date.UTC(2027, 0, 1); wall += DAY_MS)
      expect(clock?.wallOf(clock.momentOf(wall)), `${zone} ${writeWall(wall)}`).toBe(wall);
  }
  expect(readWall('2026-11-26')).toBe(Date.UTC(2026, 10, 26));
});
