// How a connection behaves: messages a second and bad messages; says when to drop one and when to close.
import { tuning } from '@comptoir/shared/tuning';

export type Verdict = 'ok' | 'drop' | 'close';

export class Conduct {
  #tokens: number = tuning.messagesPerS;
  #refilledMs = 0;
  #bad: number[] = [];

  /** A message arrived: may it be looked at? P3: more than `messagesPerS` (with one second of burst) are dropped and count as bad. */
  arrived(nowMs: number): Verdict {
    this.#tokens = Math.min(tuning.messagesPerS, this.#tokens + ((nowMs - this.#refilledMs) / 1000) * tuning.messagesPerS);
    this.#refilledMs = nowMs;
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      return 'ok';
    }
    return this.misbehaved(nowMs) === 'close' ? 'close' : 'drop';
  }

  /** P4: `badMessages` of them within `badWindowMs` close the connection. */
  misbehaved(nowMs: number): Verdict {
    this.#bad = this.#bad.filter((atMs) => nowMs - atMs < tuning.badWindowMs);
    this.#bad.push(nowMs);
    return this.#bad.length >= tuning.badMessages ? 'close' : 'drop';
  }
}
