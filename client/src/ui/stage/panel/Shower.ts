// Which signs of applause rise over the stage: a handful whatever is clapped, each with how many it stands for.
import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';

export interface Sign {
  id: number;
  reaction: Reaction;
  /** How many it stands for. */
  n: number;
  /** Where it rises, 0 to 1 from the left. */
  at: number;
  untilMs: number;
}

export const SIGNS_MOST = 8;
/** Of one reaction at once. */
const AT_ONCE = 3;
export const SIGN_MS = 2600;

/** What is to be seen after that applause; the oldest make place. @param chance 0 to 1, anew each time */
export function addSigns(
  signs: readonly Sign[],
  applause: Partial<Record<Reaction, number>>,
  nowMs: number,
  chance: () => number,
): readonly Sign[] {
  const living = signs.filter(({ untilMs }) => untilMs > nowMs);
  let id = signs.reduce((most, sign) => Math.max(most, sign.id), 0);
  const fresh = REACTIONS.flatMap((reaction) => {
    const n = applause[reaction] ?? 0;
    const count = Math.min(n, AT_ONCE);
    return Array.from({ length: count }, (_, i) => ({
      id: ++id,
      reaction,
      n: Math.floor(n / count) + Number(i < n % count),
      at: chance(),
      untilMs: nowMs + SIGN_MS,
    }));
  });
  return [...living, ...fresh].slice(-SIGNS_MOST);
}
