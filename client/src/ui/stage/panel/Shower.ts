// Which signs of applause rise over the stage: a handful whatever is clapped, each with how many it stands for.
import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';

export type Applause = Partial<Record<Reaction, number>>;

/** The line of numbers stays for so long after the last one. */
export const SUMS_MS = 4000;

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
export const SIGN_MS = 2600;
/** Signs side by side; neighbours in time are not neighbours there. */
const PLACES = 8;
const STEP = 5;

/** What is to be seen after that applause; the oldest make place. */
export function addSigns(signs: readonly Sign[], applause: Applause, nowMs: number): readonly Sign[] {
  const living = signs.filter(({ untilMs }) => untilMs > nowMs);
  const given = REACTIONS.flatMap((reaction) => ({ reaction, n: applause[reaction] ?? 0 })).filter(({ n }) => n > 0);
  // of one kind alone some, of several kinds one each
  const atOnce = Math.max(1, 4 - given.length);
  let id = signs.reduce((most, sign) => Math.max(most, sign.id), 0);
  const fresh = given.flatMap(({ reaction, n }) => {
    const count = Math.min(n, atOnce);
    return Array.from({ length: count }, (_, i) => {
      id++;
      return {
        ...{ id, reaction, n: Math.floor(n / count) + Number(i < n % count) },
        ...{ at: ((id * STEP) % PLACES) / (PLACES - 1), untilMs: nowMs + SIGN_MS },
      };
    });
  });
  return [...living, ...fresh].slice(-SIGNS_MOST);
}

export interface Sums {
  counts: Applause;
  untilMs: number;
}

/** The same in numbers: they grow as long as it goes on. */
export function addSums({ counts, untilMs }: Sums, applause: Applause, nowMs: number): Sums {
  const next: Applause = untilMs > nowMs ? { ...counts } : {};
  for (const reaction of REACTIONS) {
    const n = (next[reaction] ?? 0) + (applause[reaction] ?? 0);
    if (n > 0) next[reaction] = n;
  }
  return { counts: next, untilMs: nowMs + SUMS_MS };
}
