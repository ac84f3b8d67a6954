// For tests: a drawn hall with a talk in it that somebody leads.
import { openConversation } from '../office/Talks.ts';
import { HALL_AREAS } from '../office/testHall.ts';
import { HALL, TalkTest } from '../office/testTalk.ts';
import type { LiveTalk } from './LiveTalk.ts';

export const newTalk = (leaders: string[] = ['lea']): LiveTalk => ({
  ...{ id: 'talk', auditorium: 'hall', startedTick: 0, startedMs: 0, leaders },
  settings: { title: 'Rivers', language: 'en', anonymous: false, openStage: true },
  ...{ hands: new Map(), floor: new Map(), sentDown: new Set(), broughtUp: new Set(), spoke: new Set() },
});

export function hallTest(talk = newTalk()): { test: TalkTest; talk: LiveTalk; conversation: ReturnType<typeof openConversation> } {
  const test = new TalkTest(HALL, HALL_AREAS);
  const place = { kind: 'area', area: 'stage' } as const;
  const conversation = openConversation(test.floor.talks, { id: talk.id, kind: 'talk', place, area: 1, hall: talk }, test.tick);
  return { test, talk, conversation };
}
