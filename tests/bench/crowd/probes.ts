// The bots that measure latency: one shows a change every 97 ms, twenty beside it look for it; they share a clock.

/** The sender and its receivers. */
export const PROBES = 21;
/** No multiple of any frame period, so that all moments between two frames are met. */
export const PROBE_PERIOD_MS = 97;

export interface Probe {
  /** Remembers when a change left; whoever has not seen the one before missed it. */
  sent(mark: number, nowMs: number): void;
  /** A receiver saw a change. */
  saw(receiver: number, mark: number, nowMs: number): void;
  report(): { latenciesMs: number[]; missed: number };
}

export function probe(): Probe {
  const latenciesMs: number[] = [];
  const seen = new Set<number>();
  let current = -1;
  let sentMs = 0;
  let missed = 0;
  return {
    sent(mark, nowMs) {
      if (current >= 0) missed += PROBES - 1 - seen.size;
      seen.clear();
      current = mark;
      sentMs = nowMs;
    },
    saw(receiver, mark, nowMs) {
      if (mark !== current || seen.has(receiver)) return;
      seen.add(receiver);
      latenciesMs.push(nowMs - sentMs);
    },
    report: () => ({ latenciesMs: latenciesMs.toSorted((a, b) => a - b), missed }),
  };
}
