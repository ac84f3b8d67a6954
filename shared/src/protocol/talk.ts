// Messages and requests of conversations, words and calls: their schemas, merged into messages.ts and requests.ts.
import * as v from 'valibot';
import { CONVERSATION_STATES, type ConversationKind, type ConversationState } from '../conversation.ts';
import { tuning } from '../tuning.ts';
import type { KeptTraits } from './channels.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const epoch = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Session descriptions are the largest thing a client sends. */
const sdp = v.pipe(v.string(), v.maxLength(48_000));
const flag = v.boolean();

export const TRACK_KINDS = ['microphone', 'camera', 'screen', 'screenAudio'] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];
export const QUALITIES = ['low', 'medium', 'high'] as const;
/** 180p tile, 360p focus, 720p and more. */
export type Quality = (typeof QUALITIES)[number];

/** Whom words go to. */
const audience = v.variant('kind', [
  v.strictObject({ kind: v.literal('conversation') }),
  v.strictObject({ kind: v.literal('office') }),
  v.strictObject({ kind: v.literal('topic'), id }),
  v.strictObject({ kind: v.literal('person'), id }),
]);
export type Audience = v.InferOutput<typeof audience>;

const wish = v.picklist([...QUALITIES, 'none']);

/** What a client of the media server says; each carries the epoch of the call it means, others are dropped. */
const mediaSignal = v.variant('kind', [
  /** Open my receiving connection: answered by `offer`. */
  v.strictObject({ kind: v.literal('subscribe') }),
  v.strictObject({ kind: v.literal('answer'), sdp }),
  /** One sending connection per track kind; the simulcast one has a single m-line. */
  v.strictObject({ kind: v.literal('publish'), as: v.picklist(TRACK_KINDS), sdp }),
  v.strictObject({ kind: v.literal('unpublish'), as: v.picklist(TRACK_KINDS) }),
  /** What I show, most wanted first; the last call wins. Microphones need no wish. */
  v.strictObject({
    kind: v.literal('want'),
    list: v.pipe(
      v.array(v.strictObject({ personId: id, as: v.picklist(['camera', 'screen']), quality: v.picklist(QUALITIES) })),
      v.maxLength(50),
    ),
  }),
  /** In the audience of a talk, where the server chooses whom: how large I show the active speaker, the other picture, and a shared screen. */
  v.strictObject({ kind: v.literal('wantStage'), active: wish, second: wish, screen: wish }),
]);
export type StageWishes = Record<'active' | 'second' | 'screen', Quality | 'none'>;
export type ClientMediaSignal = v.InferOutput<typeof mediaSignal>;

/** What fills one receiving slot now. */
export interface SlotContent {
  slot: number;
  kind: 'audio' | 'video';
  /** null: nothing. */
  from: { personId: string; as: TrackKind } | null;
}

export type ServerMediaSignal =
  /** `slots` in the order of the m-lines; what fills them follows as `slots`. */
  | { kind: 'offer'; sdp: string; slots: { slot: number; mid: string; kind: 'audio' | 'video' }[] }
  | { kind: 'published'; as: TrackKind; sdp: string }
  /** `stage`, in a talk: personIds of who speaks, and of who shows a screen or slides or else spoke before. */
  | { kind: 'slots'; slots: SlotContent[]; stage?: { active: string | null; presenter: string | null } }
  /** The connection is gone on the server's side: begin anew. */
  | { kind: 'closed'; what: 'subscribe' | TrackKind };

export const talkMessages = {
  /** L: I leave; the same conversation does not take me back until I have been away or approach. */
  goodbye: v.strictObject({}),
  /** A panel, board or editor is open on my side, or I am hidden: no conversation forms by nearness. */
  absorbed: v.strictObject({ absorbed: flag, hidden: flag }),
  /** What I send now. The server gates by it: what is not said to be sent is not forwarded. */
  publishing: v.strictObject({ microphone: flag, camera: flag, screen: flag }),
  typing: v.strictObject({ to: audience }),
  /** Mesh signalling to a member of my conversation. */
  signal: v.strictObject({ to: id, epoch, data: v.pipe(v.string(), v.maxLength(48_000)) }),
  media: v.strictObject({ epoch, signal: mediaSignal }),
  /** My side of the call cannot go on as it is. */
  callReport: v.strictObject({ epoch, problem: v.picklist(['iceFailed', 'overloaded']) }),
  /** I lead: the walk is over. I follow: I go on by myself. */
  endWalk: v.strictObject({}),
  /** Withdraw what I asked. */
  withdraw: v.strictObject({ ask: id }),
} as const;

export const ASK_KINDS = ['knock', 'talk', 'join', 'walk'] as const;
/**
 * knock: outsider to a closed conversation · talk: to somebody at a desk, focused or hidden, a yes opens a conversation where both are ·
 * join: a member invites somebody · walk: a member proposes to walk together.
 */
export type AskKind = (typeof ASK_KINDS)[number];

export const talkRequests = {
  /** A deliberate approach to somebody within reach (click, X, walk over, join in the list): no dwell. */
  approach: v.strictObject({ personId: id }),
  /** `person`: whom it concerns (talk, join, knock at the conversation that person is in); absent: all members (walk). */
  ask: v.strictObject({ kind: v.picklist(ASK_KINDS), person: v.optional(id) }),
  answerAsk: v.strictObject({ ask: id, answer: v.picklist(['yes', 'notNow', 'inFive']) }),
  setState: v.strictObject({ state: v.picklist(CONVERSATION_STATES) }),
  /** The half that stands around me goes on by itself. */
  split: v.strictObject({}),
  /** `replyTo`: a line that stays, of the same channel. `files`: of mine, sent before; then the text may be empty. Neither to a conversation. */
  say: v.strictObject({
    to: audience,
    text: v.pipe(v.string(), v.maxLength(tuning.maxPayloadBytes)),
    replyTo: v.optional(id),
    files: v.optional(v.pipe(v.array(id), v.maxLength(tuning.filesOfLine))),
  }),
  /** A line of mine, wherever it was said; hosts also what was said to everybody. */
  eraseLine: v.strictObject({ line: id }),
  /** All that I have said to everybody and that is still read. */
  eraseMine: v.strictObject({}),
  iceServers: v.strictObject({}),
} as const;

export type TalkRefusal =
  /** They do not want to be disturbed. */
  | 'doNotDisturb'
  | 'away'
  /** Twelve in a circle, fifty in a room, four on a walk. */
  | 'full'
  /** Knock. */
  | 'closed'
  /** Quiet area or start: nobody talks here. */
  | 'quietHere'
  | 'notInConversation'
  /** Ask limits: knocks per target, invitations, words. */
  | 'tooMany'
  /** They have asked for it to be settled first: a yes is needed (desk, focused). Ask `talk`. */
  | 'askFirst'
  | 'textEmpty'
  | 'textTooLong';

export interface TalkAnswers {
  approach: { ok: true };
  /** `untilTick`: then it is answered "not now", whatever happened. */
  ask: { ok: true; ask: string; untilTick: number };
  answerAsk: { ok: true };
  setState: { ok: true };
  split: { ok: true };
  say: { ok: true; line: Line };
  eraseLine: { ok: true };
  eraseMine: { ok: true; count: number };
  iceServers: { ok: true; servers: { urls: string[]; username?: string; credential?: string }[]; ttlS: number };
}

export interface Line extends KeptTraits {
  /** Unique in the office; later lines sort behind earlier ones of the same moment by it. */
  id: string;
  from: string;
  /** The name as it was: they may have left. */
  name: string;
  to: Audience;
  /** Of lines to a conversation. */
  conversation?: string;
  text: string;
  /** Milliseconds since 1970, the server's clock. */
  atMs: number;
  /** personIds whose name stands in the text behind an @. */
  mentions: string[];
}

export interface ConversationMember {
  personId: string;
  role: 'member' | 'speaker' | 'audience' | 'listener';
  /** Speaks in a talk from their seat: was given the floor. */
  floor?: true;
  /** What they say they send, which is all that the server lets through. */
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  /** Their tab is hidden. */
  hidden: boolean;
  /** Connection lost, place held. */
  lost: boolean;
  /** Nothing is heard, seen or read between them and me, by whose wish is not said: they do not hear me. */
  apart?: boolean;
}

/** Where a conversation is, to say it in words and to draw it. */
export type ConversationPlace =
  | { kind: 'near' }
  | { kind: 'table'; table: string }
  | { kind: 'area'; area: string }
  | { kind: 'desk' }
  | { kind: 'walk'; leader: string };

/** To members and listeners, whole, at each change. */
export interface ConversationView {
  id: string;
  /** Its ring on the crowd wire. */
  number: number;
  kind: ConversationKind;
  state: ConversationState;
  place: ConversationPlace;
  /** What I am in it. */
  role: ConversationMember['role'];
  /**
   * Everybody who is in it or hears it, me too, in the order they came. "Who hears me" is this list without me. Of a talk: who speaks (me
   * too, if I do); `audience` is how many listen.
   */
  members: ConversationMember[];
  audience?: number;
  /** Of a meeting room: personIds of raised hands, in their order. */
  hands?: string[];
  /** Absent while I am alone in a meeting area. */
  call: { transport: 'mesh' | 'sfu'; epoch: number } | null;
  /** Seven or more in a bubble: offer to split. */
  large: boolean;
}

/** One conversation as the list view shows it to everybody. */
export interface ConversationSummary {
  number: number;
  kind: ConversationKind;
  state: ConversationState;
  area: string | null;
  walking: boolean;
  members: string[];
  listeners: number;
}

export interface AskView {
  id: string;
  kind: AskKind;
  from: string;
  untilTick: number;
}

export interface TalkServerMessages {
  /** The server's word on whom I talk with; null: nobody. */
  conversation: ConversationView | null;
  /** For those who look at the list, when it changed, at most once a second. */
  conversations: ConversationSummary[];
  /** Somebody asks me. */
  asked: AskView;
  /** Answered by another, withdrawn or over. */
  askGone: { ask: string };
  /** What I asked was answered; "no" is never said by name, and comes only when the time is over. */
  askAnswered: { ask: string; kind: AskKind; person: string | null; yes: boolean; inFive: boolean };
  said: Line;
  /** After joining: what was said to me before (office, my direct messages, my conversation). */
  saidBefore: Line[];
  /** Ids of lines that nobody is to read any more. */
  erased: { lines: string[] };
  typing: { from: string; to: Audience };
  signal: { from: string; epoch: number; data: string };
  media: { epoch: number; signal: ServerMediaSignal };
  /** A circle that cannot take me: full circle of twelve, closed door, away, hidden ... said once when I stand beside it. */
  beside: {
    /** backstage: a green room, of a talk in which I neither speak nor lead. */
    reason: 'full' | 'closed' | 'away' | 'goodbye' | 'focused' | 'doNotDisturb' | 'backstage';
    number: number | null;
    person: string | null;
  };
  /**
   * The group walks this way with me: tiles as in `walkPath`, from where I am. `seq` stays the same as long as I walk along, so that it is
   * older than any key of mine since; faster than a stroll only to catch up.
   */
  walkedAlong: { seq: number; tiles: [number, number][]; gait: 'stroll' | 'walk' };
}
