// Applause of a talk: what everybody gives together since it was last told; nobody claps for a hundred.
import type { Reaction } from '@comptoir/shared/protocol/auditorium';
import { tuning } from '@comptoir/shared/tuning';

export type ApplauseSum = Partial<Record<Reaction, number>>;

export interface Applause {
  sum: ApplauseSum;
  /** personId -> how many of the sum are theirs. */
  given: Map<string, number>;
}

export const newApplause = (): Applause => ({ sum: {}, given: new Map() });

/** T31 */
export function applaud({ sum, given }: Applause, personId: string, reaction: Reaction, n: number): void {
  const before = given.get(personId) ?? 0;
  const counted = Math.min(n, tuning.applauseMost - before);
  if (counted <= 0) return;
  given.set(personId, before + counted);
  sum[reaction] = (sum[reaction] ?? 0) + counted;
}

/** Begins anew. @returns undefined when nobody applauded */
export function takeApplause(applause: Applause): ApplauseSum | undefined {
  if (applause.given.size === 0) return undefined;
  const { sum } = applause;
  applause.sum = {};
  applause.given.clear();
  return sum;
}
