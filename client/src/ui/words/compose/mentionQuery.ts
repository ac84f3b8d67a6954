// What is being completed behind an @ in a text field: whom it may mean, and the text once somebody is chosen.
import { tuning } from '@comptoir/shared/tuning';
import type { Nameable } from '@comptoir/shared/words';
import { foldWords } from '../../people/foldWords.ts';

const OFFERED = 6;
const WORD_BEFORE = /[\p{L}\p{N}\p{M}_]$/u;

/** Where the @ stands that the caret is behind, and what is written since; undefined when there is none. */
export function mentionQuery(text: string, caret: number): { at: number; query: string } | undefined {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || WORD_BEFORE.test(before.slice(0, at))) return undefined;
  const query = before.slice(at + 1);
  return query.length > tuning.nameLength || /[\n@]/.test(query) || /^\s/.test(query) ? undefined : { at, query };
}

/** Who may be meant: names that begin so first, then those of which a word does. */
export function whoMayBeMeant<P extends Nameable>(query: string, people: Iterable<P>): P[] {
  const wanted = foldWords(query);
  const first: P[] = [];
  const then: P[] = [];
  for (const person of people) {
    const name = foldWords(person.name);
    if (name.startsWith(wanted)) first.push(person);
    else if (name.split(/\s+/).some((word) => word.startsWith(wanted))) then.push(person);
  }
  const byName = (a: P, b: P): number => a.name.localeCompare(b.name);
  return [...first.sort(byName), ...then.sort(byName)].slice(0, OFFERED);
}

/** The text with the name in it, and where the caret goes. */
export function completeMention(text: string, at: number, caret: number, name: string): { text: string; caret: number } {
  const behind = text.slice(caret);
  const inserted = `@${name}${/^\s/.test(behind) ? '' : ' '}`;
  return { text: text.slice(0, at) + inserted + behind, caret: at + inserted.length };
}
