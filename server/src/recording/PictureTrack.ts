// All pictures that one person showed in one way: their camera may have been closed and opened, each time a tape.
import { KEYFRAME, type TapeRecord } from '../media/tapeFormat.ts';
import type { TapeFacts } from './readTapes.ts';
import { isMedia, TapeReader } from './TapeReader.ts';

export class PictureTrack {
  readonly #tapes: readonly TapeFacts[];
  #nextTape = 0;
  #reader: TapeReader | undefined;

  /** @param tapes in their order */
  constructor(tapes: readonly TapeFacts[]) {
    this.#tapes = tapes;
  }

  /** Was it on then? A screen on which nothing moves sends nothing either. */
  isOnAt(ms: number): boolean {
    return this.#tapes.some(({ fromMs, toMs }) => fromMs <= ms && ms <= toMs);
  }

  /** Until when the tape that is on then goes on; the moment itself when none is. */
  onUntil(ms: number): number {
    return Math.max(ms, ...this.#tapes.filter(({ fromMs, toMs }) => fromMs <= ms && ms <= toMs).map(({ toMs }) => toMs));
  }

  peek(): TapeRecord | undefined {
    for (;;) {
      const record = this.#reader?.peek();
      if (record && isMedia(record)) return record;
      if (record) this.#reader?.next();
      else if (!this.#open()) return undefined;
    }
  }

  next(): TapeRecord | undefined {
    const record = this.peek();
    this.#reader?.next();
    return record;
  }

  /** Passes over everything before the first picture from then on that needs none before it. */
  seek(fromMs: number): TapeRecord | undefined {
    for (let record = this.peek(); record; record = this.peek()) {
      if (record.ms >= fromMs && record.flags & KEYFRAME) return record;
      this.next();
    }
    return undefined;
  }

  close(): void {
    this.#reader?.close();
    this.#reader = undefined;
  }

  #open(): boolean {
    this.close();
    const tape = this.#tapes[this.#nextTape++];
    if (!tape) return false;
    this.#reader = TapeReader.open(tape.path);
    return this.#reader !== undefined || this.#open();
  }
}
