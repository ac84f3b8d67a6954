// Who talks with whom in one office, as plain data, and the moves every rule makes: open, join, leave. The rules are in the files beside it.
import type { ConversationKind, Ring } from '@comptoir/shared/conversation';
import type { ConversationPlace } from '@comptoir/shared/protocol/talk';
import type { Conversation, Ending, Hall, Listener, Sends } from './Conversation.ts';
import type { Occupant } from './Office.ts';
import type { Apart } from './reachable.ts';
import { freeNumber, newNumber, type RingNumbers, useNumber } from './ringNumbers.ts';

/** Nearness that has begun: the ring fills. */
export interface Dwell {
  /** Of the ring: the conversation's, or of the one that is about to begin. */
  number: number;
  sinceTick: number;
}

/** What the rules remember of a person. */
export interface Talker {
  readonly occupant: Occupant;
  conversation?: Conversation;
  /** When they last came into a conversation or out of one. */
  changedTick: number;
  /** The out-loud conversation they hear without being in it. */
  hears?: Conversation;
  dwell?: Dwell;
  /** Where hearing has begun to be earned. */
  hearing?: { id: string; sinceTick: number };
  /** B3: before the first movement nothing forms. */
  hasMoved: boolean;
  absorbed: boolean;
  hiddenSinceTick?: number;
  sends: Sends;
  /** When it was last told at once that they opened their microphone. */
  openedTick?: number;
  /** To whom they said goodbye: not taken back by these until they have been away. */
  goodbyes: Set<string>;
  /** The room they said goodbye in, as an area index. */
  goodbyeArea?: number;
  /** The talk they said goodbye to, until they have walked out of its hall. */
  goodbyeTalk?: string;
  /** What their client was last told of the talk they are in. */
  toldView?: string;
  /** Found again without a dwell (a lost connection, a restart), until this tick. */
  returnsUntilTick: number;
  /** With whom; undefined: with anybody who returns as well (a restart). */
  returnsTo?: ReadonlySet<string>;
  /** The ring that others see now. */
  shown?: Ring;
  /** Which conversation their client was last told of. */
  told?: string;
  /** Which end of a conversation their client was last told of. */
  warned?: Ending;
  /** Another page took over: to the others it is as if the connection had been lost and found in one moment. */
  isReplaced?: boolean;
  /** What their client says about being idle: nobody who talks is away by idleness. */
  isIdle?: boolean;
  /** Why what is beside them does not take them: said once. */
  beside?: { key: string; sinceTick: number; said: boolean };
}

export interface Talks extends RingNumbers {
  /** By personId, in the order they came in. */
  talkers: Map<string, Talker>;
  /** By id. */
  conversations: Map<string, Conversation>;
  /** Area index or table name -> the conversation that is there. */
  ofRoom: Map<number, Conversation>;
  ofTable: Map<string, Conversation>;
  /** Auditorium -> the talk that is on there. */
  ofHall: Map<string, Conversation>;
  /** A new id, with chance in it. */
  newId(): string;
  /** When the first dwell is over that is not over yet: a round is due. */
  dueTick: number;
  /** Who earns hearing, and who stands beside what does not take them. */
  hearing: Set<Talker>;
  beside: Set<Talker>;
  /** Since they were last told of: whose view changed, whose ring, conversation or hearing may have. */
  changed: Set<Conversation>;
  touched: Set<Talker>;
  /** Between whom nothing goes. */
  apart: Apart;
  /** Who is on a visit to one area. */
  visitors: Set<Talker>;
}

export const NOTHING_SENT: Readonly<Sends> = { microphone: false, camera: false, screen: false };

export const newTalks = (newId: () => string): Talks => ({
  talkers: new Map(),
  conversations: new Map(),
  ofRoom: new Map(),
  ofTable: new Map(),
  ofHall: new Map(),
  nextNumber: 1,
  numbers: new Map(),
  newId,
  dueTick: Number.POSITIVE_INFINITY,
  hearing: new Set(),
  beside: new Set(),
  changed: new Set(),
  touched: new Set(),
  apart: new Map(),
  visitors: new Set(),
});

export function enterTalks(talks: Talks, occupant: Occupant): Talker {
  const talker: Talker = {
    occupant,
    changedTick: Number.NEGATIVE_INFINITY,
    hasMoved: false,
    absorbed: false,
    sends: { ...NOTHING_SENT },
    goodbyes: new Set(),
    returnsUntilTick: 0,
  };
  talks.talkers.set(occupant.personId, talker);
  return talker;
}

export interface Opening {
  /** Chosen before. */
  id?: string;
  kind: ConversationKind;
  place: ConversationPlace;
  area: number;
  /** Of the ring that announced it. */
  number?: number;
  hall?: Hall;
}

export function openConversation(talks: Talks, { id, kind, place, area, number, hall }: Opening, nowTick: number): Conversation {
  const conversation: Conversation = {
    id: id ?? talks.newId(),
    number: number ?? newNumber(talks),
    kind,
    state: 'amongUs',
    place,
    area,
    bornTick: nowTick,
    members: new Map(),
    listeners: new Map(),
    admitted: new Map(),
  };
  if (hall) {
    conversation.hall = hall;
    talks.ofHall.set(hall.auditorium, conversation);
  }
  talks.conversations.set(conversation.id, conversation);
  useNumber(talks, conversation.number).conversation = conversation;
  if (kind === 'meeting') talks.ofRoom.set(area, conversation);
  if (place.kind === 'table') talks.ofTable.set(place.table, conversation);
  talks.changed.add(conversation);
  return conversation;
}

/** Takes somebody in; whatever they were in or heard before, they leave. */
export function joinConversation(talks: Talks, conversation: Conversation, talker: Talker, nowTick: number): void {
  if (talker.conversation === conversation) return;
  leaveConversation(talks, talker, nowTick);
  stopHearing(talks, talker);
  stopDwelling(talks, talker);
  talker.changedTick = nowTick;
  const { personId } = talker.occupant;
  const role = conversation.kind === 'talk' ? 'audience' : 'member';
  conversation.members.set(personId, { personId, role, sinceTick: nowTick });
  delete conversation.lookedTick;
  conversation.admitted.delete(personId);
  talker.conversation = conversation;
  talker.goodbyes.clear();
  delete talker.goodbyeArea;
  delete talker.goodbyeTalk;
  talks.changed.add(conversation);
  // a hall is full of people to whom one more is nothing
  if (conversation.hall) talks.touched.add(talker);
  else touchAll(talks, conversation);
}

/** Whoever is left alone is in none, except in a room: that stays theirs. A talk ends by its own rule. */
export function leaveConversation(talks: Talks, talker: Talker, nowTick: number): void {
  const { conversation } = talker;
  if (!conversation) return;
  delete talker.conversation;
  // what they were told of it is taken back: coming again, all of it is new to them
  delete talker.toldView;
  talker.changedTick = nowTick;
  conversation.members.delete(talker.occupant.personId);
  conversation.hands?.delete(talker.occupant.personId);
  delete conversation.lookedTick;
  talks.changed.add(conversation);
  talks.touched.add(talker);
  if (conversation.hall) {
    // T7: the hands of people who left vanish
    conversation.hall.hands.delete(talker.occupant.personId);
    conversation.hall.floor.delete(talker.occupant.personId);
    return;
  }
  if (conversation.members.size < (conversation.kind === 'meeting' ? 1 : 2)) endConversation(talks, conversation, nowTick);
}

export function endConversation(talks: Talks, conversation: Conversation, nowTick: number): void {
  for (const personId of conversation.members.keys()) {
    const talker = talks.talkers.get(personId);
    if (!talker) continue;
    delete talker.conversation;
    talker.changedTick = nowTick;
    talks.touched.add(talker);
  }
  conversation.members.clear();
  hushListeners(talks, conversation);
  talks.conversations.delete(conversation.id);
  delete talks.numbers.get(conversation.number)?.conversation;
  freeNumber(talks, conversation.number);
  if (talks.ofRoom.get(conversation.area) === conversation) talks.ofRoom.delete(conversation.area);
  if (conversation.place.kind === 'table') forgetTable(talks, conversation, conversation.place.table);
  if (conversation.hall) talks.ofHall.delete(conversation.hall.auditorium);
  talks.changed.add(conversation);
}

const forgetTable = (talks: Talks, conversation: Conversation, table: string): void => {
  if (talks.ofTable.get(table) === conversation) talks.ofTable.delete(table);
};

/** The conversation goes on, elsewhere. */
export function movePlace(talks: Talks, conversation: Conversation, place: ConversationPlace): void {
  if (conversation.place.kind === 'table') forgetTable(talks, conversation, conversation.place.table);
  conversation.place = place;
  delete conversation.lookedTick;
  if (place.kind === 'table') talks.ofTable.set(place.table, conversation);
  talks.changed.add(conversation);
  touchAll(talks, conversation);
}

export function startHearing(talks: Talks, conversation: Conversation, talker: Talker, listener: Listener): void {
  stopHearing(talks, talker);
  conversation.listeners.set(listener.personId, listener);
  talker.hears = conversation;
  talks.changed.add(conversation);
  talks.touched.add(talker);
}

export function stopHearing(talks: Talks, talker: Talker): void {
  const { hears } = talker;
  delete talker.hearing;
  talks.hearing.delete(talker);
  if (!hears) return;
  delete talker.hears;
  hears.listeners.delete(talker.occupant.personId);
  talks.changed.add(hears);
  talks.touched.add(talker);
}

export function hushListeners(talks: Talks, conversation: Conversation): void {
  for (const personId of [...conversation.listeners.keys()]) {
    const talker = talks.talkers.get(personId);
    if (talker) stopHearing(talks, talker);
  }
}

/** B3: shown at once. `number` is the ring's: of the conversation, or of the one that is about to begin. */
export function startDwelling(talks: Talks, talker: Talker, number: number, sinceTick: number): void {
  if (talker.dwell?.number === number) return;
  const before = talker.dwell;
  useNumber(talks, number);
  if (before) freeNumber(talks, before.number);
  talker.dwell = { number, sinceTick };
  talks.touched.add(talker);
}

export function stopDwelling(talks: Talks, talker: Talker): void {
  if (!talker.dwell) return;
  freeNumber(talks, talker.dwell.number);
  delete talker.dwell;
  talks.touched.add(talker);
}

/** Out of the office. */
export function leaveTalks(talks: Talks, talker: Talker, nowTick: number): void {
  leaveConversation(talks, talker, nowTick);
  stopHearing(talks, talker);
  stopDwelling(talks, talker);
  talks.talkers.delete(talker.occupant.personId);
  talks.hearing.delete(talker);
  talks.beside.delete(talker);
  talks.visitors.delete(talker);
  talks.touched.delete(talker);
}

/** Everybody whose ring shows this conversation. */
export function touchAll(talks: Talks, conversation: Conversation): void {
  for (const personId of [...conversation.members.keys(), ...conversation.listeners.keys()]) {
    const talker = talks.talkers.get(personId);
    if (talker) talks.touched.add(talker);
  }
}
