// The bots that measure latency: one shows a change now and then, twenty beside it look for it; they share a clock.

/** The sender and its receivers. */
export const PROBES = 21;
/** No multiple of any frame period, so that all moments between two frames are met; longer than any of them. */
export const PROBE_PERIOD_MS = 137;
/** Changes that are still looked for; each has a mark of its own. */
export const LOOKED_FOR = 8;

export interface Probe {
  /** Remembers when a change left. `mark` may come again after LOOKED_FOR others. */
  sent(mark: number, nowMs: number): void;
  /** A receiver saw a change. */
  saw(receiver: number, mark: number, nowMs: number): void;
  report(): { latenciesMs: number[]; missed: number };
}

interface Change {
  sentMs: number;
  seen: Set<number>;
}

export function probe(): Probe {
  const latenciesMs: number[] = [];
  const current = new Map<number, Change>();
  let sent = 0;
  return {
    sent(mark, nowMs) {
      sent++;
      current.set(mark, { sentMs: nowMs, seen: new Set() });
    },
    saw(receiver, mark, nowMs) {
      const change = current.get(mark);
      if (!change || change.seen.has(receiver)) return;
      change.seen.add(receiver);
      latenciesMs.push(nowMs - change.sentMs);
    },
    report: () => ({ latenciesMs: latenciesMs.toSorted((a, b) => a - b), missed: sent * (PROBES - 1) - latenciesMs.length }),
  };
}
