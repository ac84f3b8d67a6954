// Votes for questions that are shown before the office has counted them: at once when pressed, taken back when refused.

export interface VoteAhead {
  on: boolean;
  /** Is my vote in the number that was told last? */
  counted: boolean;
  /** Requests that are not answered yet. */
  waiting: number;
}

/** By question. */
export type VotesAhead = ReadonlyMap<string, VoteAhead>;

const withEntry = (ahead: VotesAhead, question: string, entry: VoteAhead | undefined): VotesAhead => {
  const next = new Map(ahead);
  if (entry) next.set(question, entry);
  else next.delete(question);
  return next;
};

/** @param mine do I vote for it, as the office knows? */
export function pressVote(ahead: VotesAhead, question: string, on: boolean, mine: boolean): VotesAhead {
  const entry = ahead.get(question);
  return withEntry(ahead, question, { on, counted: entry?.counted ?? mine, waiting: (entry?.waiting ?? 0) + 1 });
}

/** A refused one is gone; the number of one that was accepted is still to be told. */
export function answerVote(ahead: VotesAhead, question: string, accepted: boolean): VotesAhead {
  const entry = ahead.get(question);
  if (!entry) return ahead;
  const waiting = entry.waiting - 1;
  return withEntry(ahead, question, !accepted && waiting === 0 ? undefined : { ...entry, waiting });
}

/** What was answered is in the numbers that come after the answer. */
export function settleVotes(ahead: VotesAhead, told: Iterable<string>): VotesAhead {
  let next = ahead;
  for (const question of told) if (next.get(question)?.waiting === 0) next = withEntry(next, question, undefined);
  return next;
}

/** What to show of a question. @param votes as told @param mine do I vote for it, as the office knows? */
export function shownVotes(entry: VoteAhead | undefined, votes: number, mine: boolean): { votes: number; mine: boolean } {
  if (!entry) return { votes, mine };
  return { votes: Math.max(0, votes + Number(entry.on) - Number(entry.counted)), mine: entry.on };
}
