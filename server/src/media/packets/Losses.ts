// What is missing of one incoming stream, when to ask for it again, and what to report of it.
import type { ReceptionReport } from './rtcp.ts';
import { sequenceDiff } from './rtp.ts';

/** A larger jump is another beginning, not a loss. */
const LARGEST_GAP = 200;
const ASK_AGAIN_MS = 40;
const MOST_ASKS = 5;
const MOST_AT_ONCE = 32;
/** Older than the sender keeps. */
const TOO_OLD = 500;

export class Losses {
  #first = -1;
  #highest = -1;
  #cycles = 0;
  #received = 0;
  #expectedBefore = 0;
  #receivedBefore = 0;
  /** Since the last look: new numbers, and those of them that did not come by themselves. */
  #passed = 0;
  #gaps = 0;
  readonly #missing = new Map<number, { askedMs: number; asks: number }>();

  arrived(sequence: number): void {
    this.#received++;
    if (this.#highest < 0) {
      this.#first = sequence;
      this.#highest = sequence;
      return;
    }
    const ahead = sequenceDiff(sequence, this.#highest);
    if (ahead <= 0) {
      // overtaken on the way, not lost
      if (this.#missing.get(sequence)?.asks === 0) this.#gaps--;
      this.#missing.delete(sequence);
      return;
    }
    this.#passed++;
    if (ahead > LARGEST_GAP) {
      this.#missing.clear();
      // as if begun anew: what was not sent is not lost
      this.#received += ahead - 1;
    } else {
      for (let n = 1; n < ahead; n++) this.#missing.set((this.#highest + n) & 0xffff, { askedMs: 0, asks: 0 });
      this.#gaps += ahead - 1;
      this.#passed += ahead - 1;
    }
    if (sequence < this.#highest) this.#cycles++;
    this.#highest = sequence;
  }

  /** Share of packets that the network lost since the last look, whether they came again or not. */
  lostShare(): number {
    const share = this.#passed > 0 ? Math.max(0, this.#gaps) / this.#passed : 0;
    this.#passed = 0;
    this.#gaps = 0;
    return share;
  }

  /** Sequence numbers to ask for now. */
  ask(nowMs: number): number[] {
    const asked: number[] = [];
    for (const [sequence, missing] of this.#missing) {
      if (missing.asks >= MOST_ASKS || sequenceDiff(this.#highest, sequence) > TOO_OLD) this.#missing.delete(sequence);
      else if (nowMs - missing.askedMs >= ASK_AGAIN_MS && asked.length < MOST_AT_ONCE) {
        missing.askedMs = nowMs;
        missing.asks++;
        asked.push(sequence);
      }
    }
    return asked;
  }

  /** Since the last report; undefined before anything came. */
  report(ssrc: number): Omit<ReceptionReport, 'lastReport' | 'sinceLastReport'> | undefined {
    if (this.#highest < 0) return undefined;
    // of sound nothing is asked for
    for (const sequence of this.#missing.keys()) if (sequenceDiff(this.#highest, sequence) > TOO_OLD) this.#missing.delete(sequence);
    const highestSequence = this.#cycles * 65_536 + this.#highest;
    const expected = highestSequence - this.#first + 1;
    const expectedNow = expected - this.#expectedBefore;
    const lostNow = Math.max(0, expectedNow - (this.#received - this.#receivedBefore));
    this.#expectedBefore = expected;
    this.#receivedBefore = this.#received;
    return {
      ...{ ssrc, highestSequence, jitter: 0 },
      lossShare: expectedNow > 0 ? lostNow / expectedNow : 0,
      lostInAll: Math.max(0, expected - this.#received),
    };
  }
}
