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
}

export const HIGHEST_RANK = 2;
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 60_000;
/** A raise that is followed by trouble this soon was too much. */
const TRIAL_MS = 5000;
const TOO_MUCH_LOSS = 0.1;
/** The receiver says how much gets through; less than this share of what is sent means that it does not. */
const TOO_LITTLE = 0.8;
/** Below, an estimate says nothing: nobody sends so little on purpose. */
const SMALL_BITS_PER_S = 60_000;

export const carriesAll = (): Carrying => ({ rank: HIGHEST_RANK, raiseAtMs: 0, waitMs: FIRST_WAIT_MS, raisedMs: Number.NEGATIVE_INFINITY });

/** K8: down at once on trouble, up one step after a while without it. Once a second. */
export function nextCarrying(
  before: Carrying,
  seen: { sentBitsPerS: number; estimateBitsPerS: number | undefined; lossShare: number },
  nowMs: number,
): Carrying {
  const { sentBitsPerS, estimateBitsPerS, lossShare } = seen;
  const isShort = estimateBitsPerS !== undefined && sentBitsPerS > SMALL_BITS_PER_S && estimateBitsPerS < sentBitsPerS * TOO_LITTLE;
  if (isShort || lossShare > TOO_MUCH_LOSS) {
    const waitMs = nowMs - before.raisedMs < TRIAL_MS ? Math.min(LONGEST_WAIT_MS, before.waitMs * 2) : before.waitMs;
    return { ...before, rank: Math.max(0, before.rank - 1), waitMs, raiseAtMs: nowMs + waitMs };
  }
  if (before.rank < HIGHEST_RANK && nowMs >= before.raiseAtMs)
    return { ...before, rank: before.rank + 1, raisedMs: nowMs, raiseAtMs: nowMs + before.waitMs };
  return before;
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
