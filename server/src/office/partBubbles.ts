// Leaving: who no longer belongs together goes apart, by parts that hang together. Called in every round.
import { type Point, toUnits } from '@comptoir/shared/geometry';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation, ConversationMember, Ending } from './Conversation.ts';
import type { Floor } from './formBubbles.ts';
import { isSociable, isWalkingAlong, ticksOf } from './mayTalk.ts';
import { isInSight } from './sight.ts';
import { joinConversation, leaveConversation, movePlace, openConversation, type Talker } from './Talks.ts';
import { distanceToTable, spotAt } from './talkPlaces.ts';

const LEAVE = toUnits(tuning.leavePx);
const LEAVE_TICKS = ticksOf(tuning.leaveAfterMs);
const CALM_TICKS = ticksOf(tuning.calmMs);
/** Who left a walk's formation is heard a little longer. */
const WALK_LEAVE_TICKS = ticksOf(tuning.walkLeaveAfterMs);

interface Present {
  talker: Talker;
  member: ConversationMember;
  /** Where the conversation is itself: at its table, or where a yes took them in. */
  isRooted: boolean;
}

/** B7 for every conversation that is neither a room's nor a hall's. */
export function partBubbles(floor: Floor, nowTick: number): void {
  for (const conversation of [...floor.talks.conversations.values()])
    if (conversation.kind === 'bubble') part(floor, conversation, nowTick);
}

function part(floor: Floor, conversation: Conversation, nowTick: number): void {
  if (isAtRest(floor, conversation)) return;
  conversation.lookedTick = nowTick;
  runAway(floor, conversation, nowTick);
  const people = presentIn(floor, conversation);
  if (people.length < 2) return;
  if (conversation.place.kind === 'table' && !people.some(({ isRooted }) => isRooted))
    movePlace(floor.talks, conversation, { kind: 'near' });
  const parts = partsOf(floor, people);
  const [most] = parts;
  if (!most) return;
  const patience = conversation.place.kind === 'walk' ? WALK_LEAVE_TICKS : LEAVE_TICKS;
  let isOver = false;
  for (const rest of parts)
    for (const { member } of rest) {
      if (rest === most) delete member.apartSinceTick;
      else member.apartSinceTick ??= nowTick;
      if (nowTick - (member.apartSinceTick ?? nowTick) >= patience) isOver = true;
    }
  if (!isOver || people.some((person) => isUnsettled(person, nowTick))) return;
  for (const rest of parts.slice(1)) {
    const leaving = rest.filter(({ member }) => nowTick - (member.apartSinceTick ?? nowTick) >= patience);
    for (const { talker } of leaving) leaveConversation(floor.talks, talker, nowTick);
    // what held them was the table or the yes they are leaving: on they go with whom they stand
    const standing = leaving.map((person) => ({ ...person, isRooted: false }));
    for (const together of partsOf(floor, standing)) startAnew(floor, together, conversation.ending, nowTick);
  }
}

/** B15: came a moment ago and has stood since: not out again yet, nor left alone. */
const isUnsettled = ({ talker: { occupant }, member }: Present, nowTick: number): boolean =>
  nowTick - member.sinceTick < CALM_TICKS && occupant.walker.gait === 'still' && occupant.walker.stillSinceTick <= member.sinceTick;

/** Has nobody moved since it was last looked at? Most of the time most circles just stand there. */
function isAtRest({ talks }: Floor, { members, lookedTick }: Conversation): boolean {
  if (lookedTick === undefined) return false;
  for (const { personId, apartSinceTick } of members.values()) {
    if (apartSinceTick !== undefined) return false;
    const walker = talks.talkers.get(personId)?.occupant.walker;
    if (walker && walker.stillSinceTick >= lookedTick) return false;
  }
  return true;
}

/** B3: running leaves at once. */
function runAway({ talks }: Floor, conversation: Conversation, nowTick: number): void {
  for (const personId of [...conversation.members.keys()]) {
    const talker = talks.talkers.get(personId);
    if (talker?.occupant.walker.gait === 'run' && !isWalkingAlong(conversation, personId)) leaveConversation(talks, talker, nowTick);
  }
}

function presentIn({ talks, places }: Floor, conversation: Conversation): Present[] {
  const people: Present[] = [];
  for (const member of conversation.members.values()) {
    const talker = talks.talkers.get(member.personId);
    if (talker) people.push({ talker, member, isRooted: isRooted(talker, member) });
  }
  return people;

  function isRooted({ occupant: { walker, seat } }: Talker, member: ConversationMember): boolean {
    const { place } = conversation;
    const { anchor } = member;
    if (place.kind === 'walk') return isWalkingAlong(conversation, member.personId);
    if (anchor && isWithin(walker, anchor)) return true;
    if (place.kind !== 'table') return false;
    if (seat?.table !== undefined) return seat.table === place.table;
    const table = places.tables.get(place.table);
    return table !== undefined && spotAt(places, walker).area === table.spot.area && distanceToTable(table, walker) <= LEAVE;
  }
}

const isWithin = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= LEAVE;

/** The parts that hang together, the one that keeps the conversation first: the largest, of equal ones that of the oldest member. */
function partsOf(floor: Floor, people: readonly Present[]): Present[][] {
  const left = new Set(people);
  const parts: Present[][] = [];
  for (const first of people) {
    if (!left.delete(first)) continue;
    const found = [first];
    for (const one of found)
      for (const other of left)
        if (areTogether(floor, one, other)) {
          left.delete(other);
          found.push(other);
        }
    parts.push(found);
  }
  // people are in the order they came, and so are the parts: sorting keeps it among equals
  return parts.sort((a, b) => b.length - a.length);
}

function areTogether({ places, grid }: Floor, a: Present, b: Present): boolean {
  if (a.isRooted && b.isRooted) return true;
  const [at, other] = [a.talker.occupant.walker, b.talker.occupant.walker];
  if (!isWithin(at, other)) return false;
  const spot = spotAt(places, at);
  return spot.area === spotAt(places, other).area && isSociable(spot.manner) && isInSight(grid, at, other);
}

/** The rest of a conversation that came apart goes on as another one. */
function startAnew({ talks, places }: Floor, people: readonly Present[], ending: Ending | undefined, nowTick: number): void {
  const [first] = people;
  if (!first || people.length < 2) return;
  const spot = spotAt(places, first.talker.occupant.walker);
  const table = people.map(({ talker }) => talker.occupant.seat?.table).find((name) => name !== undefined && !talks.ofTable.has(name));
  const place = table === undefined ? ({ kind: 'near' } as const) : ({ kind: 'table', table } as const);
  const begun = openConversation(talks, { kind: 'bubble', place, area: spot.area }, nowTick);
  if (ending) begun.ending = ending;
  for (const { talker } of people) joinConversation(talks, begun, talker, nowTick);
}
