// A conversation as the rules see it: who is in it since when, who hears it, its door. Plain data, changed by the rules beside it.
import type { ConversationKind, ConversationState } from '@comptoir/shared/conversation';
import type { ConversationPlace } from '@comptoir/shared/protocol/talk';

/** What somebody says they send; the server lets nothing else through. */
export interface Sends {
  microphone: boolean;
  camera: boolean;
  screen: boolean;
}

export interface ConversationMember {
  personId: string;
  role: 'member' | 'speaker' | 'audience';
  sinceTick: number;
}

export interface Listener {
  personId: string;
  /** Shown to the members from here on ... */
  sinceTick: number;
  /** ... and hears from here on. */
  hearsFromTick: number;
}

export interface Conversation {
  /** With a random part; never used again. */
  id: string;
  /** On the crowd wire. */
  number: number;
  kind: ConversationKind;
  state: ConversationState;
  place: ConversationPlace;
  bornTick: number;
  /** By personId, in the order they came. */
  members: Map<string, ConversationMember>;
  listeners: Map<string, Listener>;
}
