// What bots decide by chance: the same for the same seed, so that a run can be repeated.
import { seededRandom } from '../support/seededRandom.ts';

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** In [low, high). */
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
}

export function randomOf(seed: number): Random {
  const next = seededRandom(seed);
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    pick(choices) {
      const choice = choices[Math.floor(next() * choices.length)];
      if (choice === undefined) throw new RangeError('nothing to pick from');
      return choice;
    },
  };
}
