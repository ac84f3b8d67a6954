// A deliberate approach: no dwell, but the same doors, places and limits.
import { toUnits } from '@comptoir/shared/geometry';
import type { Answer } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from './Conversation.ts';
import type { Floor } from './formBubbles.ts';
import { blockOf, isAdmitted, isSociable, shynessOf, talkAt } from './mayTalk.ts';
import { areApart } from './reachable.ts';
import { isBackstage } from './settleHalls.ts';
import { isInSight } from './sight.ts';
import { joinConversation, openConversation, type Talker } from './Talks.ts';
import { distanceToTable, spotAt } from './talkPlaces.ts';
import { areElsewhere, isKeptApart } from './visits.ts';

/** Standing beside somebody, a tile and a half away at most. */
const REACH = toUnits(tuning.centroidPx);

/** B4: `talker` approaches somebody. @returns why not, the reason that walking over would not change first */
export function approach(floor: Floor, talker: Talker, other: Talker, nowTick: number): Answer<'approach'> {
  const { talks, places } = floor;
  if (talker === other) return { refused: 'invalid' };
  const conversation = other.conversation;
  if (areElsewhere(talker.occupant, other.occupant)) return { refused: 'notAllowed' };
  if (conversation && isKeptApart(talks, conversation, talker.occupant)) return { refused: 'notAllowed' };
  if (conversation && conversation === talker.conversation) return { ok: true };
  const shyness = shynessOf(other, nowTick);
  if (shyness === 'lost' || shyness === 'away') return { refused: 'away' };
  const isApart = areApart(talks.apart, talker.occupant.personId, other.occupant.personId);
  if ((shyness === 'doNotDisturb' || isApart) && !conversation) return { refused: 'doNotDisturb' };
  const spot = spotAt(places, other.occupant.walker);
  const hall = talkAt(talks, spot);
  if (hall) return approachInHall(floor, talker, hall, nowTick);
  if (spot.manner === 'quiet' || spot.manner === 'start') return { refused: 'quietHere' };
  if (needsYes(talker, other, nowTick)) return { refused: 'askFirst' };
  // T156: before how far it is, since walking there does not lead in
  if (isBackstage(talks, spot, talker) && !(conversation && isAdmitted(conversation, talker, nowTick))) return { refused: 'closed' };
  if (!isInReach(floor, talker, other)) return { refused: 'tooFar' };
  // A4: in a room one talks with the room; whoever the room did not take in waits outside its conversation
  if (!conversation && spot.manner === 'meeting') return { refused: 'closed' };
  if (!conversation) {
    const table = other.occupant.seat?.table;
    const isFree = table !== undefined && !talks.ofTable.has(table);
    const place = isFree ? ({ kind: 'table', table } as const) : ({ kind: 'near' } as const);
    const begun = openConversation(talks, { kind: 'bubble', place, area: spot.area }, nowTick);
    talker.goodbyes.clear();
    joinConversation(talks, begun, other, nowTick);
    joinConversation(talks, begun, talker, nowTick);
    return { ok: true };
  }
  // X takes my goodbye back
  talker.goodbyes.clear();
  delete talker.goodbyeArea;
  const reason = blockOf(conversation, talker, spot.manner, nowTick);
  if (reason === 'closed' || reason === 'full') return { refused: reason };
  joinConversation(talks, conversation, talker, nowTick);
  return { ok: true };
}

/** T3: in a hall one is in its talk, or in nothing; X takes my goodbye back. */
function approachInHall({ talks, places }: Floor, talker: Talker, hall: Conversation, nowTick: number): Answer<'approach'> {
  if (talkAt(talks, spotAt(places, talker.occupant.walker)) !== hall) return { refused: 'tooFar' };
  delete talker.goodbyeTalk;
  joinConversation(talks, hall, talker, nowTick);
  return { ok: true };
}

function needsYes(talker: Talker, other: Talker, nowTick: number): boolean {
  const { conversation } = other;
  if (conversation) {
    const { kind } = conversation.place;
    return (kind === 'desk' || kind === 'walk') && !isAdmitted(conversation, talker, nowTick);
  }
  // they said goodbye to me: their yes, not my key
  return shynessOf(other, nowTick) !== undefined || other.goodbyes.has(talker.occupant.personId);
}

function isInReach(floor: Floor, talker: Talker, other: Talker): boolean {
  const { places, grid, talks } = floor;
  const at = talker.occupant.walker;
  const spot = spotAt(places, at);
  const there = spotAt(places, other.occupant.walker);
  if (there.area !== spot.area) return false;
  if (there.manner === 'meeting') return true;
  if (!isSociable(spot.manner)) return false;
  const table = tableOf(other.conversation) ?? other.occupant.seat?.table;
  const laid = table === undefined ? undefined : places.tables.get(table);
  if (laid && spot.tables.includes(laid) && distanceToTable(laid, at) <= REACH) return true;
  for (const personId of other.conversation?.members.keys() ?? [other.occupant.personId]) {
    const walker = talks.talkers.get(personId)?.occupant.walker;
    if (walker && Math.hypot(walker.x - at.x, walker.y - at.y) <= REACH && isInSight(grid, at, walker)) return true;
  }
  return false;
}

const tableOf = (conversation: Conversation | undefined): string | undefined =>
  conversation?.place.kind === 'table' ? conversation.place.table : undefined;
