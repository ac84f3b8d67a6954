// How unevenly packets of one stream arrive, smoothed as RFC 3550 says; only by the first packet of each moment, since a picture takes several.
export class Jitter {
  readonly #perMs: number;
  #timestamp = -1;
  #atMs = 0;
  ms = 0;

  /** @param perMs RTP ticks a millisecond */
  constructor(perMs: number) {
    this.#perMs = perMs;
  }

  arrived(timestamp: number, nowMs: number): void {
    if (timestamp === this.#timestamp) return;
    const sinceMs = ((timestamp - this.#timestamp) | 0) / this.#perMs;
    // older ones were sent again; a long pause says nothing
    if (this.#timestamp >= 0 && sinceMs < 0) return;
    if (this.#timestamp >= 0 && sinceMs < 1000) this.ms += (Math.abs(nowMs - this.#atMs - sinceMs) - this.ms) / 16;
    this.#timestamp = timestamp;
    this.#atMs = nowMs;
  }
}
