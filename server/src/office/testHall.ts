// For tests: a drawn hall with its stage and its audience, and the conversation of a talk in it.
import type { Conversation, Hall } from './Conversation.ts';
import { openConversation } from './Talks.ts';
import type { DrawnArea, TalkTest } from './testTalk.ts';

export const HALL_AREAS: readonly DrawnArea[] = [
  { name: 'stage', from: [1, 1], to: [20, 4], conversation: 'stage', auditorium: 'hall' },
  { name: 'rows', from: [1, 5], to: [20, 18], conversation: 'audience', auditorium: 'hall' },
];

export function hallOf(leaders: string[] = ['lea']): Hall & { sentDown: Set<string>; broughtUp: Set<string> } {
  const none = { hands: new Map(), floor: new Map(), sentDown: new Set<string>(), broughtUp: new Set<string>(), spoke: new Set<string>() };
  return { auditorium: 'hall', settings: { openStage: true }, leaders, ...none };
}

export function talkIn(test: TalkTest, hall: Hall = hallOf()): Conversation {
  return openConversation(test.floor.talks, { kind: 'talk', place: { kind: 'area', area: 'stage' }, area: 1, hall }, test.tick);
}

export const roleOf = (test: TalkTest, personId: string): string | undefined =>
  test.talker(personId).conversation?.members.get(personId)?.role;
