// The day of an office: how many cups it has had, when a new one begins, and when it is Thursday evening.
import type { OfficeState } from '@comptoir/shared/protocol/state';
import { dayOf, isAperoHour } from '../office/things.ts';
import type { OfficeParts } from './OfficeParts.ts';

interface Forgetful {
  forgetOld(): void;
}

export class OfficeDay {
  readonly #parts: Pick<OfficeParts, 'memory' | 'timezone'>;
  readonly #state: OfficeState;
  readonly #forgetful: readonly Forgetful[];
  #day = '';

  /** @param forgetful what deletes what is too old, when a new day begins */
  constructor(parts: Pick<OfficeParts, 'memory' | 'timezone'>, state: OfficeState, forgetful: readonly Forgetful[]) {
    this.#parts = parts;
    this.#state = state;
    this.#forgetful = forgetful;
  }

  /** To be called once a second. */
  async turn(): Promise<void> {
    const nowMs = Date.now();
    this.#state.apero = isAperoHour(nowMs, this.#parts.timezone);
    const day = dayOf(nowMs, this.#parts.timezone);
    if (day === this.#day) return;
    this.#day = day;
    this.#state.cupsToday = 0;
    for (const one of this.#forgetful) one.forgetOld();
    const poured = await this.#parts.memory.cupsOf(day);
    // added: cups poured since the question are counted already
    this.#state.cupsToday += poured;
  }

  poured(): void {
    this.#state.cupsToday += 1;
    this.#parts.memory.addCup(this.#day);
  }
}
