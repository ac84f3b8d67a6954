// The completion of names behind an @ in the composer: open, which one is chosen, keys.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { Person } from '../../../world/World.ts';
import { mentionQuery, whoMayBeMeant } from './mentionQuery.ts';

interface OpenMention {
  /** Where the @ stands. */
  at: number;
  people: readonly Person[];
  chosen: number;
}

export interface Mentions {
  open: ReadonlySignal<OpenMention | undefined>;
  /** After each change of text or caret. */
  look(text: string, caret: number): void;
  /** Arrow keys; true when it was one of them. */
  onKey(key: string): boolean;
  close(): void;
}

export function useMentions(readers: readonly Person[]): Mentions {
  const open = useSignal<OpenMention | undefined>(undefined);
  return {
    open,
    look(text, caret) {
      const found = mentionQuery(text, caret);
      const people = found ? whoMayBeMeant(found.query, readers) : [];
      // written out already: nothing to complete
      const isDone = people.length === 1 && people[0]?.name.toLowerCase() === found?.query.trim().toLowerCase();
      open.value = found && people.length > 0 && !isDone ? { at: found.at, people, chosen: 0 } : undefined;
    },
    onKey(key) {
      const now = open.peek();
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (!now || step === undefined) return false;
      open.value = { ...now, chosen: (now.chosen + step + now.people.length) % now.people.length };
      return true;
    },
    close() {
      open.value = undefined;
    },
  };
}
