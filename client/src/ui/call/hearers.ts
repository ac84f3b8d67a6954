// Who receives my voice: the server's list of the conversation without me, and how that is said in one sentence.
import type { ConversationMember, ConversationView } from '@comptoir/shared/protocol/talk';

export interface Hearers {
  /** out: in no conversation · alone: nobody else in it · silent: my role lets nobody hear me · heard: these people. */
  kind: 'out' | 'alone' | 'silent' | 'heard';
  people: readonly ConversationMember[];
}

/** Listeners are heard by nobody, and neither is the audience of a talk. */
const isHeard = (role: ConversationMember['role']): boolean => role === 'member' || role === 'speaker';

/** Everybody on it receives my microphone when it is on, listeners too. Members first, then listeners, each in the order they came. */
export function hearersOf(conversation: ConversationView | undefined, myId: string | undefined): Hearers {
  if (!conversation) return { kind: 'out', people: [] };
  const others = conversation.members.filter(({ personId, apart }) => personId !== myId && !apart);
  if (!isHeard(conversation.role)) return { kind: 'silent', people: [] };
  const listens = ({ role }: ConversationMember): number => (role === 'listener' ? 1 : 0);
  return { kind: others.length === 0 ? 'alone' : 'heard', people: others.sort((a, b) => listens(a) - listens(b)) };
}

/** Names in a row as the language writes them; from `most` on the rest is counted: "Noor, Ada and 3 more". */
export function listNames(names: readonly string[], language: string, more: (n: number) => string, most = 3): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const parts = shown.length < names.length ? [...shown, more(names.length - shown.length)] : shown;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}
