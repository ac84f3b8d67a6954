import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, nameProblem, normaliseWords } from './people.ts';
import { tuning } from './tuning.ts';
import { cleanText, findMentions, MOST_UNITS, textProblem } from './words.ts';

test.each([
  ['keeps markup as text', '<b>hi</b> **there** &amp;', '<b>hi</b> **there** &amp;'],
  ['keeps new lines and tabs', 'a\n\tb', 'a\n\tb'],
  ['makes one kind of new line', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['leaves one empty line of many', 'a\n\n\n\n\nb', 'a\n\nb'],
  ['shows that a control character was there', 'a\u0000b\u001bc', 'a�b�c'],
  ['shows that the direction was turned', 'photo\u202egpj.exe', 'photo�gpj.exe'],
  ['shows a lone surrogate', 'a\ud83db', 'a�b'],
  ['takes out what nobody sees', 'a\u200b\u2060\ufeffb', 'ab'],
  ['keeps a family together', '👩‍👩‍👧', '👩‍👩‍👧'],
  ['keeps the joiners of scripts', 'می‌خواهم', 'می‌خواهم'],
  ['composes', 'e\u0301', 'é'],
  ['trims', '  \n a \n ', 'a'],
])('[W2] %s', (_what, text, cleaned) => {
  expect(cleanText(text)).toBe(cleaned);
});

test.each([
  ['nothing', '', 'textEmpty'],
  ['a joiner', '\u200d', 'textEmpty'],
  ['a mark', '\u0301', 'textEmpty'],
  ['a letter', 'a', undefined],
  ['an emoji', '👍', undefined],
  ['as long as allowed', 'a'.repeat(tuning.textLength), undefined],
  ['one longer', 'a'.repeat(tuning.textLength + 1), 'textTooLong'],
  ['as many accented letters of two units', 'e\u0323\u0301'.repeat(tuning.textLength), undefined],
  ['one more of these', 'e\u0323\u0301'.repeat(tuning.textLength + 1), 'textTooLong'],
  ['one letter with ever more marks', `a${'\u0301'.repeat(MOST_UNITS)}`, 'textTooLong'],
])('[W2] %s may be said or not', (_what, text, problem) => {
  expect(textProblem(text)).toBe(problem);
});

test.each([
  ['a Braille pattern without a dot', '\u2800'],
  ['many of them, with spaces', '\u2800 \u2800\n\u2800'],
  ['a Hangul filler', '\u3164'],
  ['the fillers of a Hangul syllable', '\u115f\u1160'],
  ['a half-width filler', '\uffa0'],
  ['zero-width spaces, joiners, and what ends a file', '\u200b\u200c\u200d\u2060\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['variation selectors', '\ufe0e\ufe0f\u{e0100}\u180b'],
  ['tags', '\u{e0041}\u{e007f}'],
  ['marks of direction', '\u200e\u200f\u061c'],
  ['blanks of hieroglyphs', '\u{13441}\u{13442}'],
  ['a note without a head', '\u{1d159}'],
  ['a joiner of graphemes', '\u034f'],
  ['spaces of every width', '\u00a0\u2003\u3000\u205f'],
  ['all of it at once', '\u2800\u3164\u200d\ufe0f\u00ad\u115f'],
])('[W2] of %s nobody sees anything: it is empty, in a line, a title and a name', (_what, text) => {
  expect(cleanText(text)).toBe('');
  expect(textProblem(text)).toBe('textEmpty');
  expect(normaliseWords(text)).toBe('');
  expect(nameProblem(text)).toBe('empty');
});

test.each([
  ['a letter among Braille blanks', '\u2800a\u2800'],
  ['Braille', '⠓⠊\u2800⠞⠓⠑⠗⠑'],
  ['an emoji with its selector', '❤️'],
  ['a flag', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
  ['a digit', '7'],
  ['a question mark', '?'],
])('[W2] %s is seen, and stays as it is', (_what, text) => {
  expect(cleanText(text)).toBe(text);
  expect(textProblem(text)).toBeUndefined();
});

test('[W2] whatever is sent, what is read is well formed, cleaned for good, and without what deceives', () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x202e, 0x200b, 0xd83d, 0xdc4d, 0x0d, 0x0a, 0x40, 0x3c));
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
      const cleaned = cleanText(String.fromCharCode(...units));
      expect(cleaned.isWellFormed()).toBe(true);
      expect(cleaned).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
      expect(cleaned.replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
      expect(cleanText(cleaned)).toBe(cleaned);
      if (textProblem(cleaned) === undefined) expect(lengthOf(cleaned)).toBeLessThanOrEqual(tuning.textLength);
    }),
  );
});

const PEOPLE = [
  { personId: 'n', name: 'Noor' },
  { personId: 'nb', name: 'Noor B' },
  { personId: 'l1', name: 'Lou' },
  { personId: 'l2', name: 'Lou' },
  { personId: 'e', name: 'Élise' },
];
const meant = (text: string): string[][] => findMentions(text, PEOPLE).map(({ personIds }) => personIds);

test.each([
  ['a name', '@Noor', [['n']]],
  ['whatever case', 'hello @noor!', [['n']]],
  ['accents', 'et @élise ?', [['e']]],
  ['the longest name that fits', '@Noor B and @Noor C', [['nb'], ['n']]],
  ['everybody of that name', '@Lou', [['l1', 'l2']]],
  ['a name and what belongs to it', "@Noor's", [['n']]],
  ['no part of a word', '@Noora @Loudly', []],
  ['no address', 'noor@Noor.org', []],
  ['after a letter beyond the first plane', '𝒜@Noor', []],
  ['after an emoji', '👋@Noor', [['n']]],
  ['after a letter and a space', 'a @Noor', [['n']]],
  ['nobody unknown', '@Zoe @ @@', []],
])('[W6] an @ means %s', (_what, text, expected) => {
  expect(meant(text)).toEqual(expected);
});

test('[W6] what is found is the @ and the name, in order, never overlapping; at most twenty', () => {
  const piece = fc.oneof(fc.constantFrom('@', '@Noor', '@Noor B', '@lou', ' ', 'x', '👍', '\n'), fc.string());
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const found = findMentions(text, PEOPLE);
      expect(found.length).toBeLessThanOrEqual(20);
      let behind = 0;
      for (const { start, end, personIds } of found) {
        expect(start).toBeGreaterThanOrEqual(behind);
        const name = text.slice(start + 1, end).toLowerCase();
        expect(text[start]).toBe('@');
        for (const id of personIds) expect(PEOPLE.find(({ personId }) => personId === id)?.name.toLowerCase()).toBe(name);
        behind = end;
      }
    }),
  );
});
