// Who may be taken into a conversation: what keeps a person out by nearness, and what keeps them out of one conversation.
import { type Point, toUnits } from '@comptoir/shared/geometry';
import type { TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from './Conversation.ts';
import type { Talker, Talks } from './Talks.ts';
import type { Manner, Spot, TalkPlaces } from './talkPlaces.ts';
import { spotAt } from './talkPlaces.ts';

export const ticksOf = (ms: number): number => Math.round(ms / tuning.tickMs);

const HIDDEN_TICKS = ticksOf(tuning.hiddenKnockMs);
const CALM_TICKS = ticksOf(tuning.calmMs - tuning.dwellMs);
const CENTROID = toUnits(tuning.centroidPx);
const CENTROID_PER_MEMBER = toUnits(tuning.centroidPerMemberPx);

export type Shyness = 'lost' | 'away' | 'doNotDisturb' | 'focused' | 'desk' | 'hidden' | 'absorbed' | 'notMoved';

/** Why nearness alone forms nothing with this person; undefined when it may. The strongest reason. */
export function shynessOf(talker: Talker, nowTick: number): Shyness | undefined {
  const { occupant, absorbed, hiddenSinceTick, hasMoved } = talker;
  if (occupant.lostTick !== undefined) return 'lost';
  // B10: never formed with, never heard
  if (occupant.availability === 'away') return 'away';
  if (occupant.availability === 'doNotDisturb') return 'doNotDisturb';
  // B2: desks stay silent until a yes
  if (occupant.seat?.desk !== undefined) return 'desk';
  if (occupant.availability === 'focused') return 'focused';
  if (hiddenSinceTick !== undefined && nowTick - hiddenSinceTick > HIDDEN_TICKS) return 'hidden';
  // B3: no ambush
  if (absorbed) return 'absorbed';
  return hasMoved ? undefined : 'notMoved';
}

/** Where nearness and tables form conversations. */
export const isSociable = (manner: Manner): boolean => manner === 'open' || manner === 'stage' || manner === 'audience';

/** T3: the talk that is on where this is. */
export const talkAt = ({ ofHall }: Talks, { auditorium }: Spot): Conversation | undefined =>
  auditorium === undefined ? undefined : ofHall.get(auditorium);

/** T3: while a talk is on, nothing else forms in its hall. */
export const mayForm = (talks: Talks, spot: Spot): boolean => isSociable(spot.manner) && !talkAt(talks, spot);

export type Blocked = TalkServerMessages['beside']['reason'];

/** How many a conversation holds. */
export function mostOf(conversation: Conversation, manner: Manner): number {
  if (conversation.kind === 'meeting') return tuning.meetingMost;
  if (conversation.hall) return Number.POSITIVE_INFINITY;
  if (conversation.place.kind === 'walk') return tuning.walkMost;
  return manner === 'audience' ? tuning.audienceMost : tuning.bubbleMost;
}

export const isAdmitted = ({ admitted }: Conversation, { occupant }: Talker, nowTick: number): boolean =>
  (admitted.get(occupant.personId) ?? Number.NEGATIVE_INFINITY) > nowTick;

/** Why this conversation does not take this person, wherever they stand. */
export function blockOf(conversation: Conversation, talker: Talker, manner: Manner, nowTick: number): Blocked | undefined {
  if (conversation.state === 'closed' && !isAdmitted(conversation, talker, nowTick)) return 'closed';
  if (conversation.members.size >= mostOf(conversation, manner)) return 'full';
  for (const personId of conversation.members.keys()) if (talker.goodbyes.has(personId)) return 'goodbye';
  return undefined;
}

/** B15: when the next dwell may begin, so that nobody changes conversation twice within `calmMs` by standing still. */
export const calmSince = ({ changedTick }: Talker): number => changedTick + CALM_TICKS;

export const isCalm = (talker: Talker, nowTick: number): boolean => nowTick >= calmSince(talker);

/** B14: two who lost one another by a cut or a restart, and only they, find one another without a dwell. */
export const areReunited = (a: Talker, b: Talker, nowTick: number): boolean => returnsTo(a, b, nowTick) && returnsTo(b, a, nowTick);

const returnsTo = ({ returnsUntilTick, returnsTo: mates }: Talker, { occupant }: Talker, nowTick: number): boolean =>
  returnsUntilTick > nowTick && (mates?.has(occupant.personId) ?? true);

export const haveParted = (a: Talker, b: Talker): boolean => a.goodbyes.has(b.occupant.personId) || b.goodbyes.has(a.occupant.personId);

/** B6: within 96 + 8n px of the middle of its n members: queues do not chain. */
export function isInTheRound(talks: Talks, conversation: Conversation, { x, y }: Point): boolean {
  let [sumX, sumY, count] = [0, 0, 0];
  for (const personId of conversation.members.keys()) {
    const walker = talks.talkers.get(personId)?.occupant.walker;
    if (!walker) continue;
    sumX += walker.x;
    sumY += walker.y;
    count++;
  }
  return count > 0 && Math.hypot(sumX / count - x, sumY / count - y) <= CENTROID + CENTROID_PER_MEMBER * count;
}

/** Leads or follows a walk: nearness, areas and doors do not part them. */
export const isWalkingAlong = ({ place, followers }: Conversation, personId: string): boolean =>
  place.kind === 'walk' && (place.leader === personId || followers?.has(personId) === true);

export const isStill = ({ occupant }: Talker): boolean => occupant.walker.gait === 'still';
export const spotOf = (places: TalkPlaces, { occupant }: Talker) => spotAt(places, occupant.walker);
