// What is said of a talk's questions and polls to those who do not look at them: what is on the screen, votes that open and close, my question answered.
import type { DebateView, PollView, QuestionView } from '@comptoir/shared/protocol/auditorium';

export interface PanelState {
  /** The talk, so that what was said of another one does not count. */
  talk: string | undefined;
  questions: ReadonlyMap<string, QuestionView>;
  mine: ReadonlySet<string>;
  polls: readonly PollView[];
  debate: DebateView | undefined;
}

export type PanelNews =
  | { kind: 'pinned'; text: string }
  | { kind: 'answered'; text: string }
  | { kind: 'pollOpen'; text: string; poll: string }
  | { kind: 'pollClosed'; text: string; poll: string }
  | { kind: 'debate'; phase: DebateView['phase']; view: DebateView };

const pinnedOf = ({ questions }: PanelState): QuestionView | undefined => [...questions.values()].find(({ pinned }) => pinned);

/** Whoever has just come in is told what is on the screen and which vote is open, and of nothing that was before. */
export function panelNews(before: PanelState, now: PanelState): PanelNews[] {
  if (now.talk === undefined) return [];
  const isSame = before.talk === now.talk;
  const news: PanelNews[] = [];
  const pinned = pinnedOf(now);
  if (pinned && (!isSame || pinnedOf(before)?.id !== pinned.id)) news.push({ kind: 'pinned', text: pinned.text });
  if (isSame)
    for (const { id, text, answeredMs } of now.questions.values())
      if (answeredMs !== null && now.mine.has(id) && before.questions.get(id)?.answeredMs === null) news.push({ kind: 'answered', text });
  for (const { id, text, open } of now.polls) {
    const was = isSame ? before.polls.find((poll) => poll.id === id) : undefined;
    if (open && !was?.open) news.push({ kind: 'pollOpen', text, poll: id });
    else if (!open && was?.open) news.push({ kind: 'pollClosed', text, poll: id });
  }
  const view = now.debate;
  const phase = view?.phase;
  const phaseBefore = isSame ? before.debate?.phase : undefined;
  if (phase && phase !== phaseBefore && !(phase === 'over' && phaseBefore === undefined)) news.push({ kind: 'debate', phase, view });
  return news;
}
