// One microphone, or the sound of one screen, as samples on the clock of the recording.
import { createDecoder, type OpusDecoderHandle } from 'libopus-wasm';
import { FRAME, PER_MS } from './sound.ts';
import { isMedia, TapeReader } from './TapeReader.ts';

/** Packets say when they were taken to a few ms; within this they follow one another. */
const EVEN = 30 * PER_MS;
/** What is missing for no longer was lost on the way, and is made up for; what is longer was silence. */
const MOST_LOST = 120 * PER_MS;

export class Voice {
  readonly #reader: TapeReader;
  readonly #decoder: OpusDecoderHandle;
  readonly #channels: number;
  /** Decoded, not yet taken: where on the clock each begins, in samples. */
  #waiting: { at: number; samples: Float32Array }[] = [];
  /** Where the last one ends. */
  #end: number | undefined;

  private constructor(reader: TapeReader, decoder: OpusDecoderHandle) {
    this.#reader = reader;
    this.#decoder = decoder;
    this.#channels = decoder.channels;
  }

  static async open(path: string, channels: 1 | 2): Promise<Voice | undefined> {
    const reader = TapeReader.open(path);
    return reader && new Voice(reader, await createDecoder({ channels }));
  }

  /** Adds what is heard in the frame that begins at this sample. @returns whether there was anything */
  addTo(mix: Float32Array, from: number): boolean {
    const until = from + FRAME;
    // as far ahead as something may be missing: what makes up for it is there in time
    for (let record = this.#reader.peek(); record && record.ms * PER_MS < until + MOST_LOST; record = this.#reader.peek()) {
      this.#reader.next();
      if (isMedia(record)) this.#decode(record.payload, record.ms * PER_MS, from);
    }
    let isHeard = false;
    for (const { at, samples } of this.#waiting) {
      const first = Math.max(from, at);
      const last = Math.min(until, at + samples.length / this.#channels);
      for (let n = first * this.#channels; n < last * this.#channels; n++) {
        const into = n - from * this.#channels;
        mix[into] = (mix[into] ?? 0) + (samples[n - at * this.#channels] ?? 0);
      }
      isHeard ||= last > first;
    }
    this.#waiting = this.#waiting.filter(({ at, samples }) => at + samples.length / this.#channels > until);
    return isHeard;
  }

  /** Nothing more comes of it. */
  get isOver(): boolean {
    return this.#waiting.length === 0 && this.#reader.peek() === undefined;
  }

  close(): void {
    this.#reader.close();
    this.#decoder.free();
  }

  #decode(packet: Uint8Array, takenAt: number, from: number): void {
    const expected = this.#end ?? takenAt;
    const late = takenAt - expected;
    if (late > EVEN && late <= MOST_LOST) this.#conceal(expected, late);
    let samples: Float32Array;
    try {
      samples = this.#decoder.decodeFloat(packet).slice();
    } catch {
      // whoever sends what is no sound is not heard
      return;
    }
    // their clock runs slower than ours: what is too much is left out
    if (late < -EVEN) return;
    const at = Math.max(late > EVEN ? takenAt : expected, from);
    this.#waiting.push({ at, samples });
    this.#end = at + samples.length / this.#channels;
  }

  #conceal(at: number, length: number): void {
    for (let done = 0; done + FRAME <= length; done += FRAME)
      this.#waiting.push({ at: at + done, samples: this.#decoder.decodePacketLossFloat(FRAME).slice() });
  }
}
