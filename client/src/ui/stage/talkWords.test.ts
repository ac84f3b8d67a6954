import { expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import { fr } from '../../i18n/fr.ts';
import { translate } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';
import { isTalkNews, minutesOf, rankWords } from './talkWords.ts';

const inEnglish: Say = (key, words) => translate(en, 'en', key, words);
const inFrench: Say = (key, words) => translate(fr, 'fr', key, words);

it('[T53] a place among the hands is said as each language does', () => {
  expect([1, 2, 3, 4, 11, 22].map((n) => rankWords(n, 'en', inEnglish))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd']);
  expect([1, 2, 21].map((n) => rankWords(n, 'fr', inFrench))).toEqual(['1re', '2e', '21e']);
});

it('how long a talk is on is said in whole minutes, and never less than none', () => {
  expect([minutesOf(0, 59_999), minutesOf(0, 60_000), minutesOf(5000, 0)]).toEqual([0, 1, 0]);
});

it('[T51] that a talk begins is news to who is in another place, may be disturbed and was here', () => {
  const talk = { talk: 't1', startedMs: 1000 };
  const me = { mine: undefined, availability: 'available', nowMs: 2000 } as const;
  expect(isTalkNews(talk, me)).toBe(true);
  expect(isTalkNews(talk, { ...me, mine: 't1' })).toBe(false);
  expect(isTalkNews(talk, { ...me, availability: 'doNotDisturb' })).toBe(false);
  expect(isTalkNews(talk, { ...me, nowMs: 120_000 })).toBe(false);
});
