// Looking after everybody in turns: a share of the people each tick, so that no tick pays for all.
import { tuning } from '@comptoir/shared/tuning';
import type { Occupant } from '../office/Office.ts';

/** With what the store waits, R9's second is kept. */
const ROUND_TICKS = 640 / tuning.tickMs;

export class Rounds {
  #round: Iterator<Occupant> = [].values();

  /** Those whose turn it is after `count` ticks; a round takes `ROUND_TICKS`. */
  *next(occupants: ReadonlyMap<string, Occupant>, count: number): Generator<Occupant> {
    for (let left = Math.ceil((occupants.size * count) / ROUND_TICKS); left > 0; left--) {
      const next = this.#round.next();
      if (next.done) {
        this.#round = occupants.values();
        return;
      }
      yield next.value;
    }
  }
}
