import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { translate } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';
import { type TitleFacts, titleOf } from './titleOf.ts';

const t: Say = (key, words) => translate(en, 'en', key, words);
const facts: TitleFacts = { place: 'Comptoir', hidden: true, unread: 0, hearers: [] };

test.each([
  [{ hidden: false, unread: 2, hearers: ['Noor'] }, 'Comptoir'],
  [{ place: 'Garden' }, 'Garden · Comptoir'],
  [{ unread: 2 }, '● 2 - Comptoir'],
  [{ hearers: ['Noor'] }, 'Noor hears you - Comptoir'],
  [{ unread: 1, hearers: ['Noor', 'Sam'], place: 'Garden' }, '● 1 · 2 hear you - Garden · Comptoir'],
])('[U52] %o', (change, title) => {
  expect(titleOf({ ...facts, ...change }, t)).toBe(title);
});
