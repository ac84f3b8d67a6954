// A host ends a conversation: its members are warned, and after a while they part and do not fall back together where they stand.
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from './Conversation.ts';
import { ticksOf } from './mayTalk.ts';
import { endConversation, type Talks } from './Talks.ts';

const ENDING_TICKS = ticksOf(tuning.endingMs);

/** @returns when it ends; the first word counts */
export function beginEnding(talks: Talks, conversation: Conversation, by: string, nowTick: number): number {
  if (!conversation.ending) {
    conversation.ending = { by, untilTick: nowTick + ENDING_TICKS };
    talks.changed.add(conversation);
  }
  return conversation.ending.untilTick;
}

/** P33. Called in every round. */
export function endWhatIsDue(talks: Talks, nowTick: number): void {
  // a talk is ended with all that belongs to it, by OfficeAuditorium
  for (const conversation of talks.conversations.values())
    if (conversation.ending && !conversation.hall && nowTick >= conversation.ending.untilTick) partAll(talks, conversation, nowTick);
}

/** As if each had said goodbye to all the others at one moment. */
function partAll(talks: Talks, conversation: Conversation, nowTick: number): void {
  const ids = [...conversation.members.keys()];
  const { kind, area } = conversation;
  endConversation(talks, conversation, nowTick);
  sayGoodbyes(talks, ids);
  if (kind !== 'meeting') return;
  for (const personId of ids) {
    const talker = talks.talkers.get(personId);
    if (talker) talker.goodbyeArea = area;
  }
}

/** Each to all the others. */
export function sayGoodbyes({ talkers }: Pick<Talks, 'talkers'>, ids: readonly string[]): void {
  for (const personId of ids) {
    const talker = talkers.get(personId);
    if (!talker) continue;
    talker.goodbyes = new Set(ids.filter((other) => other !== personId));
    talker.returnsUntilTick = 0;
  }
}
