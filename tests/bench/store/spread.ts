// How a number of times lies, ms.
import { quantile } from '../lateness.ts';

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export function spread(ms: readonly number[]) {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number): number => round(quantile(sorted, share), 1);
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), mostMs: round(sorted.at(-1) ?? 0, 1) };
}
