// What is told of a talk that is on: whole to whoever is in it, in short to everybody in the office.
import type { StageView, TalkSummary } from '@comptoir/shared/protocol/auditorium';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from '../office/Conversation.ts';
import { speakersIn, wouldSpeakUp } from '../office/settleHalls.ts';
import type { Talker } from '../office/Talks.ts';
import type { LiveTalk } from './LiveTalk.ts';

type Members = Pick<Conversation, 'members'>;
/** The view but for what is each one's own. */
export type SharedStage = Omit<StageView, 'myHand' | 'mayStage'>;

/** T7: in the order they went up. */
export const handsOf = ({ hands }: Pick<LiveTalk, 'hands'>): string[] => [...hands.keys()];

/** @param endsTick when it ends by itself */
export function stageOf(talk: LiveTalk, { members }: Members, endsTick: number | null): SharedStage {
  const { id, auditorium, settings, startedMs, leaders, hands, floor } = talk;
  return {
    ...{ talk: id, auditorium, startedMs, leaders: [...leaders] },
    ...{ title: settings.title, language: settings.language, anonymous: settings.anonymous, openStage: settings.openStage },
    programme: [...settings.programme],
    audience: members.size - speakersIn({ members }),
    hands: handsOf(talk).slice(0, tuning.handsShown),
    handCount: hands.size,
    floor: [...floor].map(([personId, { video }]) => ({ personId, video })),
    endsTick,
  };
}

/** @param order of all raised hands: personId -> place from 1 */
export const stageFor = (shared: SharedStage, talk: LiveTalk, talker: Talker, order: ReadonlyMap<string, number>): StageView => ({
  ...shared,
  myHand: order.get(talker.occupant.personId) ?? 0,
  mayStage: wouldSpeakUp(talk, talker),
});

export function summaryOf({ id, auditorium, settings, startedMs, isToBeRecorded }: LiveTalk, { members }: Members): TalkSummary {
  const { title, language } = settings;
  const speakers = [...members.values()].filter(({ role, floor }) => role === 'speaker' && !floor).map(({ personId }) => personId);
  return {
    ...{ talk: id, auditorium, title, language, startedMs, speakers, audience: members.size - speakersIn({ members }) },
    ...(isToBeRecorded ? { recorded: true } : {}),
  };
}
