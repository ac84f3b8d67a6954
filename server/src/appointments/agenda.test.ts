import type { Plan } from '@comptoir/shared/protocol/appointments';
import { expect, test } from 'vitest';
import {
  type Agenda,
  applyMoves,
  type Coming,
  cleanPlan,
  countLiving,
  isForgotten,
  isUpcoming,
  keptCancelled,
  movesOf,
  nextOf,
  planProblem,
  seenBy,
} from './agenda.ts';
import { EXPANSION_MOST, Expansions } from './Expansions.ts';
import { occurrencesOf } from './occurrences.ts';
import { appointmentOf } from './testAppointment.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY_MS = 86_400_000;
const plan: Plan = {
  ...{ title: 'Apéro des freelances', theme: '', start: '2026-11-26T18:30', zone: 'Europe/Paris', minutes: 60 },
  ...{ repeat: { kind: 'weekly', every: 1 }, until: null, place: null },
};

test('[E3] a meeting has a title of at most 80 characters, a theme of at most 400, and a time that comes', () => {
  const problem = (part: Partial<Plan>) => planProblem(cleanPlan({ ...plan, ...part }), NOW);
  expect(problem({})).toBeUndefined();
  expect(problem({ title: ' \u200b\n ' })).toBe('titleEmpty');
  expect(problem({ title: '👩‍💻'.repeat(80) })).toBeUndefined();
  expect(problem({ title: '👩‍💻'.repeat(81) })).toBe('titleTooLong');
  expect(problem({ theme: 'é'.repeat(400) })).toBeUndefined();
  expect(problem({ theme: 'é'.repeat(401) })).toBe('themeTooLong');
  expect(problem({ start: '2026-11-19T18:30' })).toBeUndefined();
  expect(problem({ start: '2026-11-19T18:30', repeat: { kind: 'once' } })).toBe('neverAgain');
  expect(problem({ until: '2026-11-25' })).toBe('neverAgain');
  expect(problem({ zone: 'Paris' })).toBe('noSuchTime');
  // what turns the direction of writing is taken out, as everywhere
  expect(cleanPlan({ ...plan, title: 'a\u202eb\nc' }).title).toBe('a\ufffdb c');
});

const agendaOf = (...list: ReturnType<typeof appointmentOf>[]): Agenda => ({
  appointments: new Map(list.map((one) => [one.id, one])),
  coming: new Map(),
});

test('[E2] what is next of all meetings comes in order, with counts, and says what is mine; nobody else is told', () => {
  const weekly = appointmentOf({ ...plan, id: 'weekly', cancelled: ['2026-12-03'] });
  const once = appointmentOf({ ...plan, id: 'once', start: '2026-11-27T09:00', repeat: { kind: 'once' } });
  const off = appointmentOf({ ...plan, id: 'off', cancelledMs: NOW });
  const agenda = agendaOf(weekly, once, off);
  agenda.coming.set('weekly', new Map([['2026-11-26', new Set(['ada', 'bob'])]]));
  const next = nextOf(agenda, new Expansions(), { nowMs: NOW, toMs: NOW + 14 * DAY_MS, most: 20 }).map((one) => seenBy(one, 'bob'));
  expect(next.map(({ id, occurrence, count, mine }) => [id, occurrence, count, mine])).toEqual([
    ['weekly', '2026-11-26', 2, true],
    ['once', '2026-11-27', 0, false],
  ]);
  expect(JSON.stringify(next)).not.toContain('ada');
  expect(nextOf(agenda, new Expansions(), { nowMs: NOW, most: 3 }).map(({ view }) => view.occurrence)).toEqual([
    '2026-11-26',
    '2026-11-27',
    '2026-12-10',
  ]);
  expect(countLiving(agenda, NOW)).toBe(2);
});

test('[E4] whoever comes goes along when a meeting is moved: to the nearest day, or the new one', () => {
  const before = appointmentOf({ ...plan });
  const move = (part: Partial<Plan>, coming: Coming): [string, string[]][] => {
    applyMoves(coming, movesOf(before, { ...before, ...part }, coming, NOW));
    return [...coming]
      .map(([day, who]): [string, string[]] => [day, [...who].sort((a, b) => a.localeCompare(b))])
      .sort(([a], [b]) => a.localeCompare(b));
  };
  const coming = (): Coming =>
    new Map([
      ...['2026-11-26', '2026-12-03'].map((day, i): [string, Set<string>] => [day, new Set(['ada', `p${i}`])]),
      ['2026-11-12', new Set(['old'])],
    ]);
  expect(move({ start: '2026-11-26T19:00' }, coming())).toEqual([
    ['2026-11-12', ['old']],
    ['2026-11-26', ['ada', 'p0']],
    ['2026-12-03', ['ada', 'p1']],
  ]);
  expect(move({ start: '2026-11-27T18:30' }, coming())).toEqual([
    ['2026-11-12', ['old']],
    ['2026-11-27', ['ada', 'p0']],
    ['2026-12-04', ['ada', 'p1']],
  ]);
  const once = appointmentOf({ ...plan, repeat: { kind: 'once' } });
  const far = new Map([['2026-11-26', new Set(['ada'])]]);
  applyMoves(far, movesOf(once, { ...once, start: '2027-02-01T10:00' }, far, NOW));
  expect([...far]).toEqual([['2027-02-01', new Set(['ada'])]]);
});

test('[E5] what is over or cancelled is told to calendars for thirty days, then forgotten', () => {
  const once = appointmentOf({ ...plan, repeat: { kind: 'once' } });
  const endMs = Date.UTC(2026, 10, 26, 18, 30);
  expect(isForgotten(once, endMs + 29 * DAY_MS)).toBe(false);
  expect(isForgotten(once, endMs + 31 * DAY_MS)).toBe(true);
  const off = appointmentOf({ ...plan, cancelledMs: NOW });
  expect(isForgotten(off, NOW + 29 * DAY_MS)).toBe(false);
  expect(isForgotten(off, NOW + 31 * DAY_MS)).toBe(true);
  expect(isForgotten(appointmentOf({ ...plan }), NOW + 400 * DAY_MS)).toBe(false);
  expect(keptCancelled(appointmentOf({ ...plan, cancelled: ['2026-11-26', '2026-11-27', '2020-01-02'] }), NOW)).toEqual(['2026-11-26']);
});

test('[E2] what was reckoned before is what would be reckoned now, however time goes on', () => {
  const expansions = new Expansions();
  const meeting = appointmentOf({ ...plan, cancelled: ['2027-03-04'] });
  for (let nowMs = NOW; nowMs < NOW + 900 * DAY_MS; nowMs += 5.3 * DAY_MS) {
    const days = expansions.of(meeting, nowMs).map(({ day }) => day);
    expect(days.slice(0, EXPANSION_MOST)).toEqual(occurrencesOf(meeting, { fromMs: nowMs, most: EXPANSION_MOST }).map(({ day }) => day));
  }
  const ending = appointmentOf({ ...plan, until: '2026-12-10' });
  expect(expansions.of(ending, NOW)).toHaveLength(3);
  expect(expansions.of(ending, NOW + 11 * DAY_MS)).toHaveLength(1);
  expect(expansions.of(ending, NOW + 30 * DAY_MS)).toHaveLength(0);
});

test('[E8] whether a meeting is on some day is known at once, be it in the year 9999', () => {
  const weekly = appointmentOf({ start: '2026-11-26T18:30' });
  const days = ['2026-11-26', '2026-11-27', '2026-11-19', '9999-12-30', '9999-12-31', '7066-05-02'];
  const startedMs = performance.now();
  expect(days.filter((day) => isUpcoming(weekly, day, NOW))).toEqual(['2026-11-26', '9999-12-30']);
  expect(performance.now() - startedMs).toBeLessThan(1000);
});
