// Polls of a talk: one choice a person, changed as long as it is open; how many chose what is the leaders' secret until it is closed.
import type { PollView } from '@comptoir/shared/protocol/auditorium';
import type { Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { readChoices, readWording } from './wording.ts';

export interface Poll {
  id: string;
  text: string;
  options: string[];
  /** personId -> index in options. */
  votes: Map<string, number>;
  isOpen: boolean;
  /** Since the talk began. */
  openedMs: number;
}

/** By id, in their order. */
export type Polls = Map<string, Poll>;

/** @param nowMs since the talk began */
export function openPoll(
  polls: Polls,
  { id, text, options }: { id: string; text: string; options: readonly string[] },
  nowMs: number,
): Poll | { refused: Refusal } {
  const wording = readWording(text, tuning.questionLength);
  if ('refused' in wording) return wording;
  const read = readChoices(options, tuning.pollOptionLength);
  if ('refused' in read) return read;
  if (polls.size >= tuning.pollsMost) return { refused: 'tooMany' };
  const poll: Poll = { id, text: wording.text, options: read.choices, votes: new Map(), isOpen: true, openedMs: nowMs };
  polls.set(id, poll);
  return poll;
}

/** T26 */
export function votePoll(poll: Poll, personId: string, option: number): { refused: Refusal } | undefined {
  if (!poll.isOpen) return { refused: 'voteClosed' };
  if (option >= poll.options.length) return { refused: 'invalid' };
  poll.votes.set(personId, option);
  return undefined;
}

/** How often each of `length` choices was chosen. */
export function countVotes(votes: ReadonlyMap<string, number>, length: number): number[] {
  const counts = Array.from({ length }, () => 0);
  for (const choice of votes.values()) counts[choice] = (counts[choice] ?? 0) + 1;
  return counts;
}

export const pollView = ({ id, text, options, votes, isOpen, openedMs }: Poll, isForLeader: boolean): PollView => ({
  ...{ id, text, options, voters: votes.size, open: isOpen, openedMs },
  counts: isOpen && !isForLeader ? null : countVotes(votes, options.length),
});

/** Poll -> what this person chose. */
export function choicesOf(polls: Polls, personId: string): Record<string, number> {
  const choices: Record<string, number> = {};
  for (const { id, votes } of polls.values()) {
    const choice = votes.get(personId);
    if (choice !== undefined) choices[id] = choice;
  }
  return choices;
}
