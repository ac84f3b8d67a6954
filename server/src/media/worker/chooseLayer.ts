// Which simulcast layer somebody gets: what they show, as far as their network carries it. Pure.
import type { Quality } from '@comptoir/shared/protocol/talk';

/** From small to large; rids as our clients send them. */
const RANKS: readonly string[] = ['l', 'm', 'h'];
const QUALITY_RANK: Record<Quality, number> = { low: 0, medium: 1, high: 2 };

/** How much one network carries: a ceiling for every picture sent over it. */
export interface Carrying {
  /** Highest rank now. */
  rank: number;
  raiseAtMs: number;
  /** Doubles with every raise that failed. */
  waitMs: number;
  raisedMs: number;
  /** For so many looks the receiver has said that much less gets through than is sent. */
  shortFor: number;
}

export const HIGHEST_RANK = 2;
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 60_000;
/** A raise that is followed by trouble this soon was too much. */
const TRIAL_MS = 5000;
const TOO_MUCH_LOSS = 0.1;
/**
 * The receiver's own estimate of what gets through is no more than a hint: a browser on a busy machine takes its own lateness for a slow
 * network. So it must be far off, and for a while.
 */
const TOO_LITTLE = 0.5;
const SHORT_LOOKS = 3;
/** Of less nobody needs to send less. */
const SMALL_BITS_PER_S = 150_000;

export const carriesAll = (): Carrying => ({
  ...{ rank: HIGHEST_RANK, raiseAtMs: 0, waitMs: FIRST_WAIT_MS, raisedMs: Number.NEGATIVE_INFINITY, shortFor: 0 },
});

/** K8: down on trouble, up one step after a while without it. Once a second; an estimate only when a new one came. */
export function nextCarrying(
  before: Carrying,
  seen: { sentBitsPerS: number; estimateBitsPerS: number | undefined; lossShare: number },
  nowMs: number,
): Carrying {
  const { sentBitsPerS, estimateBitsPerS, lossShare } = seen;
  const isShort = estimateBitsPerS !== undefined && sentBitsPerS > SMALL_BITS_PER_S && estimateBitsPerS < sentBitsPerS * TOO_LITTLE;
  const shortFor = isShort ? before.shortFor + 1 : 0;
  if (shortFor >= SHORT_LOOKS || lossShare > TOO_MUCH_LOSS) {
    const waitMs = nowMs - before.raisedMs < TRIAL_MS ? Math.min(LONGEST_WAIT_MS, before.waitMs * 2) : before.waitMs;
    return { ...before, rank: Math.max(0, before.rank - 1), waitMs, raiseAtMs: nowMs + waitMs, shortFor: 0 };
  }
  if (before.rank < HIGHEST_RANK && nowMs >= before.raiseAtMs)
    return { ...before, rank: before.rank + 1, raisedMs: nowMs, raiseAtMs: nowMs + before.waitMs, shortFor };
  return { ...before, shortFor };
}

/** The best of what flows that is not more than wanted and carried; the least of it when all is more; the only stream when there is one. */
export function chooseLayer<S extends { rid: string | undefined }>(
  flowing: readonly S[],
  quality: Quality,
  { rank: most }: Pick<Carrying, 'rank'>,
): S | undefined {
  const rankOf = ({ rid }: S): number => (rid === undefined ? 0 : RANKS.indexOf(rid));
  const sorted = flowing.toSorted((a, b) => rankOf(a) - rankOf(b));
  const wanted = Math.min(QUALITY_RANK[quality], most);
  return sorted.findLast((layer) => rankOf(layer) <= wanted) ?? sorted[0];
}
