// Tells at which moment something was said or seen, from its RTP timestamp: what keeps the lips of one person in step with their voice.
import { timestampDiff } from './rtp.ts';

/** A person's clock that is farther off than before was set, or the machine slept. */
const JUMP_MS = 500;

/** How a person's own clock differs from ours; one for all their tracks, so that an error of it shifts sound and picture alike. */
export class PersonClock {
  #offsetMs: number | undefined;

  /** @param theirsMs what their clock said in a report that came now, `oursMs` */
  heard(theirsMs: number, oursMs: number): void {
    const offsetMs = oursMs - theirsMs;
    if (this.#offsetMs === undefined || Math.abs(offsetMs - this.#offsetMs) > JUMP_MS) this.#offsetMs = offsetMs;
  }

  toOurs(theirsMs: number): number | undefined {
    return this.#offsetMs === undefined ? undefined : theirsMs + this.#offsetMs;
  }
}

export class StreamClock {
  readonly #person: PersonClock;
  readonly #perMs: number;
  #reported: { ntpMs: number; timestamp: number } | undefined;

  /** @param perMs RTP ticks a millisecond */
  constructor(person: PersonClock, perMs: number) {
    this.#person = person;
    this.#perMs = perMs;
  }

  reported(ntpMs: number, timestamp: number, oursMs: number): void {
    this.#person.heard(ntpMs, oursMs);
    this.#reported = { ntpMs, timestamp };
  }

  /** Milliseconds since 1900 by our clock; undefined before the first report. */
  momentOf(timestamp: number): number | undefined {
    if (!this.#reported) return undefined;
    return this.#person.toOurs(this.#reported.ntpMs + timestampDiff(timestamp, this.#reported.timestamp) / this.#perMs);
  }
}
