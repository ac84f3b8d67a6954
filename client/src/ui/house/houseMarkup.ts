// What admins write for everybody, in blocks: headings, lists and paragraphs with bold words and links. Nothing of it is ever read as HTML.
import { find } from 'linkifyjs';
import { safeHref } from '../words/lines/textParts.ts';

export type HouseSpan = { kind: 'text' | 'bold'; text: string } | { kind: 'link'; text: string; href: string };
export type HouseBlock = { kind: 'heading' | 'paragraph'; spans: HouseSpan[] } | { kind: 'list' | 'numbers'; items: HouseSpan[][] };

const HEADING = /^#{1,4}\s+/;
const BULLET = /^[-*•]\s+/;
const NUMBER = /^\d{1,3}[.)]\s+/;

/** Blank lines part blocks; of a block of points each line is one. */
export function houseBlocks(text: string): HouseBlock[] {
  return text
    .split(/\n\s*\n/)
    .flatMap(partHeadings)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockOf);
}

/** A heading needs no blank line after it. */
function partHeadings(block: string): string[] {
  const [first = '', ...rest] = block.trim().split('\n');
  return HEADING.test(first) && rest.length > 0 ? [first, ...partHeadings(rest.join('\n'))] : [block];
}

function blockOf(block: string): HouseBlock {
  const lines = block.split('\n').map((line) => line.trim());
  if (HEADING.test(block)) return { kind: 'heading', spans: houseSpans(block.replace(HEADING, '')) };
  for (const [kind, mark] of [
    ['list', BULLET],
    ['numbers', NUMBER],
  ] as const)
    if (lines.every((line) => mark.test(line))) return { kind, items: lines.map((line) => houseSpans(line.replace(mark, ''))) };
  return { kind: 'paragraph', spans: houseSpans(lines.join('\n')) };
}

export function houseSpans(text: string): HouseSpan[] {
  return text.split(/\*\*(.+?)\*\*/s).flatMap((part, n) => (n % 2 === 1 ? [{ kind: 'bold' as const, text: part }] : linked(part)));
}

function linked(text: string): HouseSpan[] {
  const spans: HouseSpan[] = [];
  let from = 0;
  for (const { type, value, start, end } of find(text)) {
    const href = type === 'email' ? `mailto:${value}` : safeHref(value);
    if (href === undefined) continue;
    if (start > from) spans.push({ kind: 'text', text: text.slice(from, start) });
    spans.push({ kind: 'link', text: text.slice(start, end), href });
    from = end;
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) });
  return spans;
}
