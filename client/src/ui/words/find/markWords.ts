// A found line as it is shown: the part around the first word that was looked for, with every such word marked.

import { foldWords } from '@comptoir/shared/foldWords';

export interface MarkedPart {
  text: string;
  isHit: boolean;
}

/** Characters before the first hit, and in all. */
const BEFORE = 40;
const SHOWN = 180;
const WORD = /[\p{L}\p{N}]/u;

/** As the office searches, character by character, so that places stay what they are; what belongs to no word is like nothing. */
const foldCharacter = (character: string): string => foldWords(character) || '\0';

/** The words of a query, folded, the longest first. */
export const wordsOf = (query: string): string[] =>
  [...new Set(foldWords(query).split(' '))].filter((word) => word !== '').sort((a, b) => b.length - a.length);

/** A hit is where a word begins with one that was looked for. */
export function markWords(text: string, query: string): MarkedPart[] {
  const wanted = wordsOf(query);
  const flat = text.replace(/\s+/g, ' ').trim();
  const characters = [...flat];
  const folded = characters.map(foldCharacter);
  const hits: [from: number, to: number][] = [];
  for (let at = 0; at < characters.length; at++) {
    const isStart = WORD.test(characters[at] ?? '') && !(at > 0 && WORD.test(characters[at - 1] ?? ''));
    const to = isStart ? endOfHit(folded, at, wanted) : undefined;
    if (to === undefined) continue;
    hits.push([at, to]);
    at = to - 1;
  }
  const first = hits[0]?.[0] ?? 0;
  let from = first > SHOWN - BEFORE ? first - BEFORE : 0;
  // never in the middle of a word
  while (from > 0 && from < first && characters[from - 1] !== ' ') from++;
  const end = Math.min(characters.length, from + SHOWN);
  const parts: MarkedPart[] = [];
  const put = (a: number, b: number, isHit: boolean): void => {
    if (b > a) parts.push({ text: characters.slice(a, b).join(''), isHit });
  };
  let at = from;
  for (const [a, b] of hits) {
    if (a < from || b > end) continue;
    put(at, a, false);
    put(a, b, true);
    at = b;
  }
  put(at, end, false);
  if (from > 0) parts.unshift({ text: '…', isHit: false });
  if (end < characters.length) parts.push({ text: '…', isHit: false });
  return parts;
}

function endOfHit(folded: readonly string[], at: number, wanted: readonly string[]): number | undefined {
  for (const word of wanted) {
    let to = at;
    let rest = word;
    while (rest !== '' && to < folded.length && rest.startsWith(folded[to] ?? '\0')) {
      rest = rest.slice(folded[to]?.length ?? 0);
      to++;
    }
    if (rest === '' && to > at) return to;
  }
  return undefined;
}
