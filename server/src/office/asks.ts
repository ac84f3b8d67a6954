// Asking first: knock, talk, join, walk. Who may ask whom, how often, and what an answer does.

import type { Refusal } from '@comptoir/shared/protocol/requests';
import type { AskKind } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from './Conversation.ts';
import type { Floor } from './formBubbles.ts';
import { blockOf, mostOf, shynessOf, ticksOf } from './mayTalk.ts';
import { areApart } from './reachable.ts';
import { joinConversation, openConversation, type Talker } from './Talks.ts';
import { spotAt } from './talkPlaces.ts';
import { areElsewhere, isKeptApart } from './visits.ts';
import { walkAlong } from './walkTogether.ts';

const ASK_TICKS = ticksOf(tuning.askMs);
const WINDOW_TICKS = ticksOf(tuning.askWindowMs);
/** Let in from afar, one has this long to walk there. */
const ADMITTED_TICKS = 2 * ASK_TICKS;

export interface OpenAsk {
  id: string;
  kind: AskKind;
  from: string;
  /** Whom it names: the person asked, or the one whose conversation is knocked at. */
  person: string | undefined;
  /** Knock and join: into which conversation; walk: whose members. */
  conversation: Conversation | undefined;
  /** Who may answer and has not. */
  waiting: Set<string>;
  /** walk: who said yes. */
  agreed: Set<string>;
  untilTick: number;
}

export interface Asks {
  open: Map<string, OpenAsk>;
  /** "from target" -> ticks of what was asked, the oldest first. */
  past: Map<string, number[]>;
  newId(): string;
}

export const newAsks = (newId: () => string): Asks => ({ open: new Map(), past: new Map(), newId });

interface Target {
  conversation?: Conversation | undefined;
  waiting: string[];
  limits: { target: string; most: number }[];
}

export type Asked = { ask: OpenAsk } | { refused: Refusal };

/** B12 */
export function openAsk(floor: Floor, asks: Asks, talker: Talker, kind: AskKind, person: string | undefined, nowTick: number): Asked {
  const from = talker.occupant.personId;
  const other = person === undefined ? undefined : floor.talks.talkers.get(person);
  if (kind !== 'walk' && !other) return { refused: 'notHere' };
  if (other === talker) return { refused: 'invalid' };
  if (other && mayNotAsk(floor, talker, other)) return { refused: 'notAllowed' };
  for (const ask of asks.open.values()) if (ask.from === from && ask.kind === kind && ask.person === person) return { refused: 'busy' };
  const target = targetOf(floor, talker, kind, other, nowTick);
  if ('refused' in target) return target;
  const limits = target.limits.map(({ target: name, most }) => ({ key: `${from} ${name}`, most }));
  if (limits.some(({ key, most }) => askedLately(asks, key, nowTick) >= most)) return { refused: 'tooMany' };
  for (const { key } of limits) asks.past.set(key, [...(asks.past.get(key) ?? []), nowTick]);
  const ask: OpenAsk = {
    id: asks.newId(),
    kind,
    from,
    person,
    conversation: target.conversation,
    waiting: new Set(target.waiting),
    agreed: new Set(),
    untilTick: nowTick + ASK_TICKS,
  };
  asks.open.set(ask.id, ask);
  return { ask };
}

/** P12: neither asks the other anything across the border of a visit, nor into a conversation across it. */
const mayNotAsk = ({ talks }: Floor, { occupant, conversation }: Talker, other: Talker): boolean =>
  areElsewhere(occupant, other.occupant) ||
  (other.conversation !== undefined && isKeptApart(talks, other.conversation, occupant)) ||
  (conversation !== undefined && isKeptApart(talks, conversation, other.occupant));

function targetOf(floor: Floor, talker: Talker, kind: AskKind, other: Talker | undefined, nowTick: number): Target | { refused: Refusal } {
  switch (kind) {
    case 'knock':
      return knockAt(floor, talker, other);
    case 'talk':
      return talkTo(floor, talker, other, nowTick);
    case 'join':
      return inviteIn(floor, talker, other);
    case 'walk':
      return walkWith(floor, talker);
  }
}

function knockAt(floor: Floor, talker: Talker, other: Talker | undefined): Target | { refused: Refusal } {
  const conversation = other?.conversation;
  if (!conversation) return { refused: 'notInConversation' };
  // T3: one walks into a hall, and nobody calls out of it
  if (conversation === talker.conversation || conversation.hall) return { refused: 'busy' };
  if (conversation.members.size >= mostOf(conversation, 'open')) return { refused: 'full' };
  return { conversation, waiting: reachedBy(floor, talker, conversation), limits: [{ target: conversation.id, most: tuning.knocks }] };
}

/** Members who are asked something by this person. */
function reachedBy({ talks }: Floor, { occupant }: Talker, { members }: Conversation): string[] {
  return [...members.keys()].filter((personId) => !areApart(talks.apart, occupant.personId, personId));
}

function invitationsOf(other: Talker): Target['limits'] {
  return [
    { target: other.occupant.personId, most: tuning.invitationsPerPerson },
    { target: 'anybody', most: tuning.invitations },
  ];
}

function talkTo(floor: Floor, talker: Talker, other: Talker | undefined, nowTick: number): Target | { refused: Refusal } {
  if (!other) return { refused: 'notHere' };
  const shyness = shynessOf(other, nowTick);
  if (shyness === 'lost' || shyness === 'away') return { refused: 'away' };
  if (shyness === 'doNotDisturb' || areApart(floor.talks.apart, talker.occupant.personId, other.occupant.personId))
    return { refused: 'doNotDisturb' };
  for (const one of [talker, other]) {
    const { manner } = spotAt(floor.places, one.occupant.walker);
    if (manner === 'quiet' || manner === 'start') return { refused: 'quietHere' };
  }
  if (other.conversation && other.conversation === talker.conversation) return { refused: 'busy' };
  if (talker.conversation?.hall || other.conversation?.hall) return { refused: 'busy' };
  if (other.conversation?.state === 'closed') return { refused: 'closed' };
  return { waiting: [other.occupant.personId], limits: invitationsOf(other) };
}

function inviteIn(floor: Floor, talker: Talker, other: Talker | undefined): Target | { refused: Refusal } {
  const { conversation } = talker;
  if (!conversation) return { refused: 'notInConversation' };
  if (!other) return { refused: 'notHere' };
  if (other.conversation === conversation || conversation.hall) return { refused: 'busy' };
  if (other.occupant.lostTick !== undefined || other.occupant.availability === 'away') return { refused: 'away' };
  const isApart = areApart(floor.talks.apart, talker.occupant.personId, other.occupant.personId);
  if (other.occupant.availability === 'doNotDisturb' || isApart) return { refused: 'doNotDisturb' };
  if (conversation.members.size >= mostOf(conversation, spotAt(floor.places, talker.occupant.walker).manner)) return { refused: 'full' };
  return { conversation, waiting: [other.occupant.personId], limits: invitationsOf(other) };
}

function walkWith(floor: Floor, talker: Talker): Target | { refused: Refusal } {
  const { conversation } = talker;
  if (!conversation || conversation.members.size < 2) return { refused: 'notInConversation' };
  const { kind, place } = conversation;
  if (kind !== 'bubble' || (place.kind === 'walk' && place.leader !== talker.occupant.personId)) return { refused: 'busy' };
  if (conversation.members.size > tuning.walkMost) return { refused: 'full' };
  const waiting = reachedBy(floor, talker, conversation).filter(
    (personId) => personId !== talker.occupant.personId && !conversation.followers?.has(personId),
  );
  if (waiting.length === 0) return { refused: 'busy' };
  return { conversation, waiting, limits: [{ target: 'walk', most: tuning.invitations }] };
}

function askedLately(asks: Asks, key: string, nowTick: number): number {
  const past = (asks.past.get(key) ?? []).filter((tick) => nowTick - tick < WINDOW_TICKS);
  if (past.length === 0) asks.past.delete(key);
  else asks.past.set(key, past);
  return past.length;
}

/** What an answer means for the ask: it goes on, or is over with a yes, an "in five minutes", or nothing that can be done. */
export type Answered = 'waits' | 'yes' | 'inFive' | 'gone';

/** Takes the yes, "in five" or "not now" of somebody who was asked. "Not now" is told to nobody: others may still say yes, and the time goes on. */
export function answerAsk(
  floor: Floor,
  asks: Asks,
  ask: OpenAsk,
  who: Talker,
  answer: 'yes' | 'notNow' | 'inFive',
  nowTick: number,
): Answered | { refused: Refusal } {
  const { personId } = who.occupant;
  if (!ask.waiting.has(personId)) return { refused: 'notAllowed' };
  // knock: whoever has left the conversation has no say any more
  if (ask.kind !== 'talk' && ask.kind !== 'join' && who.conversation !== ask.conversation) return { refused: 'notInConversation' };
  ask.waiting.delete(personId);
  if (answer === 'notNow') return ask.agreed.size > 0 && ask.waiting.size === 0 ? closeAsk(asks, ask, 'yes') : 'waits';
  if (answer === 'inFive') return closeAsk(asks, ask, 'inFive');
  const asker = floor.talks.talkers.get(ask.from);
  if (!asker) return closeAsk(asks, ask, 'gone');
  if (ask.kind === 'walk') {
    if (ask.conversation && walkAlong(floor, ask.conversation, ask.from, personId)) ask.agreed.add(personId);
    return ask.waiting.size > 0 ? 'waits' : closeAsk(asks, ask, 'yes');
  }
  return closeAsk(asks, ask, sayYes(floor, ask, asker, who, nowTick) ? 'yes' : 'gone');
}

function closeAsk(asks: Asks, ask: OpenAsk, answered: Answered): Answered {
  asks.open.delete(ask.id);
  return answered;
}

function sayYes(floor: Floor, { kind, conversation }: OpenAsk, asker: Talker, who: Talker, nowTick: number): boolean {
  const { talks } = floor;
  if (kind === 'talk') return talkWhereTheyAre(floor, asker, who, nowTick);
  const guest = kind === 'knock' ? asker : who;
  if (!conversation || !talks.conversations.has(conversation.id)) return false;
  conversation.admitted.set(guest.occupant.personId, nowTick + ADMITTED_TICKS);
  // the door and the dwell are settled; whatever parted them before is forgiven by this yes
  guest.goodbyes.clear();
  delete guest.goodbyeArea;
  talks.changed.add(conversation);
  return true;
}

/** B2: a conversation that is at both places: each belongs to it as long as they stay where they are, or come near. */
function talkWhereTheyAre({ talks, places }: Floor, asker: Talker, who: Talker, nowTick: number): boolean {
  const anchor = ({ occupant: { walker } }: Talker) => ({ x: walker.x, y: walker.y });
  const spot = spotAt(places, who.occupant.walker);
  const there = who.conversation;
  if (there?.hall || asker.conversation?.hall) return false;
  if (there) {
    there.admitted.set(asker.occupant.personId, nowTick + ADMITTED_TICKS);
    if (blockOf(there, asker, spot.manner, nowTick) === 'full') return false;
  }
  asker.goodbyes.clear();
  who.goodbyes.clear();
  const conversation = there ?? openConversation(talks, { kind: 'bubble', place: { kind: 'desk' }, area: spot.area }, nowTick);
  for (const talker of [who, asker]) {
    joinConversation(talks, conversation, talker, nowTick);
    const member = conversation.members.get(talker.occupant.personId);
    if (member && conversation.place.kind === 'desk') member.anchor ??= anchor(talker);
  }
  return true;
}

/** P37: neither of two who block asks the other anything. @returns of what was asked, who is asked no more */
export function dropAsksBetween(asks: Asks, one: string, other: string): { id: string; whom: string[] }[] {
  const dropped: { id: string; whom: string[] }[] = [];
  // the ask itself goes on until its time is over: who asked learns nothing
  for (const { id, from, waiting } of asks.open.values())
    for (const [asker, asked] of [
      [one, other],
      [other, one],
    ] as const)
      if (from === asker && waiting.delete(asked)) dropped.push({ id, whom: [asked] });
  return dropped;
}

/** Asks that are over: their time is, their asker or everybody asked has gone, or there is nothing left to come into. */
export function endedAsks({ talks }: Floor, asks: Asks, nowTick: number): OpenAsk[] {
  const ended: OpenAsk[] = [];
  for (const ask of asks.open.values()) {
    const isThere = talks.talkers.has(ask.from) && (!ask.conversation || talks.conversations.has(ask.conversation.id));
    if (isThere && nowTick < ask.untilTick) continue;
    asks.open.delete(ask.id);
    ended.push(ask);
  }
  return ended;
}
