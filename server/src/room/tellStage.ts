// Tells whoever is in a talk what it is now, when that is new to them.
import type { StageView } from '@comptoir/shared/protocol/auditorium';
import type { LiveTalk } from '../auditorium/LiveTalk.ts';
import { handsOf, stageFor, stageOf } from '../auditorium/stageViews.ts';
import type { Conversation } from '../office/Conversation.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { tellMany } from './tellMany.ts';

export interface ToldStage {
  talk: LiveTalk;
  conversation: Conversation;
  endsTick: number | null;
  /** What everybody in it was last told alike, and by personId what is each one's own. */
  shared: string;
  own: Map<string, string>;
}

export function tellStage(room: OfficeRoom, told: ToldStage, people: Iterable<string>): void {
  const { talk, conversation, own } = told;
  const stage = stageOf(talk, conversation, told.endsTick);
  const shared = JSON.stringify(stage);
  if (shared !== told.shared) {
    told.shared = shared;
    own.clear();
  }
  const order = new Map(handsOf(talk).map((personId, i) => [personId, i + 1]));
  /** To whom the same is new. */
  const alike = new Map<string, { people: string[]; view: StageView }>();
  for (const personId of people) {
    const talker = room.talk.talks.talkers.get(personId);
    if (!talker) continue;
    const view = stageFor(stage, talk, talker, order);
    const key = `${view.myHand} ${view.mayStage}`;
    if (own.get(personId) === key) continue;
    own.set(personId, key);
    const same = alike.get(key);
    if (same) same.people.push(personId);
    else alike.set(key, { people: [personId], view });
  }
  for (const { people: same, view } of alike.values()) tellMany(room, same, 'stage', view);
}
