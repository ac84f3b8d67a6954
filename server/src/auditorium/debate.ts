// A debate in a talk: a vote before, a speaking clock for each side, a vote after; how many moved is shown when it is over.
import { DEBATE_PHASES, type DebatePhase, type DebateView } from '@comptoir/shared/protocol/auditorium';
import type { Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { countVotes } from './polls.ts';
import { readChoices } from './wording.ts';

export interface Debate {
  phase: DebatePhase;
  sides: string[];
  /** personId -> index in sides. */
  speakers: Map<string, number>;
  /** By side. */
  spokenMs: number[];
  /** personId -> index in sides; told to nobody else. */
  before: Map<string, number>;
  after: Map<string, number>;
}

/** Of a talk; the last one is the one that is seen. */
export type Debates = Debate[];

export function openDebate(debates: Debates, sides: readonly string[]): Debate | { refused: Refusal } {
  if ((debates.at(-1)?.phase ?? 'over') !== 'over') return { refused: 'busy' };
  if (debates.length >= tuning.debatesMost) return { refused: 'tooMany' };
  const read = readChoices(sides, tuning.pollOptionLength);
  if ('refused' in read) return read;
  const spokenMs = read.choices.map(() => 0);
  const debate: Debate = { phase: 'before', sides: read.choices, speakers: new Map(), spokenMs, before: new Map(), after: new Map() };
  debates.push(debate);
  return debate;
}

/** T28: one phase after the other. Where it is already, two leaders pressed at once. */
export function advanceDebate(debate: Debate, to: DebatePhase): { refused: Refusal } | undefined {
  const ahead = DEBATE_PHASES.indexOf(to) - DEBATE_PHASES.indexOf(debate.phase);
  if (ahead !== 0 && ahead !== 1) return { refused: 'voteClosed' };
  debate.phase = to;
  return undefined;
}

/** What they spoke so far stays their side's of then. */
export function takeSide(debate: Debate, personId: string, side: number | null): { refused: Refusal } | undefined {
  if (debate.phase === 'over') return { refused: 'voteClosed' };
  if (side === null) {
    debate.speakers.delete(personId);
    return undefined;
  }
  if (side >= debate.sides.length) return { refused: 'invalid' };
  debate.speakers.set(personId, side);
  return undefined;
}

/** T28 */
export function voteSide(debate: Debate, personId: string, side: number): { refused: Refusal } | undefined {
  const { phase, sides } = debate;
  if (phase !== 'before' && phase !== 'after') return { refused: 'voteClosed' };
  if (side >= sides.length) return { refused: 'invalid' };
  debate[phase].set(personId, side);
  return undefined;
}

/**
 * T29: two of one side at the same time are one voice of it.
 * @param spoken personId -> ms of speech within `windowMs`, the same short time for all
 * @returns whether a clock ran
 */
export function runClocks({ phase, speakers, spokenMs }: Debate, spoken: Readonly<Record<string, number>>, windowMs: number): boolean {
  if (phase !== 'debate') return false;
  const ofSide = spokenMs.map((): number[] => []);
  for (const [personId, ms] of Object.entries(spoken)) ofSide[speakers.get(personId) ?? -1]?.push(ms);
  let hasRun = false;
  for (const [side, voices] of ofSide.entries()) {
    // whoever takes over within the window adds to it; more than all of it are voices at the same time
    const together = voices.reduce((sum, ms) => sum + ms, 0);
    const ran = Math.min(together, Math.max(windowMs, ...voices));
    spokenMs[side] = (spokenMs[side] ?? 0) + ran;
    hasRun ||= ran > 0;
  }
  return hasRun;
}

export function debateView({ phase, sides, speakers, spokenMs, before, after }: Debate): DebateView {
  const isOver = phase === 'over';
  return {
    ...{ phase, sides, speakers: Object.fromEntries(speakers), spokenMs: spokenMs.map(Math.round) },
    voters: [before.size, after.size],
    before: isOver ? countVotes(before, sides.length) : null,
    after: isOver ? countVotes(after, sides.length) : null,
  };
}

/** How this person voted before, and after. */
export const votesOfOne = ({ before, after }: Debate, personId: string): [before: number | null, after: number | null] => [
  before.get(personId) ?? null,
  after.get(personId) ?? null,
];
