import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { fr } from '../../i18n/fr.ts';
import { translate } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';
import { repeatWords, whenWords } from './meetingTimes.ts';
import { freshDraft, keyOfRepeat, onDate, planOf, repeatsOf } from './planDraft.ts';

const english: Say = (key, words) => translate(en, 'en', key, words);
const french: Say = (key, words) => translate(fr, 'fr', key, words);

test('[E9] near meetings are named by their day, others by their date', () => {
  const now = new Date(2026, 10, 23, 9).getTime();
  const at = (day: number, language = 'en-GB'): string => whenWords(new Date(2026, 10, day, 18, 30).getTime(), now, language);
  expect(at(23)).toBe('today 18:30');
  expect(at(24, 'fr')).toBe('demain 18:30');
  expect(at(26)).toBe('Thursday 18:30');
  expect(at(30)).toBe('Mon 30 Nov 18:30');
});

test('[E1] how often a meeting comes back is said in plain words', () => {
  expect(repeatWords('2026-11-26', { kind: 'weekly', every: 1 }, 'en', english)).toBe('Every Thursday');
  expect(repeatWords('2026-11-26', { kind: 'weekly', every: 2 }, 'fr', french)).toBe('Le jeudi, toutes les 2 semaines');
  expect(repeatWords('2026-11-24', { kind: 'monthly', week: -1 }, 'fr', french)).toBe('Dernier mardi du mois');
  expect(repeatWords('2026-11-19', { kind: 'monthly', week: 3 }, 'en', english)).toBe('Third Thursday of the month');
  expect(repeatWords('2026-11-19', { kind: 'once' }, 'en', english)).toBe('Once');
});

test('[E3] a new plan is the next Thursday at 18:30, every week', () => {
  const dateOn = (day: number, hour: number): string => freshDraft(new Date(2026, 10, day, hour, 30), 'Europe/Paris').date;
  expect(dateOn(23, 9)).toBe('2026-11-26');
  expect(dateOn(26, 17)).toBe('2026-11-26');
  expect(dateOn(26, 18)).toBe('2026-12-03');
  expect(dateOn(27, 9)).toBe('2026-12-03');
  expect(planOf({ ...freshDraft(new Date(2026, 10, 23), 'Europe/Paris'), title: 'Apéro' })).toEqual({
    ...{ title: 'Apéro', theme: '', start: '2026-11-26T18:30', zone: 'Europe/Paris', minutes: 60, until: null, place: null },
    repeat: { kind: 'weekly', every: 1 },
  });
});

test('[E1] what is offered fits the day; on another day the rhythm stays as near as it can', () => {
  const draft = freshDraft(new Date(2026, 10, 23), 'UTC');
  const offered = (date: string): string[] =>
    repeatsOf({ ...draft, date })
      .map(keyOfRepeat)
      .slice(5);
  expect(offered('2026-11-19')).toEqual(['monthly 3']);
  expect(offered('2026-11-26')).toEqual(['monthly 4', 'monthly -1']);
  expect(offered('2026-12-31')).toEqual(['monthly -1', 'monthly 5']);
  expect(offered('')).toEqual([]);
  const monthly = { ...draft, repeat: { kind: 'monthly', week: 4 } } as const;
  expect(onDate(monthly, '2026-12-10').repeat).toEqual({ kind: 'monthly', week: 2 });
  expect(onDate({ ...draft, repeat: { kind: 'monthly', week: -1 } }, '2026-12-31').repeat).toEqual({ kind: 'monthly', week: -1 });
  expect(onDate({ ...draft, repeat: { kind: 'monthly', week: -1 } }, '2026-12-24').repeat).toEqual({ kind: 'monthly', week: 4 });
  expect(repeatsOf({ ...draft, repeat: { kind: 'weekly', every: 6 } }).map(keyOfRepeat)).toContain('weekly 6');
});
