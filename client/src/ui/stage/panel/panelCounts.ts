// What waits for me in the panel of a talk: the number on each tab, and on the button that opens it.
import type { TalkTab } from '../../../world/Auditorium.ts';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';

/** Reads signals. */
export function panelCounts(world: World): Record<TalkTab, number> {
  const { auditorium } = world;
  const { list, mine } = auditorium.polls.value;
  const debate = auditorium.debate.value;
  const phase = debate?.view.phase;
  const toVote = phase === 'before' ? debate?.mine[0] === null : phase === 'after' && debate?.mine[1] === null;
  return {
    questions: [...auditorium.questions.value.values()].filter(({ answeredMs }) => answeredMs === null).length,
    hands: auditorium.stage.value?.handCount ?? 0,
    polls: list.filter(({ id, open }) => open && mine[id] === undefined).length,
    debate: Number(toVote),
    chapters: 0,
    notes: 0,
  };
}

/** Votes that I have not given, and to leaders the hands that wait. */
export function waitingCount(world: World): number {
  const { polls, debate, hands } = panelCounts(world);
  return polls + debate + (leadsTalk(world) ? hands : 0);
}
