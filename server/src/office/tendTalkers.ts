// What time and their own deeds change about people before anything forms: first movement, lost connections, away, goodbyes that are over.
import { toUnits } from '@comptoir/shared/geometry';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from './Conversation.ts';
import { ticksOf } from './mayTalk.ts';
import { leaveConversation, NOTHING_SENT, stopHearing, type Talker, type Talks } from './Talks.ts';

const FADE_TICKS = ticksOf(tuning.fadeAfterMs);
const HOLD_TICKS = ticksOf(tuning.holdSeatMs);
const LEAVE = toUnits(tuning.leavePx);

export function tendTalkers(talks: Talks, nowTick: number): void {
  for (const talker of talks.talkers.values()) {
    const { occupant, hasMoved, conversation, hears } = talker;
    if (!hasMoved && (occupant.walker.gait !== 'still' || occupant.seat)) talker.hasMoved = true;
    // B14: whoever walks on is met as anybody is
    if (occupant.walker.gait !== 'still') talker.returnsUntilTick = 0;
    if (talker.goodbyes.size > 0) forgiveDistance(talks, talker);
    if (!conversation && !hears) continue;
    if (occupant.lostTick !== undefined) loseTouch(talks, talker, occupant.lostTick, nowTick);
    // B10: away by hand; nobody who talks is away by idleness
    else if (occupant.availability === 'away') {
      leaveConversation(talks, talker, nowTick);
      stopHearing(talks, talker);
    }
  }
}

/** B14: faded away they are out, and come back into the same conversation without a dwell while their place is held. */
function loseTouch(talks: Talks, talker: Talker, lostTick: number, nowTick: number): void {
  stopHearing(talks, talker);
  const { conversation, occupant } = talker;
  // T8: in a hall a place is kept as long as the office keeps it
  if (conversation?.hall) return;
  if (!conversation || nowTick - lostTick < FADE_TICKS) return;
  const untilTick = lostTick + HOLD_TICKS;
  const mates = [...conversation.members.keys()].filter((personId) => personId !== occupant.personId);
  talker.returnsUntilTick = untilTick;
  talker.returnsTo = new Set(mates);
  for (const personId of mates) {
    const mate = talks.talkers.get(personId);
    if (!mate) continue;
    mate.returnsTo = new Set([occupant.personId, ...(mate.returnsUntilTick > nowTick ? (mate.returnsTo ?? []) : [])]);
    mate.returnsUntilTick = untilTick;
  }
  conversation.admitted.set(occupant.personId, untilTick);
  leaveConversation(talks, talker, nowTick);
}

/** L: the same people take me back when I have been farther than 112 px from all of them. */
function forgiveDistance(talks: Talks, talker: Talker): void {
  const { x, y } = talker.occupant.walker;
  for (const personId of talker.goodbyes) {
    const other = talks.talkers.get(personId)?.occupant.walker;
    if (other && Math.hypot(other.x - x, other.y - y) <= LEAVE) return;
  }
  talker.goodbyes.clear();
}

/** B5: I leave, gently: nobody of them takes me back until I have been away or approach. */
export function sayGoodbye(talks: Talks, talker: Talker, nowTick: number): void {
  stopHearing(talks, talker);
  const { conversation } = talker;
  if (!conversation) return;
  if (conversation.hall) {
    leaveConversation(talks, talker, nowTick);
    talker.goodbyeTalk = conversation.id;
    return;
  }
  const others = [...conversation.members.keys()].filter((personId) => personId !== talker.occupant.personId);
  if (conversation.kind === 'meeting') talker.goodbyeArea = conversation.area;
  leaveConversation(talks, talker, nowTick);
  talker.goodbyes = new Set(others);
  talker.returnsUntilTick = 0;
}

/** A fresh connection: what the page before had said of itself is no longer true. */
export function startAfresh(talks: Talks, talker: Talker): void {
  talker.absorbed = false;
  delete talker.hiddenSinceTick;
  talker.sends = { ...NOTHING_SENT };
  delete talker.toldView;
  if (talker.conversation) talks.changed.add(talker.conversation);
  if (talker.hears) talks.changed.add(talker.hears);
}

/**
 * K23: somebody new is in it or hears it, so nothing goes through of the voice and the face of who is hidden until their page says anew what it sends.
 * A screen is shared on purpose from behind another window, and so is a talk given: whoever speaks on a stage knows that people come.
 */
export function holdShutForNewcomers(talks: Talks, { id, members, listeners, hall }: Conversation): void {
  if (hall) return;
  const people = [...members.keys(), ...listeners.keys()].flatMap((personId) => talks.talkers.get(personId) ?? []);
  if (people.every(({ told }) => told === id)) return;
  for (const talker of people)
    if (talker.hiddenSinceTick !== undefined) talker.sends = { ...talker.sends, microphone: false, camera: false };
}

export function isAlone({ conversation }: Talker): boolean {
  return !conversation || (conversation.members.size < 2 && !conversation.hall);
}
