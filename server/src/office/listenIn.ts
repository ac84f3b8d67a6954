// Who hears an out-loud conversation without being in it: after a dwell, few, and shown to its members before they hear anything.
import { toUnits } from '@comptoir/shared/geometry';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from './Conversation.ts';
import type { Floor } from './formBubbles.ts';
import { isSociable, isStill, ticksOf } from './mayTalk.ts';
import { isInSight } from './sight.ts';
import { startHearing, stopHearing, type Talker } from './Talks.ts';
import { spotAt } from './talkPlaces.ts';
import { isOutOfReach } from './visits.ts';

const LISTEN = toUnits(tuning.listenPx);
/** Small steps at the border do not end what is heard. */
const HUSH = toUnits(tuning.listenPx + 16);
const DWELL_TICKS = ticksOf(tuning.dwellMs);
const NOTICE_TICKS = ticksOf(tuning.listenNoticeMs);

/** B11. Called in every round, after the forming of bubbles. */
export function listenIn(floor: Floor, nowTick: number): void {
  const { talks } = floor;
  const outLoud = [...talks.conversations.values()].filter(({ state, kind }) => state === 'outLoud' && kind === 'bubble');
  for (const conversation of talks.conversations.values())
    for (const personId of [...conversation.listeners.keys()]) {
      const talker = talks.talkers.get(personId);
      if (talker && !(conversation.state === 'outLoud' && mayHear(talker) && hears(floor, conversation, talker, HUSH)))
        stopHearing(talks, talker);
    }
  const within = new Map<Talker, Conversation>();
  for (const conversation of outLoud) for (const talker of standingAround(floor, conversation)) within.set(talker, conversation);
  for (const talker of talks.hearing) if (!within.has(talker)) stopEarning(floor, talker);
  for (const [talker, conversation] of within) {
    if (talker.hearing?.id !== conversation.id) talker.hearing = { id: conversation.id, sinceTick: nowTick };
    talks.hearing.add(talker);
    if (nowTick - talker.hearing.sinceTick < DWELL_TICKS || conversation.listeners.size >= tuning.listenersMost) continue;
    const { personId } = talker.occupant;
    startHearing(talks, conversation, talker, { personId, sinceTick: nowTick, hearsFromTick: nowTick + NOTICE_TICKS });
  }
}

function stopEarning({ talks }: Floor, talker: Talker): void {
  delete talker.hearing;
  talks.hearing.delete(talker);
}

/** Whoever is in a conversation hears that one only. */
function mayHear({ conversation, occupant, hiddenSinceTick, absorbed, hasMoved, goodbyes }: Talker): boolean {
  if (conversation || occupant.lostTick !== undefined || !hasMoved || absorbed || hiddenSinceTick !== undefined) return false;
  return occupant.availability !== 'away' && occupant.availability !== 'doNotDisturb' && goodbyes.size === 0;
}

function standingAround(floor: Floor, conversation: Conversation): Set<Talker> {
  const around = new Set<Talker>();
  for (const personId of conversation.members.keys()) {
    const member = floor.talks.talkers.get(personId);
    if (!member) continue;
    floor.nearby.each(member.occupant.walker, LISTEN, (talker) => {
      if (isStill(talker) && !talker.hears && mayHear(talker) && hears(floor, conversation, talker, LISTEN)) around.add(talker);
    });
  }
  return around;
}

function hears({ talks, places, grid }: Floor, { members }: Conversation, { occupant }: Talker, reach: number): boolean {
  if (isOutOfReach(talks, { members }, occupant)) return false;
  const at = occupant.walker;
  const spot = spotAt(places, at);
  if (!isSociable(spot.manner)) return false;
  for (const personId of members.keys()) {
    const walker = talks.talkers.get(personId)?.occupant.walker;
    if (!walker || Math.hypot(walker.x - at.x, walker.y - at.y) > reach) continue;
    if (spotAt(places, walker).area === spot.area && isInSight(grid, at, walker)) return true;
  }
  return false;
}
