// Tables and rooms beat nearness: who sits down at a table, or walks into a meeting area, is in the conversation that is there.
import type { Area } from '@comptoir/shared/map/OfficeMap';
import { tuning } from '@comptoir/shared/tuning';
import type { Beside, Floor } from './formBubbles.ts';
import { blockOf, isAdmitted, isSociable, isStill, isWalkingAlong, ticksOf } from './mayTalk.ts';
import { isBackstage } from './settleHalls.ts';
import { joinConversation, leaveConversation, movePlace, openConversation, type Talker } from './Talks.ts';
import { spotAt } from './talkPlaces.ts';
import { isKeptApart, isOutOfReach } from './visits.ts';

const DWELL_TICKS = ticksOf(tuning.dwellMs);
/** B15: moving over has no dwell of its own that begins after the last change. */
const CALM_TICKS = ticksOf(tuning.calmMs);

/** B1: a conversation that sits down takes its table; whoever sits down at another's table moves over. */
export function settleTables({ talks, places }: Floor, nowTick: number): void {
  if (places.tables.size === 0) return;
  for (const talker of talks.talkers.values()) {
    const { conversation, occupant } = talker;
    const table = occupant.seat?.table;
    if (!conversation || table === undefined || conversation.kind !== 'bubble') continue;
    if (conversation.place.kind === 'table' && conversation.place.table === table) continue;
    const { manner } = spotAt(places, occupant.walker);
    if (!isSociable(manner)) continue;
    const there = talks.ofTable.get(table);
    if (!there) {
      if (conversation.place.kind === 'near') movePlace(talks, conversation, { kind: 'table', table });
    } else if (
      nowTick >= Math.max(occupant.walker.stillSinceTick + DWELL_TICKS, talker.changedTick + CALM_TICKS) &&
      !isKeptApart(talks, there, occupant) &&
      !blockOf(there, talker, manner, nowTick)
    )
      joinConversation(talks, there, talker, nowTick);
  }
}

/** A4: everybody inside a meeting area is one conversation. @returns those inside whom it does not take */
export function settleRooms({ talks, places }: Floor, areas: readonly Area[], nowTick: number): Map<Talker, Beside> {
  const blocked = new Map<Talker, Beside>();
  if (!places.hasRooms && talks.ofRoom.size === 0) return blocked;
  for (const talker of talks.talkers.values()) {
    const { occupant, conversation } = talker;
    const spot = spotAt(places, occupant.walker);
    const { manner, area } = spot;
    if (conversation?.kind === 'meeting' && (manner !== 'meeting' || conversation.area !== area)) leaveConversation(talks, talker, nowTick);
    if (manner !== 'meeting') {
      if (talker.goodbyeArea !== undefined) delete talker.goodbyeArea;
      continue;
    }
    if (talker.conversation?.area === area && talker.conversation.kind === 'meeting') continue;
    if (!comesIn(talker) || (talker.conversation && isWalkingAlong(talker.conversation, occupant.personId))) continue;
    const there = talks.ofRoom.get(area);
    if (there && isOutOfReach(talks, there, occupant)) continue;
    // walking in is one's own deed: goodbyes said elsewhere do not count
    const isKeptOut = isBackstage(talks, spot, talker) && !(there && isAdmitted(there, talker, nowTick));
    const reason = talker.goodbyeArea === area ? 'goodbye' : isKeptOut ? 'backstage' : there && blockOf(there, talker, manner, nowTick);
    if (reason && (reason !== 'goodbye' || talker.goodbyeArea === area)) {
      if (isStill(talker)) blocked.set(talker, { reason, number: there?.number, person: undefined });
      continue;
    }
    const id = areas[area]?.id ?? '';
    const room = there ?? openConversation(talks, { kind: 'meeting', place: { kind: 'area', area: id }, area }, nowTick);
    joinConversation(talks, room, talker, nowTick);
  }
  return blocked;
}

/** Running never joins, and nobody who is not there is heard. */
const comesIn = ({ occupant, hasMoved }: Talker): boolean =>
  hasMoved && occupant.lostTick === undefined && occupant.availability !== 'away' && occupant.walker.gait !== 'run';
