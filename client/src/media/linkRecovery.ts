// Pure rule of a link that is not well: restart the search for a way, then build it anew, then say so and go on trying.
import { tuning } from '@comptoir/shared/tuning';
import type { LinkState } from './CallModel.ts';

/** A short hole in the network heals by itself. */
const RESTART_AFTER_MS = 700;
/** A restart, or a new link, has this long. */
const REBUILD_AFTER_MS = 3000;
/** After so many that came to nothing the tile says so; trying goes on. */
const FAILED_AFTER = 3;

export interface Recovery {
  state: LinkState;
  /** Since when (ms) it is in trouble, or being made; undefined while connected. */
  sinceMs: number | undefined;
  /** When it was last built or restarted. */
  triedMs: number;
  hasRestarted: boolean;
  /** Built in vain so far. */
  rebuilt: number;
  isReported: boolean;
}

export type Remedy = 'restart' | 'rebuild' | undefined;

export const beginning = (nowMs: number): Recovery => ({
  ...{ state: 'connecting', sinceMs: nowMs, triedMs: nowMs, hasRestarted: true, rebuilt: 0, isReported: false },
});

export const connected = (before: Recovery): Recovery => ({
  ...before,
  ...{ state: 'connected', sinceMs: undefined, hasRestarted: false, rebuilt: 0 },
});

/** Nothing comes through any more. */
export const lost = (before: Recovery, nowMs: number): Recovery =>
  before.sinceMs === undefined ? { ...before, state: 'reconnecting', sinceMs: nowMs, triedMs: nowMs, hasRestarted: false } : before;

/** The other side answers: it is slow, but not stuck, and what is under way is not begun anew. */
export const progressed = (before: Recovery, nowMs: number): Recovery =>
  before.sinceMs === undefined ? before : { ...before, triedMs: nowMs };

/** By hand: as if it had just begun. */
export const retried = (before: Recovery, nowMs: number): Recovery => ({ ...beginning(nowMs), isReported: before.isReported });

/** Asked a few times a second. @returns what to do now, and whether to report that no way was found in time */
export function nextRemedy(before: Recovery, nowMs: number): { recovery: Recovery; remedy: Remedy; report: boolean } {
  if (before.sinceMs === undefined) return { recovery: before, remedy: undefined, report: false };
  // counted from the last answer: a machine that is slow to speak is no network that does not let through
  const report = !before.isReported && nowMs - before.triedMs >= tuning.meshGiveUpMs;
  let recovery = report ? { ...before, isReported: true } : before;
  let remedy: Remedy;
  if (!before.hasRestarted && nowMs - before.triedMs >= RESTART_AFTER_MS) {
    remedy = 'restart';
    recovery = { ...recovery, hasRestarted: true, triedMs: nowMs };
  } else if (nowMs - before.triedMs >= REBUILD_AFTER_MS) {
    remedy = 'rebuild';
    const rebuilt = before.rebuilt + 1;
    recovery = { ...recovery, triedMs: nowMs, rebuilt, state: rebuilt >= FAILED_AFTER ? 'failed' : before.state };
  }
  return { recovery, remedy, report };
}
