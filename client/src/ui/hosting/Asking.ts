// What is asked before it is done upon somebody, a conversation or everybody: one dialog at a time, whichever row or panel led there.
import type { Rank } from '@comptoir/shared/people';

interface Somebody {
  personId: string;
  /** The name as it is now: whoever leaves meanwhile is still named. */
  name: string;
}

export type Asking =
  | ({ what: 'sendOut' | 'ban' | 'report' } & Somebody)
  | ({ what: 'signInLink' } & Somebody)
  | ({ what: 'role'; rank: Rank } & Somebody)
  | { what: 'freeDesk'; desk: string; name: string }
  /** By the number of its ring. */
  | { what: 'endConversation'; number: number; names: string }
  | { what: 'announce' }
  | { what: 'startTalk' | 'editTalk' | 'endTalk' | 'talkPeople' | 'recordTalk' | 'unrecord' };
