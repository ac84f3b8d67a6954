// What may be said as written words: how they are cleaned, how long they may be, and whom an @ means.
import { isSeen, lengthOf } from './people.ts';
import { tuning } from './tuning.ts';

/** Stands where something was taken out, so that nobody is deceived by what they do not see. */
const TAKEN_OUT = '\ufffd';
/** Control characters but for new lines and tabs, and characters that turn the direction of what follows them. */
const DECEIVING = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;
/** Not seen, and nothing changes without them. (Joiners and variation selectors make emoji and scripts: they stay.) */
const INVISIBLE = /[\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\u115f\u1160\u3164\uffa0]/gu;
const MOST_EMPTY_LINES = /\n{3,}/g;

/** W2: what everybody will see; empty when that would be nothing. Markup stays what it is: text. Lone surrogates, control and direction characters become �. */
export function cleanText(text: string): string {
  const cleaned = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(DECEIVING, (found) => (found === '\n' || found === '\t' ? found : TAKEN_OUT))
    .replace(INVISIBLE, '')
    .replace(MOST_EMPTY_LINES, '\n\n')
    .trim();
  return isSeen(cleaned) ? cleaned : '';
}

export type TextProblem = 'textEmpty' | 'textTooLong';

/** UTF-16 units above which nobody counts any more: one character as a person counts may be many of them. */
export const MOST_UNITS: number = tuning.textLength * 4;

/** Length as a person counts; anything that cannot be too long is not counted exactly. */
const isTooLong = (text: string): boolean => {
  if (text.length <= tuning.textLength) return false;
  return text.length > MOST_UNITS || lengthOf(text) > tuning.textLength;
};

/** W2: why (cleaned) text may not be said; undefined when it may. */
export function textProblem(text: string): TextProblem | undefined {
  if (!isSeen(text)) return 'textEmpty';
  return isTooLong(text) ? 'textTooLong' : undefined;
}

/** Somebody who may be meant. */
export interface Nameable {
  personId: string;
  name: string;
}

/** Where in a text somebody is named: from the @ on; `end` is behind the name. Several people may have that name. */
export interface Mention {
  start: number;
  end: number;
  personIds: string[];
}

const MOST_MENTIONS = 20;
const WORD = /[\p{L}\p{N}\p{M}_]/u;

const isWordAt = (text: string, at: number): boolean => {
  const code = text.codePointAt(at);
  return code !== undefined && WORD.test(String.fromCodePoint(code));
};

/** Is there a word right before? (An address like ada@example.org mentions nobody.) */
const isWordBefore = (text: string, at: number): boolean => WORD.test([...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '');

/** W6: the names behind an @, the longest that fits first, whatever case; at most 20. */
export function findMentions(text: string, people: Iterable<Nameable>): Mention[] {
  const found: Mention[] = [];
  let at = text.indexOf('@');
  if (at < 0) return found;
  const byName = new Map<string, string[]>();
  const lengthsFound = new Set<number>();
  for (const { personId, name } of people) {
    if (name === '') continue;
    lengthsFound.add(name.length);
    const key = name.toLowerCase();
    const same = byName.get(key);
    if (same) same.push(personId);
    else byName.set(key, [personId]);
  }
  const lengths = [...lengthsFound].sort((a, b) => b - a);
  for (; at >= 0 && found.length < MOST_MENTIONS; at = text.indexOf('@', at + 1)) {
    if (isWordBefore(text, at)) continue;
    for (const length of lengths) {
      const end = at + 1 + length;
      const personIds = end <= text.length ? byName.get(text.slice(at + 1, end).toLowerCase()) : undefined;
      if (!personIds || isWordAt(text, end)) continue;
      found.push({ start: at, end, personIds: [...personIds] });
      break;
    }
  }
  return found;
}
