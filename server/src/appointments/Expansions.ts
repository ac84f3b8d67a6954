// The next occurrences of each meeting, reckoned once and not at every question: a change of one costs one.
import type { Appointment, Occurrence } from './Appointment.ts';
import { occurrencesOf } from './occurrences.ts';

/** Enough for every question; when fewer are left it is reckoned anew. */
const KEPT = 40;
/** No question asks for more of one meeting. */
export const EXPANSION_MOST = 20;

export class Expansions {
  /** A changed meeting is another object. */
  readonly #known = new WeakMap<Appointment, readonly Occurrence[]>();

  /** The next `EXPANSION_MOST` and perhaps more that are not over, soonest first. Time does not go back. */
  of(appointment: Appointment, nowMs: number): readonly Occurrence[] {
    const known = this.#known.get(appointment);
    const left = known?.filter(({ endMs }) => endMs > nowMs);
    if (known && left && (left.length >= EXPANSION_MOST || known.length < KEPT)) return left;
    const fresh = occurrencesOf(appointment, { fromMs: nowMs, most: KEPT });
    this.#known.set(appointment, fresh);
    return fresh;
  }
}
