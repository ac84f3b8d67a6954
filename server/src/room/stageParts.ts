// Who speaks in a talk, changed by somebody's word: given at once, and told to everybody at once.
import type { LiveTalk } from '../auditorium/LiveTalk.ts';
import { takePart } from '../office/settleHalls.ts';
import { spotAt } from '../office/talkPlaces.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

/** Gives somebody the part that is theirs now. */
export function partOf(room: OfficeRoom, talk: LiveTalk, personId: string, nowTick: number): void {
  const { talks, places } = room.talk.floor;
  const talker = talks.talkers.get(personId);
  const conversation = room.auditorium.conversationOf(talk);
  if (talker && conversation) takePart(talks, conversation, talker, spotAt(places, talker.occupant.walker), nowTick);
  room.talk.settle(nowTick);
  room.auditorium.changed(talk, 'all');
}

/** Of a hand: whoever raised it and the leaders know at once, the others soon. */
export const handChanged = (room: OfficeRoom, talk: LiveTalk, personId: string): void =>
  room.auditorium.changed(talk, [personId, ...talk.leaders]);

/** They speak from their seat. `by`: personId of whoever gives it. */
export function giveFloor(
  room: OfficeRoom,
  talk: LiveTalk,
  { personId, video, by }: { personId: string; video: boolean; by: string },
  nowTick: number,
): void {
  talk.floor.set(personId, { video });
  talk.hands.delete(personId);
  room.auditorium.tell(personId, 'floor', { given: true, video, by });
  partOf(room, talk, personId, nowTick);
}

export function takeFloorFrom(room: OfficeRoom, talk: LiveTalk, personId: string, by: string, nowTick: number): void {
  const { video = false } = talk.floor.get(personId) ?? {};
  talk.floor.delete(personId);
  room.auditorium.tell(personId, 'floor', { given: false, video, by });
  partOf(room, talk, personId, nowTick);
}
