// What is said of talks to who does not see them: pure, from what was known before and what is known now.
import type { StageRole } from '../../world/stageRole.ts';

export interface StageFacts {
  /** Of the talk I am in. */
  talk: { id: string; title: string; role: StageRole; rank: number; leads: boolean } | undefined;
  /** All that are on. */
  talks: readonly { id: string; title: string }[];
  /** Title of the one that I was in and that is over. */
  over: string | undefined;
}

export type StageNews =
  | { kind: 'audience' | 'stage' | 'out' | 'begins' | 'over'; title: string }
  | { kind: 'floor' | 'back' | 'handDown' | 'leads' }
  | { kind: 'hand' | 'rank'; rank: number };

/** In the order they are said. @param before undefined: the first look, at which nothing that was on already is news */
export function stageNews(before: StageFacts | undefined, now: StageFacts): StageNews[] {
  const news: StageNews[] = [];
  const was = before?.talk;
  const is = now.talk;
  if (is && (was?.id !== is.id || was.role !== is.role)) {
    if (is.role === 'floor') news.push({ kind: 'floor' });
    else if (is.role === 'audience' && was?.id === is.id && was.role === 'floor') news.push({ kind: 'back' });
    else news.push({ kind: is.role, title: is.title });
  }
  // that it is over says its card, in the same moment
  if (was && !is && now.over === undefined) news.push({ kind: 'out', title: was.title });
  if (is?.leads && was?.id === is.id && !was.leads) news.push({ kind: 'leads' });
  if (is && is.role === 'audience' && was?.id === is.id && was.role === 'audience') {
    if (was.rank === 0 && is.rank > 0) news.push({ kind: 'hand', rank: is.rank });
    else if (was.rank > 0 && is.rank === 0) news.push({ kind: 'handDown' });
    else if (is.rank !== was.rank) news.push({ kind: 'rank', rank: is.rank });
  }
  if (before) {
    for (const { id, title } of now.talks)
      if (!before.talks.some((one) => one.id === id) && is?.id !== id) news.push({ kind: 'begins', title });
    for (const { id, title } of before.talks)
      if (!now.talks.some((one) => one.id === id) && was?.id !== id) news.push({ kind: 'over', title });
  }
  return news;
}
