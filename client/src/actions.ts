// The person's verbs: what keys, clicks, buttons, the list view and window.comptoir can do. Types only; session.ts builds the object.
import type { ConversationState } from '@comptoir/shared/conversation';
import type { Direction, Gait } from '@comptoir/shared/movement';
import type { Appearance, Availability, Emote } from '@comptoir/shared/people';
import type { accountRequests } from '@comptoir/shared/protocol/accounts';
import type { adminRequests } from '@comptoir/shared/protocol/admin';
import type { appointmentRequests, When } from '@comptoir/shared/protocol/appointments';
import type { auditoriumRequests, Reaction } from '@comptoir/shared/protocol/auditorium';
import type { cardRequests, Somebody } from '@comptoir/shared/protocol/cards';
import type { channelRequests, FileSent } from '@comptoir/shared/protocol/channels';
import type { deskRequests } from '@comptoir/shared/protocol/desks';
import type { doorRequests } from '@comptoir/shared/protocol/door';
import type { hostingRequests } from '@comptoir/shared/protocol/hosting';
import type { SlidesSent } from '@comptoir/shared/protocol/http';
import type { NoteMessage } from '@comptoir/shared/protocol/notes';
import type { recordingRequests } from '@comptoir/shared/protocol/recording';
import type { replayRequests } from '@comptoir/shared/protocol/replay';
import type { Answer, Ask, Refusal } from '@comptoir/shared/protocol/requests';
import type { AskKind, Audience, Line } from '@comptoir/shared/protocol/talk';
import type { ReadonlySignal } from '@preact/signals-core';

/** Where to: px in the map, or something with a name. */
export type Target = { x: number; y: number } | { area: string } | { person: string } | { object: string } | { seat: string };

export interface WalkResult {
  arrived: boolean;
  /** px in the map */
  x: number;
  y: number;
}

export type Outcome = { ok: true } | { refused: Refusal };

/** The verbs of conversations and words. */
export interface TalkActions {
  /** Walks over and joins, or asks when that needs a yes. */
  approach(personId: string): Promise<Outcome>;
  /** talk: wave to somebody at a desk · join: invite · knock: at the conversation that person is in · walk: propose to all members. */
  ask(kind: AskKind, personId?: string): Promise<Outcome>;
  withdraw(askId: string): void;
  answer(askId: string, answer: 'yes' | 'notNow' | 'inFive'): Promise<Outcome>;
  setState(state: ConversationState): Promise<Outcome>;
  /** Null outside a conversation. */
  goodbye: ReadonlySignal<(() => void) | null>;
  split(): Promise<Outcome>;
  /** Proposes a walk to everybody I talk with, or ends the walk we are on; null outside a conversation, and for listeners. */
  walk: ReadonlySignal<(() => void) | null>;
  /** `more`: which line it answers, and files sent before; nowhere but where words stay. */
  say(text: string, to: Audience, more?: { replyTo?: string; files?: string[] }): Promise<Outcome>;
  /** Nobody reads it any more, a moment later. @returns takes it back until then */
  erase(lineId: string): () => void;
  /** All that I have said to everybody. */
  eraseMine(): Promise<Answer<'eraseMine'>>;
  typing(to: Audience): void;
  /** Opens the chat where I write with this person. */
  write(personId: string): void;
  /** Of the note and the whiteboard that I share with my conversation. */
  note(message: NoteMessage): void;
  /** Marks the lines of a channel as read. */
  read(channel: string): void;
}

/** The verbs of what is written and stays. */
export interface ChannelActions {
  /** Asks the server; what is refused is answered only, to be said where it was asked. */
  ask<R extends keyof typeof channelRequests>(name: R, ask: Ask<R>): Promise<Answer<R>>;
  /** Opens the chat at a channel, and at one of its lines. */
  open(channel: string, line?: string): void;
  /** Fetches lines that are older than those here: the latest ones where there are none. */
  older(channel: string): Promise<void>;
  /** The lines behind those that were fetched around a found one, until they meet the latest. */
  later(): Promise<void>;
  /** Back from there. */
  latest(): void;
  edit(line: string, text: string): Promise<Outcome>;
  /** Shows at once; taken back when it is refused. */
  react(line: Line, emoji: string, on: boolean): void;
  /** Gives the office a file of mine, to be said then. `onShare`: 0 to 1, of what has been sent. */
  sendFile(file: Blob, name: string, onShare: (share: number) => void, signal: AbortSignal): Promise<FileSent>;
  /** The thread of the topic whose corner I stand in; null elsewhere. */
  corner: ReadonlySignal<(() => void) | null>;
}

/** The verbs of calls that keys have too; buttons use the call itself. */
export interface CallActions {
  toggleMicrophone(): void;
  toggleCamera(): void;
  /** Shows my screen, or stops that. */
  present(): void;
  pushToTalk(held: boolean): void;
  /** Lets the parrot I stand before hear me. */
  talkToEcho(): void;
}

/** The verbs of a talk that keys have too. */
export interface StageActions {
  /** In the audience: raises my hand, or lowers it. Elsewhere the gesture. */
  hand(): void;
  /** After a talk: to where it goes on, or to a seat at a table of a question. */
  stay(seat?: string): Promise<void>;
  /** After a talk: I go my own way. */
  go(): void;
}

/** What the door and the hosts' panels ask as it is. */
export type OfficeRequest =
  | keyof typeof doorRequests
  | keyof typeof hostingRequests
  | keyof typeof appointmentRequests
  | keyof typeof auditoriumRequests
  | keyof typeof replayRequests
  | keyof typeof cardRequests
  | keyof typeof deskRequests
  | keyof typeof accountRequests
  | keyof typeof adminRequests
  | keyof typeof recordingRequests;

export interface Actions {
  /** Asks the server; a refusal is said in a note, and answered too. */
  ask<R extends OfficeRequest>(name: R, ask: Ask<R>): Promise<Answer<R>>;
  /** When that would be; a refusal is answered only. */
  previewMeeting(when: When): Promise<Answer<'previewAppointment'>>;
  talk: TalkActions;
  channels: ChannelActions;
  call: CallActions;
  stage: StageActions;
  /** The direction held by keys, joystick or gamepad; undefined = none. */
  hold(held: { direction: Direction; gait: Gait } | undefined): void;
  walkTo(target: Target, gait?: Exclude<Gait, 'still'>): Promise<WalkResult>;
  /** Be there now, without walking (list view, reduced motion). */
  beThere(target: { person: string } | { area: string } | { object: string }): Promise<Outcome>;
  sit(seatId: string): Promise<Outcome>;
  stand(): void;
  use(thingId: string): Promise<Outcome>;
  /** X: whatever is nearest; null when nothing is within reach. */
  act: ReadonlySignal<(() => void) | null>;
  emote(emote: Emote): void;
  setAvailability(availability: Availability): void;
  setProfile(profile: { name: string; trade: string; appearance: Appearance }): Promise<Outcome>;
  zoomBy(steps: number): void;
  toggleOverview(): void;
  toggleList(): void;
  openPanel(panel: Panel | undefined): void;
  /** In a talk: clap, laugh ...; many at once are told together. */
  applaud(reaction: Reaction): void;
  /** Of speakers: gives the office a PDF of mine, to be shown then. `onShare`: 0 to 1, of what has been sent. */
  sendSlides(pdf: Blob, about: { name: string; pages: number }, onShare: (share: number) => void, signal: AbortSignal): Promise<SlidesSent>;
  /** In a talk: opens its questions, and the field of a new one takes the focus. */
  askInTalk(): void;
  /** Of leaders: one begins now; its name may be typed at once. */
  markChapter(): void;
  /** Shows at once; taken back when it is refused. */
  voteQuestion(question: string, on: boolean): void;
  /** Opens somebody's card, here or not; undefined: puts it away. */
  readCard(somebody: Somebody | undefined): void;
  /** Opens what a note for somebody's desk is written in; undefined: puts it away. */
  noteFor(somebody: Somebody | undefined): void;
  goToMyDesk(): Promise<Outcome>;
  leave(): void;
}

export type Panel =
  | 'people'
  | 'chat'
  | 'whoHears'
  | 'asks'
  | 'note'
  | 'whiteboard'
  | 'help'
  | 'settings'
  | 'search'
  | 'invite'
  | 'links'
  | 'door'
  | 'avatar'
  /** What is written on mine, and for whom. */
  | 'card'
  /** Mine, and what lies on it. */
  | 'desk'
  /** How I sign in, my devices; of a guest: how to be kept. */
  | 'account'
  | 'hosting'
  /** Of admins: the whole server. */
  | 'admin'
  | 'agenda'
  /** Talks that are over. */
  | 'pastTalks'
  /** Questions, hands, polls, chapters of the talk I am in. */
  | 'talk';

/** One entry of the registry that keys, the help dialog and the search read. */
export interface Shortcut {
  id: string;
  /** `code:KeyW` (physical key) or `key:m` (letter), `code:Digit1`; modifiers in front: `ctrl+key:k`, `alt+key:l`. Several = any of them. */
  keys: readonly string[];
  /** Key of the i18n dictionary. */
  label: string;
  /** What it does now; null when impossible. Held ones (walking) have none. */
  run: (() => void) | null;
  /** Of held ones that are no walking: what letting go does. */
  end?: () => void;
  kind: 'held' | 'single' | 'modified';
}
