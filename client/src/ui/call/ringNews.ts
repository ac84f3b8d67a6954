// What the card of the ring says: about to join, listening, or why the circle beside me does not take me and what I can do instead.
import type { Ring } from '@comptoir/shared/conversation';
import type { ConversationView, TalkServerMessages } from '@comptoir/shared/protocol/talk';

type Beside = TalkServerMessages['beside'];

export type RingNews =
  | { kind: 'joining' }
  | { kind: 'listening' }
  | { kind: 'split'; n: number }
  | { kind: 'beside'; reason: Beside['reason']; verb: 'knock' | 'wave' | 'word' | 'comeBack' | 'free' | undefined };

const VERBS = {
  full: 'free',
  closed: 'knock',
  away: 'word',
  goodbye: 'comeBack',
  focused: 'wave',
  doNotDisturb: 'word',
  backstage: 'knock',
} as const;

/** @param splitSeen I was asked about splitting this conversation already */
export function ringNews(
  ring: Ring | undefined,
  conversation: ConversationView | undefined,
  beside: Beside | undefined,
  splitSeen: boolean,
): RingNews | undefined {
  if (conversation?.role === 'listener') return { kind: 'listening' };
  if (conversation) {
    // tables and rooms are as large as they are: nobody is asked to leave their seat
    const may = conversation.large && conversation.kind === 'bubble' && conversation.place.kind === 'near' && !splitSeen;
    const n = conversation.members.filter(({ role }) => role !== 'listener').length;
    return may ? { kind: 'split', n } : undefined;
  }
  if (ring?.role === 'dwelling') return { kind: 'joining' };
  if (!beside) return undefined;
  const verb = VERBS[beside.reason];
  // knocking, waving and writing need somebody to do it to; coming back and knocking at a circle find one by its number
  const known = beside.person !== null || beside.number !== null || verb === 'free';
  return { kind: 'beside', reason: beside.reason, verb: known ? verb : undefined };
}
