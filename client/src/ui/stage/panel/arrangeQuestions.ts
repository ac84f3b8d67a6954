// In which order questions stand: the one on the screen, then by votes, then by time; and as they were as long as somebody reads.
import type { QuestionView } from '@comptoir/shared/protocol/auditorium';

export interface Order {
  open: readonly string[];
  answered: readonly string[];
}

export interface Arranged {
  /** With questions that are gone meanwhile, so that nothing moves: undefined. */
  open: readonly { id: string; question: QuestionView | undefined }[];
  answered: readonly { id: string; question: QuestionView | undefined }[];
  /** How many came since the order is held. */
  fresh: number;
}

type Questions = ReadonlyMap<string, QuestionView>;

/** @param votesOf as they are shown, with mine */
export function orderOf(questions: Questions, votesOf: (question: QuestionView) => number): Order {
  const all = [...questions.values()];
  const byRank = (a: QuestionView, b: QuestionView): number =>
    Number(b.pinned) - Number(a.pinned) || votesOf(b) - votesOf(a) || a.askedMs - b.askedMs || (a.id < b.id ? -1 : 1);
  const lastAnswered = (a: QuestionView, b: QuestionView): number => (b.answeredMs ?? 0) - (a.answeredMs ?? 0) || (a.id < b.id ? -1 : 1);
  return {
    open: all
      .filter(({ answeredMs }) => answeredMs === null)
      .sort(byRank)
      .map(({ id }) => id),
    answered: all
      .filter(({ answeredMs }) => answeredMs !== null)
      .sort(lastAnswered)
      .map(({ id }) => id),
  };
}

/** @param order held, or of now */
export function arrangeQuestions(questions: Questions, order: Order): Arranged {
  const known = new Set([...order.open, ...order.answered]);
  const rows = (ids: readonly string[]) => ids.map((id) => ({ id, question: questions.get(id) }));
  const fresh = [...questions.keys()].filter((id) => !known.has(id)).length;
  return { open: rows(order.open), answered: rows(order.answered), fresh };
}
