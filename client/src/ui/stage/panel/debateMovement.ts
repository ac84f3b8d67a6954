// How a debate moved people: shares of the votes before and after, and by how much each side grew.
import type { DebateView } from '@comptoir/shared/protocol/auditorium';
import type { Say } from '../../Ui.ts';

export interface SideMovement {
  side: string;
  /** Votes, and whole per cent of all of that time. */
  before: number;
  beforePercent: number;
  after: number;
  afterPercent: number;
  /** Points of per cent. */
  moved: number;
}

/** Whole per cent of each; 0 where nobody voted. */
export function percentOf(counts: readonly number[]): number[] {
  const sum = counts.reduce((one, other) => one + other, 0);
  return counts.map((count) => (sum === 0 ? 0 : Math.round((100 * count) / sum)));
}

/** Undefined before it is over. */
export function movementOf({ sides, before, after }: DebateView): SideMovement[] | undefined {
  if (!before || !after) return undefined;
  const [earlier, later] = [percentOf(before), percentOf(after)];
  return sides.map((side, i) => ({
    side,
    before: before[i] ?? 0,
    beforePercent: earlier[i] ?? 0,
    after: after[i] ?? 0,
    afterPercent: later[i] ?? 0,
    moved: (later[i] ?? 0) - (earlier[i] ?? 0),
  }));
}

/** In words: how a debate that is over moved people. */
export function movementWords(movement: readonly SideMovement[], t: Say): string {
  const winner = wonOver(movement);
  return winner ? t('debate.won', { side: winner.side, n: winner.moved }) : t('debate.still');
}

/** Which side won most people over; undefined where none did, or two alike, or where only one of the votes was. */
export function wonOver(movement: readonly SideMovement[]): SideMovement | undefined {
  const voted = (when: 'before' | 'after'): boolean => movement.some((side) => side[when] > 0);
  const [first, second] = [...movement].sort((a, b) => b.moved - a.moved);
  if (!first || first.moved <= 0 || first.moved === second?.moved || !voted('before') || !voted('after')) return undefined;
  return first;
}
