// How late things began, over a window.

export interface Lateness {
  count: number;
  p99Ms: number;
}

/** The value below which `share` of the sorted values lie; 0 when there are none. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export function lateness() {
  const latesMs: number[] = [];
  return {
    add: (ms: number): void => void latesMs.push(ms),
    clear(): void {
      latesMs.length = 0;
    },
    report: (): Lateness => ({
      count: latesMs.length,
      p99Ms: quantile(
        latesMs.toSorted((a, b) => a - b),
        0.99,
      ),
    }),
  };
}
