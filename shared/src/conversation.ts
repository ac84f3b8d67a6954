// What a conversation is to those who see it: its kind, its state, the roles in it, and how all that is written on the crowd wire.

export const CONVERSATION_STATES = ['amongUs', 'outLoud', 'closed'] as const;
/** among us: anyone may join by standing near · out loud: people nearby may listen · closed: knock. */
export type ConversationState = (typeof CONVERSATION_STATES)[number];

export const CONVERSATION_KINDS = ['bubble', 'meeting', 'talk'] as const;
/** Tables, desks and walks are bubbles; meeting rooms and booths are meetings. */
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

export const RING_ROLES = ['member', 'listener', 'dwelling'] as const;
/** dwelling: about to join, the ring fills for `tuning.dwellMs`. */
export type RingRole = (typeof RING_ROLES)[number];

/** What everybody who looks there sees of somebody's conversation: drawn as a ring on the floor. Members' names go to members only. */
export interface Ring {
  /** Names the conversation on the crowd wire: 1 to 65,535, used again only after a rest. */
  number: number;
  state: ConversationState;
  role: RingRole;
  /** A meeting area: the room is the ring. */
  room: boolean;
  /** They walk together: passers-by do not join. */
  walking: boolean;
}

const STATE_BITS = 3;
const ROLE_SHIFT = 2;
const ROOM = 16;
const WALKING = 32;

/** One byte of the crowd wire. */
export const encodeRingLook = (ring: Ring): number =>
  CONVERSATION_STATES.indexOf(ring.state) |
  (RING_ROLES.indexOf(ring.role) << ROLE_SHIFT) |
  (ring.room ? ROOM : 0) |
  (ring.walking ? WALKING : 0);

/** @returns undefined when the byte or the number says nothing that can be. */
export function decodeRing(number: number, look: number): Ring | undefined {
  const state = CONVERSATION_STATES[look & STATE_BITS];
  const role = RING_ROLES[(look >> ROLE_SHIFT) & STATE_BITS];
  if (!state || !role || number === 0 || look > 63) return undefined;
  return { number, state, role, room: (look & ROOM) !== 0, walking: (look & WALKING) !== 0 };
}

export const isSameRing = (a: Ring | undefined, b: Ring | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.number === b.number && encodeRingLook(a) === encodeRingLook(b));
