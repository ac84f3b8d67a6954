// Which slide of a talk that is over was shown when, and where its buttons and keys lead.
import type { SlideTurn } from '@comptoir/shared/protocol/replay';

/** Where a player stands after going to a time differs from it by rounding. */
const NEAR_S = 0.05;

/** The turn that holds at this moment; undefined: nothing has been shown yet, or nothing is. */
export function turnAt(turns: readonly SlideTurn[], seconds: number): SlideTurn | undefined {
  const turn = turns.findLast(({ at }) => at <= seconds + NEAR_S);
  return turn?.of === null ? undefined : turn;
}

/** The slide before this moment's, or the one after it; undefined: there is none. */
export function turnBeside(turns: readonly SlideTurn[], seconds: number, way: -1 | 1): SlideTurn | undefined {
  const shown = turns.filter(({ of }) => of !== null);
  if (way === 1) return shown.find(({ at }) => at > seconds + NEAR_S);
  const now = turnAt(turns, seconds);
  return shown.findLast(({ at }) => at < (now?.at ?? seconds) - NEAR_S);
}

/** Left, Right, Home and End, where the slides have the focus; undefined: none of them, or it leads nowhere. */
export function turnOfKey(key: string, turns: readonly SlideTurn[], seconds: number): SlideTurn | undefined {
  const shown = turns.filter(({ of }) => of !== null);
  switch (key) {
    case 'ArrowLeft':
      return turnBeside(turns, seconds, -1);
    case 'ArrowRight':
      return turnBeside(turns, seconds, 1);
    case 'Home':
      return shown[0];
    case 'End':
      return shown.at(-1);
    default:
      return undefined;
  }
}
