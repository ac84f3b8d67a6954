// Makes one continuous stream out of several: sequence numbers without gaps and timestamps that go on, whatever is switched in.
import { sequenceDiff } from './rtp.ts';

/** A packet this far back belongs to before the switch. */
const LATE = 2000;
/** Between the last packet of one source and the first of the next, by their own clocks; anything else is a broken clock. */
const LONGEST_PAUSE_MS = 10_000;

export class Rewriter {
  readonly #perMs: number;
  #sequenceBy = 0;
  #timestampBy = 0;
  /** First of the present source, as it came and as it went out. */
  #firstIn = 0;
  #firstOut = 0;
  #isBegun = false;
  #lastSequence: number;
  #lastTimestamp: number;
  #lastMs = 0;
  #lastMoment: number | undefined;

  /** Begins at given numbers, chosen by chance. `perMs`: RTP ticks a millisecond. */
  constructor(perMs: number, sequence: number, timestamp: number) {
    this.#perMs = perMs;
    this.#lastSequence = (sequence - 1) & 0xffff;
    this.#lastTimestamp = timestamp >>> 0;
  }

  /** Another source goes on from here. `moment`: when its first packet was taken, by a clock common to all; undefined when not known yet. */
  switchTo(sequence: number, timestamp: number, nowMs: number, moment: number | undefined): void {
    this.#sequenceBy = (this.#lastSequence + 1 - sequence) & 0xffff;
    const pauseMs = this.#isBegun ? this.#pauseMs(nowMs, moment) : 0;
    this.#timestampBy = (this.#lastTimestamp + Math.max(1, Math.round(pauseMs * this.#perMs)) - timestamp) >>> 0;
    this.#firstIn = sequence;
    this.#firstOut = (this.#lastSequence + 1) & 0xffff;
    this.#isBegun = true;
  }

  #pauseMs(nowMs: number, moment: number | undefined): number {
    const byArrival = nowMs - this.#lastMs;
    const byClock = moment === undefined || this.#lastMoment === undefined ? byArrival : moment - this.#lastMoment;
    return byClock > 0 && Math.abs(byClock - byArrival) < LONGEST_PAUSE_MS ? byClock : byArrival;
  }

  /** May a packet of the present source go out? Not when it is a late one from before the switch. */
  belongs(sequence: number): boolean {
    const since = sequenceDiff(sequence, this.#firstIn);
    return since >= 0 || since < -LATE;
  }

  sequence(sequence: number): number {
    return (sequence + this.#sequenceBy) & 0xffff;
  }

  timestamp(timestamp: number): number {
    return (timestamp + this.#timestampBy) >>> 0;
  }

  /** Notes what went out, both numbers as they went. */
  sent(sequence: number, timestamp: number, nowMs: number, moment: number | undefined): void {
    if (sequenceDiff(sequence, this.#lastSequence) <= 0) return;
    this.#lastSequence = sequence;
    this.#lastTimestamp = timestamp;
    this.#lastMs = nowMs;
    this.#lastMoment = moment;
  }

  /** The sequence number as it came, of one that went out; undefined when it was of an earlier source. */
  sequenceBefore(sequence: number): number | undefined {
    const age = sequenceDiff(sequence, this.#firstOut);
    return !this.#isBegun || (age < 0 && age > -LATE) ? undefined : (sequence - this.#sequenceBy) & 0xffff;
  }

  /** The timestamp that a packet taken now would have, and that moment; undefined while the source's clock is not known. */
  now(nowMs: number): { timestamp: number; moment: number } | undefined {
    if (this.#lastMoment === undefined) return undefined;
    const sinceMs = nowMs - this.#lastMs;
    return { timestamp: (this.#lastTimestamp + Math.round(sinceMs * this.#perMs)) >>> 0, moment: this.#lastMoment + sinceMs };
  }
}
