// What time does to a talk: it ends when nobody has been on the stage for long, and goes to another when nobody who leads it is left.
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from '../office/Conversation.ts';
import { ticksOf } from '../office/mayTalk.ts';
import { leadsHall } from '../office/settleHalls.ts';
import type { Talks } from '../office/Talks.ts';
import type { LiveTalk } from './LiveTalk.ts';

const EMPTY_TICKS = ticksOf(tuning.emptyStageMs);
const LEADER_LOST_TICKS = ticksOf(tuning.leaderLostMs);

/** Since when something is missing. */
export interface Watch {
  emptySinceTick?: number;
  leaderlessSinceTick?: number;
}

/** T9, T10. @returns what is so now; the watch is brought up to it, and a talk without anybody who leads it may have been handed over */
export function watchTalk(
  { talkers }: Pick<Talks, 'talkers'>,
  talk: LiveTalk,
  { members }: Pick<Conversation, 'members'>,
  watch: Watch,
  nowTick: number,
): { endsTick: number | null; isOver: boolean; newLeader: string | undefined } {
  let isLed = false;
  /** Whoever has spoken longest of those who are there. */
  let next: { personId: string; sinceTick: number } | undefined;
  for (const { personId, role, speaksSinceTick = nowTick } of members.values()) {
    const occupant = talkers.get(personId)?.occupant;
    if (!occupant || occupant.lostTick !== undefined) continue;
    if (leadsHall(talk, occupant)) isLed = true;
    if (role === 'speaker' && speaksSinceTick < (next?.sinceTick ?? Number.POSITIVE_INFINITY))
      next = { personId, sinceTick: speaksSinceTick };
  }
  if (next) delete watch.emptySinceTick;
  else watch.emptySinceTick ??= nowTick;
  if (isLed) delete watch.leaderlessSinceTick;
  else watch.leaderlessSinceTick ??= nowTick;
  const endsTick = watch.emptySinceTick === undefined ? null : watch.emptySinceTick + EMPTY_TICKS;
  const isHandedOver = next !== undefined && nowTick - (watch.leaderlessSinceTick ?? nowTick) >= LEADER_LOST_TICKS;
  // who led it before leads it again, should they come back
  if (next && isHandedOver) talk.leaders.push(next.personId);
  return { endsTick, isOver: endsTick !== null && nowTick >= endsTick, newLeader: isHandedOver ? next?.personId : undefined };
}
