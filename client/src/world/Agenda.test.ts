import type { Ground } from '@comptoir/shared/map/Ground';
import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { Agenda, nearnessOf } from './Agenda.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 26, 17, 30);
const occurrence = {
  ...{ id: 'a', occurrence: '2026-11-26', startMs: START, endMs: START + 60 * MINUTE },
  ...{ title: 'Apéro', theme: '', place: null, count: 3, mine: false },
};
const ground = signal({
  map: {
    things: [
      { id: 'machine', use: 'coffee' },
      { id: 'board', use: 'board' },
    ],
  },
} as unknown as Ground);

test('[E10] the machine steams from ten minutes before a meeting until ten minutes after its start, by the clock of the server', () => {
  const agenda = new Agenda(ground);
  agenda.next.value = [occurrence];
  agenda.aheadMs = 5 * MINUTE;
  const steamsAt = (minutes: number): string[] => {
    agenda.look(START + (minutes - 5) * MINUTE);
    return [...agenda.steaming.value];
  };
  expect(steamsAt(-11)).toEqual([]);
  expect(steamsAt(-10)).toEqual(['machine']);
  expect(steamsAt(0)).toEqual(['machine']);
  expect(steamsAt(9.9)).toEqual(['machine']);
  expect(steamsAt(10)).toEqual([]);
  agenda.next.value = [];
  expect(steamsAt(0)).toEqual([]);
});

test('[E9] a meeting is shown from a day before, counted down from an hour before, on until its end, then the next one', () => {
  const at = (minutes: number) => nearnessOf(occurrence, START + minutes * MINUTE);
  expect(at(-24 * 60 - 1)).toEqual({ kind: 'far' });
  expect(at(-24 * 60)).toEqual({ kind: 'day' });
  expect(at(-61)).toEqual({ kind: 'day' });
  expect(at(-60)).toEqual({ kind: 'hour', minutes: 60 });
  expect(at(-0.5)).toEqual({ kind: 'hour', minutes: 1 });
  expect(at(0)).toEqual({ kind: 'now' });
  expect(at(60)).toEqual({ kind: 'far' });
  const agenda = new Agenda(ground);
  agenda.next.value = [occurrence, { ...occurrence, id: 'b', startMs: START + 90 * MINUTE, endMs: START + 120 * MINUTE }];
  agenda.look(START + 59 * MINUTE);
  expect(agenda.soonest.value?.id).toBe('a');
  agenda.look(START + 60 * MINUTE);
  expect(agenda.soonest.value?.id).toBe('b');
});
