// Words as they are searched for: without case and accents, letters and digits only. The same for every database, and for what is asked.

const MARKS = /\p{M}+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
/** Letters that are written as two where nobody has them on a keyboard. */
const TWO_LETTERS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };
const AS_TWO = /[œæßøłđ]/g;

/** Words with one space between them: 'Œuvre à l’été' is 'oeuvre a l ete'. */
export const foldWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(AS_TWO, (letter) => TWO_LETTERS[letter] ?? letter)
    .replace(NO_WORD, ' ')
    .trim();

/** Of more words the first ones are looked for. */
const MOST_WORDS = 8;
const LONGEST_WORD = 60;

export interface Wanted {
  /** All of them, whole. */
  whole: string[];
  /** The last word, which may go on; absent where it is too short for that. */
  begun?: string;
}

/** A word of one letter begins too many others to be looked for as a beginning. */
const SHORTEST_BEGUN = 2;

/** What somebody looks for; undefined when there is nothing to look for in it. */
export function wantedWords(text: string): Wanted | undefined {
  const words = foldWords(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  const last = words.at(-1);
  if (last === undefined) return undefined;
  return last.length < SHORTEST_BEGUN ? { whole: words } : { whole: words.slice(0, -1), begun: last };
}

/** Is all that is wanted in a folded text? */
export function holdsWords(folded: string, { whole, begun }: Wanted): boolean {
  const padded = ` ${folded} `;
  return whole.every((word) => padded.includes(` ${word} `)) && (begun === undefined || padded.includes(` ${begun}`));
}
