import { expect, test } from 'vitest';
import { translate } from './translate.ts';

test('[U7] a sentence takes its words, and numbers as the language writes them', () => {
  expect(translate({}, 'en', 'counter.of', { used: 3, limit: 24 })).toBe('3 of 24');
  expect(translate({ 'counter.of': '{used} sur {limit}' }, 'fr', 'counter.of', { used: 1234.5, limit: 24 })).toBe('1\u202f234,5 sur 24');
});

test('[U7] the plural is the language’s own: none is singular in French, plural in English', () => {
  const french = { 'here.count': { one: '{n} personne', other: '{n} personnes' } };
  expect(translate(french, 'fr', 'here.count', { n: 0 })).toBe('0 personne');
  expect(translate({}, 'en', 'here.count', { n: 0 })).toBe('0 people are here');
  expect(translate({}, 'en', 'here.count', { n: 1 })).toBe('1 person is here');
});

test('[U7] a language with more plural forms uses them', () => {
  const polish = { 'here.count': { one: '{n} osoba', few: '{n} osoby', many: '{n} osób', other: '{n} osoby' } };
  expect([1, 3, 5].map((n) => translate(polish, 'pl', 'here.count', { n }))).toEqual(['1 osoba', '3 osoby', '5 osób']);
});

test('[U7] what a language lacks is said in English, with the English plural', () => {
  expect(translate({}, 'pl', 'here.count', { n: 3 })).toBe('3 people are here');
  expect(translate({ 'entrance.enter': 'Wejdź' }, 'pl', 'word.close')).toBe('Close');
});

test('[U7] a word that is not given leaves its hole, and words are never read as holes themselves', () => {
  expect(translate({}, 'en', 'counter.of', { used: 3 })).toBe('3 of {limit}');
  expect(translate({}, 'en', 'people.walkOver', { name: '{n} $1' })).toBe('Walk over to {n} $1');
});
