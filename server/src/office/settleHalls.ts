// A talk in an auditorium: everybody on its stage and in its audience is in it, and who speaks is a matter of place. Called in every round.
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation, ConversationMember, Hall } from './Conversation.ts';
import { publishersOf } from './calls.ts';
import type { Beside, Floor } from './formBubbles.ts';
import { isStill, talkAt } from './mayTalk.ts';
import { type Occupant, rankOf } from './Office.ts';
import { joinConversation, leaveConversation, type Talker, type Talks } from './Talks.ts';
import { type Spot, spotAt } from './talkPlaces.ts';

/** T2: whoever leads it, and every host of the office who is in it. */
export const leadsHall = ({ leaders }: Pick<Hall, 'leaders'>, occupant: Occupant): boolean =>
  leaders.includes(occupant.personId) || ['host', 'admin'].includes(rankOf(occupant));

/** T1, T3. @returns those on the stage whom it does not take */
export function settleHalls({ talks, places }: Floor, nowTick: number): Map<Talker, Beside> {
  const blocked = new Map<Talker, Beside>();
  if (talks.ofHall.size === 0) return blocked;
  for (const talker of talks.talkers.values()) {
    const spot = spotAt(places, talker.occupant.walker);
    const talk = talkAt(talks, spot);
    if (talker.conversation?.hall && talker.conversation !== talk) leaveConversation(talks, talker, nowTick);
    if (talker.goodbyeTalk !== undefined && talker.goodbyeTalk !== talk?.id) delete talker.goodbyeTalk;
    if (!talk) continue;
    if (talker.conversation !== talk) {
      if (talker.goodbyeTalk !== undefined && isStill(talker))
        // whom one may approach to come back in: there is no ring to find somebody by
        blocked.set(talker, { reason: 'goodbye', number: talk.number, person: publishersOf(talk)[0] });
      if (!mayListen(talker) || talker.goodbyeTalk !== undefined) continue;
      joinConversation(talks, talk, talker, nowTick);
    }
    const isFull = takePart(talks, talk, talker, spot, nowTick) === 'full';
    if (isFull && isStill(talker)) blocked.set(talker, { reason: 'full', number: talk.number, person: undefined });
  }
  return blocked;
}

/** Do-not-disturb people listen; running through is no listening, and nobody who is not there is in it. */
const mayListen = ({ occupant }: Talker): boolean =>
  occupant.lostTick === undefined && occupant.availability !== 'away' && occupant.walker.gait !== 'run';

/** T1: gives somebody who is in it the part that their place and the leaders give them. @returns 'full' for whom the stage has no room */
export function takePart(talks: Talks, talk: Conversation, talker: Talker, spot: Spot, nowTick: number): 'full' | undefined {
  const { hall, members } = talk;
  const member = members.get(talker.occupant.personId);
  if (!hall || !member) return undefined;
  const isUp = spot.manner === 'stage' && maySpeakUp(hall, talker);
  if (isUp) hall.floor.delete(member.personId);
  const floor = hasAgreed(hall, member.personId) ? hall.floor.get(member.personId) : undefined;
  const isFull = (isUp || floor !== undefined) && member.role !== 'speaker' && speakersIn(talk) >= tuning.stageMost;
  const role = !isFull && (isUp || floor) ? 'speaker' : 'audience';
  if (member.role === role && member.floor?.video === floor?.video) return isFull ? 'full' : undefined;
  give(member, role, floor, nowTick);
  if (role === 'speaker') hall.hands.delete(member.personId);
  if (role === 'speaker' && !floor) hall.spoke.add(member.personId);
  talks.changed.add(talk);
  return isFull ? 'full' : undefined;
}

/** T4, T5, T101: do they speak on the stage? */
const maySpeakUp = (hall: Hall, talker: Talker): boolean => wouldSpeakUp(hall, talker) && hasAgreed(hall, talker.occupant.personId);

/** T101 */
const hasAgreed = ({ recorded }: Hall, personId: string): boolean => recorded?.has(personId) ?? true;

/** T4, T5: as soon as they agree to a recording, if there is one. B3: nobody does who has not moved yet. */
export function wouldSpeakUp(hall: Hall, { occupant, hasMoved }: Talker): boolean {
  const { personId } = occupant;
  if (!hasMoved || hall.sentDown.has(personId)) return false;
  return hall.settings.openStage || hall.broughtUp.has(personId) || leadsHall(hall, occupant);
}

/** On the stage and with the floor together. */
export function speakersIn({ members }: Pick<Conversation, 'members'>): number {
  let count = 0;
  for (const { role } of members.values()) if (role === 'speaker') count++;
  return count;
}

function give(member: ConversationMember, role: 'speaker' | 'audience', floor: { video: boolean } | undefined, nowTick: number): void {
  member.role = role;
  if (floor && role === 'speaker') member.floor = { video: floor.video };
  else delete member.floor;
  if (role === 'speaker') member.speaksSinceTick ??= nowTick;
  else delete member.speaksSinceTick;
}

/** T14: while a talk is on its green room takes whoever leads it, has spoken in it, or was asked up; others by a yes of somebody inside. */
export function isBackstage({ ofHall }: Talks, { backstage }: Pick<Spot, 'backstage'>, { occupant }: Talker): boolean {
  const hall = backstage === undefined ? undefined : ofHall.get(backstage)?.hall;
  const { personId } = occupant;
  return hall !== undefined && !leadsHall(hall, occupant) && !hall.spoke.has(personId) && !hall.broughtUp.has(personId);
}
