// A conversation as the rules see it: who is in it since when, who hears it, its door. Plain data, changed by the rules beside it.
import type { ConversationKind, ConversationState } from '@comptoir/shared/conversation';
import type { Point } from '@comptoir/shared/geometry';
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
  /** In a talk: since when they speak. */
  speaksSinceTick?: number;
  /** In a talk: they speak from their seat. */
  floor?: { video: boolean };
  /** Where they were taken in by a yes, world units: staying there they belong, however far the others are. */
  anchor?: Point;
  /** Since when they are apart from the part that keeps the conversation. */
  apartSinceTick?: number;
}

export interface Listener {
  personId: string;
  /** Shown to the members from here on ... */
  sinceTick: number;
  /** ... and hears from here on. */
  hearsFromTick: number;
}

/** Walks along with the leader, walked by the server. */
export interface Follower {
  /** Their place beside the leader. */
  slot: number;
  /** Of their walk, as long as they walk along. */
  seq: number;
  /** Where they were last sent, world units. */
  goal?: Point;
}

/** What decides who speaks in a talk: changed by whoever leads it (auditorium/LiveTalk.ts). */
export interface Hall {
  /** Trait `auditorium` of its stage and its audience. */
  auditorium: string;
  settings: { openStage: boolean };
  leaders: readonly string[];
  hands: Map<string, number>;
  floor: Map<string, { video: boolean }>;
  sentDown: ReadonlySet<string>;
  broughtUp: ReadonlySet<string>;
  /** Whoever has spoken on its stage. */
  spoke: Set<string>;
  /** It is being recorded: only these speak, who have agreed. */
  recorded?: ReadonlySet<string>;
}

/** A host has said that it is to end. */
export interface Ending {
  /** personId */
  by: string;
  untilTick: number;
}

export interface Conversation {
  /** With a random part; never used again. */
  id: string;
  /** On the crowd wire. */
  number: number;
  kind: ConversationKind;
  state: ConversationState;
  place: ConversationPlace;
  /** Index in the map's areas of where it is; -1: in none. It never reaches into another one. */
  area: number;
  bornTick: number;
  /** By personId, in the order they came. */
  members: Map<string, ConversationMember>;
  listeners: Map<string, Listener>;
  /** While it walks; by personId. */
  followers?: Map<string, Follower>;
  /** When it was last seen whether its members hang together; nothing moved since then, nothing changed. */
  lookedTick?: number;
  /** Let in by a member: through a closed door and without a dwell, until this tick. */
  admitted: Map<string, number>;
  ending?: Ending;
  /** Of a talk in an auditorium. */
  hall?: Hall;
  /** Of a meeting room: who has raised a hand, in their order. */
  hands?: Set<string>;
  /** Of a meeting room: its recording has begun, whether it rests or not. */
  recorded?: true;
  /** What everybody in the hall was last told alike. */
  told?: { shared: string; version: number };
}
