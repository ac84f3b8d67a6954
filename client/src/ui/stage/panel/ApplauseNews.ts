// Applause in words, for those who do not see it: gathered, at most once every five seconds.
import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';

export const APPLAUSE_NEWS_EVERY_MS = 5000;

export type ReactionCount = { reaction: Reaction; n: number };

export class ApplauseNews {
  readonly #waiting = new Map<Reaction, number>();
  #toldMs = Number.NEGATIVE_INFINITY;

  came(applause: Partial<Record<Reaction, number>>): void {
    for (const reaction of REACTIONS) {
      const n = applause[reaction] ?? 0;
      if (n > 0) this.#waiting.set(reaction, (this.#waiting.get(reaction) ?? 0) + n);
    }
  }

  /** What to say now; undefined while there is nothing or the last news is too fresh. */
  take(nowMs: number): ReactionCount[] | undefined {
    if (this.#waiting.size === 0 || nowMs - this.#toldMs < APPLAUSE_NEWS_EVERY_MS) return undefined;
    this.#toldMs = nowMs;
    const told = REACTIONS.flatMap((reaction) => ({ reaction, n: this.#waiting.get(reaction) ?? 0 })).filter(({ n }) => n > 0);
    this.#waiting.clear();
    return told;
  }
}
