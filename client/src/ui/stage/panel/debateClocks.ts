// The clock of each side: what the office has counted, running on between its messages for the side that is heard now.
import type { DebateView } from '@comptoir/shared/protocol/auditorium';

export interface Clocks {
  /** As told last. */
  told: readonly number[];
  /** As shown, ms. */
  shown: readonly number[];
}

/** Ahead of the office by more than this a clock is set back: it heard something else. */
const SET_BACK_MS = 1500;

export const newClocks = (told: readonly number[]): Clocks => ({ told, shown: told });

/** A clock that is a little ahead waits: nobody sees one run backwards. */
export function tellClocks({ shown }: Clocks, told: readonly number[]): Clocks {
  const wait = (ms: number, side: number): number => {
    const before = shown[side] ?? 0;
    return before > ms && before - ms < SET_BACK_MS ? before : ms;
  };
  return { told, shown: told.map(wait) };
}

/** @param passedMs since the last time */
export function runClocks({ told, shown }: Clocks, speaking: ReadonlySet<number>, passedMs: number): Clocks {
  return { told, shown: shown.map((ms, side) => (speaking.has(side) ? Math.min(ms + passedMs, (told[side] ?? 0) + SET_BACK_MS) : ms)) };
}

/** Sides that are heard now. Outside of the debate itself no clock runs. */
export function sidesSpeaking({ phase, speakers }: DebateView, speaking: ReadonlySet<string>): Set<number> {
  if (phase !== 'debate') return new Set();
  return new Set(Object.entries(speakers).flatMap(([personId, side]) => (speaking.has(personId) ? [side] : [])));
}
