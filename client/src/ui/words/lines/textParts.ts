// A line's text in parts: plain text, safe links, names that are meant. Nothing of it is ever read as markup.
import { findMentions, type Nameable } from '@comptoir/shared/words';
import { find } from 'linkifyjs';

export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string; personIds: string[] };

interface Span {
  start: number;
  end: number;
  part: TextPart;
}

/** W8: addresses written as such, http and https only; none that shows one host before the @ and goes to another. */
export function safeHref(written: string): string | undefined {
  if (!/^(?:https?:\/\/|www\.)/i.test(written)) return undefined;
  const url = URL.parse(/^www\./i.test(written) ? `https://${written}` : written);
  const isSafe = url && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  return isSafe ? url.href : undefined;
}

/** @param meant those of the line's mentions whose names are known */
export function textParts(text: string, meant: Iterable<Nameable>): TextPart[] {
  const spans: Span[] = find(text, 'url').flatMap(({ value, start, end }) => {
    const href = safeHref(value);
    return href === undefined ? [] : [{ start, end, part: { kind: 'link', text: text.slice(start, end), href } as const }];
  });
  for (const { start, end, personIds } of findMentions(text, meant)) {
    // an @ inside an address belongs to the address
    if (spans.some((span) => start < span.end && end > span.start)) continue;
    spans.push({ start, end, part: { kind: 'mention', text: text.slice(start, end), personIds } });
  }
  spans.sort((a, b) => a.start - b.start);
  const parts: TextPart[] = [];
  let from = 0;
  for (const { start, end, part } of spans) {
    if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) });
    parts.push(part);
    from = end;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** A picture by itself, a flag of two letters, or a key; what follows in the character changes it only. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{RI}{2}|[\d#*]\ufe0f?\u20e3)/u;

/** One to three emoji and nothing else are drawn large. */
export function isEmojiOnly(text: string): boolean {
  if (text.length > 60) return false;
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
    .map(({ segment }) => segment)
    .filter((character) => character.trim() !== '');
  return characters.length > 0 && characters.length <= 3 && characters.every((character) => EMOJI.test(character));
}
