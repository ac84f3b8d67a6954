// What goes on in one talk between its people, as plain data: questions, polls, a debate, applause, chapters.
import { type Applause, newApplause } from './applause.ts';
import type { Chapters } from './chapters.ts';
import type { Debates } from './debate.ts';
import type { Polls } from './polls.ts';
import { newQuestions, type Questions } from './questions.ts';

export interface Interaction {
  questions: Questions;
  polls: Polls;
  /** The last one is the one that is seen; those before it are over. */
  debates: Debates;
  applause: Applause;
  chapters: Chapters;
  /** What changed since it was last told to all. (Questions and applause know by themselves.) */
  news: Set<News>;
  /** Told more seldom. */
  haveClocksRun: boolean;
}

type News = 'polls' | 'debate' | 'newDebate' | 'chapters';

export const newInteraction = (): Interaction => ({
  ...{ questions: newQuestions(), polls: new Map(), debates: [], applause: newApplause(), chapters: [] },
  ...{ news: new Set(), haveClocksRun: false },
});

/** A debate is told with its clocks. */
export function takeNews(interaction: Interaction): ReadonlySet<News> {
  const { news } = interaction;
  interaction.news = new Set();
  if (news.has('debate')) interaction.haveClocksRun = false;
  return news;
}
