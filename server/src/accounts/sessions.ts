// How long a session holds and when its token changes. Pure: times in ms since 1970.

import { tuning } from '@comptoir/shared/tuning';

const DAY_MS = 24 * 3_600_000;
/** Its token is another one after this. */
export const ROTATE_MS = 7 * DAY_MS;
/** Requests that were on their way with the token before. */
export const GRACE_MS = 60_000;
/** When it was used is kept to the hour: a request is no reason to write, and nobody's hours are to be read from it. */
export const USED_MS = 3_600_000;

export interface SessionTimes {
  tokenHash: string;
  previousHash: string | null;
  /** Null: nobody has shown the new token yet; the answer that brought it may have been lost. */
  previousUntilMs: number | null;
  usedMs: number;
  rotatedMs: number;
}

/** over: as if there were none. rotate: give a new token, this one is the one before then. */
export type Judged = 'over' | { rotate: boolean; changes: Partial<Omit<SessionTimes, 'tokenHash'>> };

/**
 * @param shownHash of the token in the cookie
 * @param canRotate whether this answer can set a cookie
 */
export function judgeSession(session: SessionTimes, shownHash: string, nowMs: number, canRotate: boolean): Judged {
  const { tokenHash, previousHash, previousUntilMs, usedMs, rotatedMs } = session;
  if (nowMs - usedMs >= tuning.sessionUnusedMs) return 'over';
  const changes: Partial<Omit<SessionTimes, 'tokenHash'>> = nowMs - usedMs >= USED_MS ? { usedMs: hourOf(nowMs) } : {};
  if (shownHash === tokenHash) {
    if (previousHash !== null && previousUntilMs === null) changes.previousUntilMs = nowMs + GRACE_MS;
    return { rotate: canRotate && nowMs - rotatedMs >= ROTATE_MS, changes };
  }
  if (shownHash !== previousHash || (previousUntilMs !== null && previousUntilMs <= nowMs)) return 'over';
  // the new token never came back: most likely it never arrived
  return { rotate: canRotate && previousUntilMs === null && nowMs - rotatedMs >= GRACE_MS, changes };
}

/** Never in the future, and never so far back that it would count as unused. */
const hourOf = (ms: number): number => ms - (ms % USED_MS);
