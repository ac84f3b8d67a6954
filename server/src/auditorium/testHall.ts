// For tests: a drawn hall with a talk in it that somebody leads.
import { openConversation } from '../office/Talks.ts';
import { HALL_AREAS } from '../office/testHall.ts';
import { HALL, TalkTest } from '../office/testTalk.ts';
import { type LiveTalk, newTalk } from './LiveTalk.ts';

const RIVERS = { title: 'Rivers', language: 'en', anonymous: false, openStage: true, programme: [] };

export const ledBy = (...leaders: string[]): LiveTalk =>
  newTalk({ id: 'talk', auditorium: 'hall', settings: RIVERS, startedTick: 0, startedMs: 0, leaders });

export function hallTest(talk = ledBy('lea')): { test: TalkTest; talk: LiveTalk; conversation: ReturnType<typeof openConversation> } {
  const test = new TalkTest(HALL, HALL_AREAS);
  const place = { kind: 'area', area: 'stage' } as const;
  const conversation = openConversation(test.floor.talks, { id: talk.id, kind: 'talk', place, area: 1, hall: talk }, test.tick);
  return { test, talk, conversation };
}
