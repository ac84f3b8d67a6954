// How often one address may guess what opens a door: one try after the other, and after too many wrong ones none for a while.
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Wrong ones are forgotten after this. */
const WINDOW_S = 600;
/** Tries of one address that wait for their turn; each takes the processor for a moment. */
const MOST_WAITING = 200;
const WAIT_S = 5;

/** `retryAfterS`: not even looked at; when it will be. */
export type Guessed = 'right' | 'wrong' | { retryAfterS: number };

export interface Guesses {
  /** @param address addressKey of rateLimits.ts */
  attempt(address: string, isRight: () => Promise<boolean>): Promise<Guessed>;
}

/** @param tries wrong ones of one address within ten minutes */
export function createGuesses(keyPrefix: string, tries: number): Guesses {
  const wrong = new RateLimiterMemory({ keyPrefix, points: tries, duration: WINDOW_S });
  const lines = new Map<string, { waiting: number; last: Promise<unknown> }>();

  async function tryNow(address: string, isRight: () => Promise<boolean>): Promise<Guessed> {
    const spent = await wrong.get(address);
    if (spent && spent.consumedPoints >= tries) return { retryAfterS: Math.max(1, Math.ceil(spent.msBeforeNext / 1000)) };
    if (await isRight()) return 'right';
    await wrong.consume(address);
    return 'wrong';
  }

  return {
    async attempt(address, isRight) {
      const line = lines.get(address) ?? { waiting: 0, last: Promise.resolve() };
      if (line.waiting >= MOST_WAITING) return { retryAfterS: WAIT_S };
      lines.set(address, line);
      line.waiting++;
      // all at once they would all be looked at before the first is counted
      const mine = line.last.then(() => tryNow(address, isRight));
      line.last = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        if (--line.waiting === 0) lines.delete(address);
      }
    },
  };
}
