import { findMentions } from '@comptoir/shared/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeMention, mentionQuery, whoMayBeMeant } from './mentionQuery.ts';

const PEOPLE = ['Noor', 'Noor B', 'Élise', 'Jean Noël', 'Zoe', 'Ada', 'Al', 'Bo', 'Cy'].map((name) => ({ personId: name, name }));
const names = (query: string): string[] => whoMayBeMeant(query, PEOPLE).map(({ name }) => name);

test.each([
  ['@', 1, { at: 0, query: '' }],
  ['hi @no', 6, { at: 3, query: 'no' }],
  ['hi @no you', 6, { at: 3, query: 'no' }],
  ['@Noor B', 7, { at: 0, query: 'Noor B' }],
  ['hi', 2, undefined],
  ['ada@no', 6, undefined],
  ['@ no', 4, undefined],
  ['@no\nx', 5, undefined],
  [`@${'x'.repeat(30)}`, 31, undefined],
])('[W6] in %j with the caret at %i one completes %j', (text, caret, expected) => {
  expect(mentionQuery(text, caret)).toEqual(expected);
});

test('[W6] names that begin so are offered first, then words of names, whatever case and accents; at most six', () => {
  expect(names('no')).toEqual(['Noor', 'Noor B', 'Jean Noël']);
  expect(names('ELI')).toEqual(['Élise']);
  expect(names('')).toHaveLength(6);
  expect(names('q')).toEqual([]);
});

test('[W6] what is completed means exactly whom one chose', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom(...PEOPLE), (before, after, person) => {
      const text = `${before} @${after}`;
      const at = before.length + 1;
      const done = completeMention(text, at, at + 1, person.name);
      expect(done.text.slice(0, done.caret)).toMatch(/ ?$/);
      const found = findMentions(done.text.slice(at), [person]);
      expect(found[0]).toEqual({ start: 0, end: person.name.length + 1, personIds: [person.personId] });
      expect(done.text.endsWith(after)).toBe(true);
    }),
  );
});
