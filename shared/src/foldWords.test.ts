import { expect, it } from 'vitest';
import { foldWords, holdsWords, wantedWords } from './foldWords.ts';

it.each([
  ['Œuvre à l’été', 'oeuvre a l ete'],
  ['  GARÇON, où ?! ', 'garcon ou'],
  ['e\u0301te\u0301', 'ete'],
  ['C++ / 42%', 'c 42'],
  ['Straße ﬁn', 'strasse fin'],
  ['日本語 ok', '日本語 ok'],
  ['…', ''],
])('[W40] %j is looked for as %j', (text, folded) => expect(foldWords(text)).toBe(folded));

it('[W40] takes the last word as the beginning of one', () => {
  expect(wantedWords('Réunion du lun')).toEqual({ whole: ['reunion', 'du'], begun: 'lun' });
  expect(wantedWords('plan b')).toEqual({ whole: ['plan', 'b'] });
  expect(wantedWords(' ?! ')).toBeUndefined();
  expect(wantedWords('a '.repeat(50))?.whole).toHaveLength(8);
});

it('[W40] finds all words, in whatever order', () => {
  const folded = foldWords('La réunion de lundi est déplacée');
  const holds = (asked: string): boolean => holdsWords(folded, wantedWords(asked) ?? { whole: ['nothing'] });
  expect(holds('lundi réun')).toBe(true);
  expect(holds('réun lundi')).toBe(false);
  expect(holds('undi')).toBe(false);
});
