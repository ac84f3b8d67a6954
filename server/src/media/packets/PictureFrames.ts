// Makes whole VP8 pictures of the packets of one stream (RFC 7741): in order, and after a loss nothing until the next keyframe.
import { payloadStart, sequenceDiff, sequenceOf } from './rtp.ts';

/** So many packets are waited for one that is missing: it may still be sent again. */
const WINDOW = 60;
/** Farther off than this it is another beginning: whoever sends it was not let through for a while. */
const FAR = 500;
/** No picture is larger; whoever sends one that does not end is not waited for. */
const MOST_BYTES = 2_000_000;

export interface PictureFrame {
  isKey: boolean;
  /** Of its first packet. */
  moment: number;
  bytes: Buffer;
}

interface Kept {
  payload: Buffer;
  isStart: boolean;
  isKey: boolean;
  isLast: boolean;
  moment: number;
}

/** Where the picture begins behind its descriptor, and whether one begins here. */
export function readDescriptor(packet: Buffer, at: number): { at: number; isStart: boolean } {
  const first = packet[at] ?? 0;
  let next = at + 1;
  if (first & 0x80) {
    const more = packet[next++] ?? 0;
    if (more & 0x80) next += (packet[next] ?? 0) & 0x80 ? 2 : 1;
    if (more & 0x40) next++;
    if (more & 0x30) next++;
  }
  return { at: next, isStart: (first & 0x10) !== 0 && (first & 0x0f) === 0 };
}

export class PictureFrames {
  readonly #kept = new Map<number, Kept>();
  /** The packet to go on with; undefined: the next keyframe. */
  #next: number | undefined;
  #parts: Kept[] = [];
  #bytes = 0;

  /** Nothing can be made before a keyframe comes. */
  get needsKeyframe(): boolean {
    return this.#next === undefined;
  }

  /** `packet` without extensions; it is copied. @returns pictures that are whole now */
  take(packet: Buffer, moment: number): PictureFrame[] {
    const sequence = sequenceOf(packet);
    const start = payloadStart(packet);
    // padding to measure the line with is a number, but no picture
    const isEmpty = packet.length <= start;
    const { at, isStart } = isEmpty ? { at: start, isStart: false } : readDescriptor(packet, start);
    const isKey = isStart && at < packet.length && ((packet[at] ?? 1) & 1) === 0;
    if (this.#next !== undefined && Math.abs(sequenceDiff(sequence, this.#next)) > FAR) this.#begin(undefined);
    if (this.#next === undefined) {
      if (!isKey) return [];
      this.#begin(sequence);
    }
    if (sequenceDiff(sequence, this.#next ?? sequence) < 0) return [];
    const isLast = !isEmpty && ((packet[1] ?? 0) & 0x80) !== 0;
    this.#kept.set(sequence, { payload: Buffer.from(packet.subarray(at)), isStart, isKey, isLast, moment });
    return this.#drain();
  }

  #begin(next: number | undefined): void {
    this.#kept.clear();
    this.#parts = [];
    this.#next = next;
  }

  #drain(): PictureFrame[] {
    const whole: PictureFrame[] = [];
    while (this.#next !== undefined) {
      const kept = this.#kept.get(this.#next);
      if (!kept) {
        if (this.#kept.size <= WINDOW || !this.#skip(this.#next)) return whole;
        continue;
      }
      this.#kept.delete(this.#next);
      this.#next = (this.#next + 1) & 0xffff;
      if (kept.isStart) {
        this.#parts = [];
        this.#bytes = 0;
      }
      if (kept.payload.length === 0 || (!kept.isStart && this.#parts.length === 0)) continue;
      this.#parts.push(kept);
      this.#bytes += kept.payload.length;
      if (this.#bytes > MOST_BYTES) {
        this.#begin(undefined);
        return whole;
      }
      if (!kept.isLast) continue;
      const [first] = this.#parts;
      if (first) whole.push({ isKey: first.isKey, moment: first.moment, bytes: Buffer.concat(this.#parts.map(({ payload }) => payload)) });
      this.#parts = [];
    }
    return whole;
  }

  /** Over what is lost: to a keyframe that is here already, else to the next that comes. @returns whether there is one */
  #skip(missing: number): boolean {
    this.#parts = [];
    const ahead = (sequence: number): number => sequenceDiff(sequence, missing);
    const keys = [...this.#kept].filter(([, { isKey }]) => isKey).map(([sequence]) => sequence);
    this.#next = keys.toSorted((a, b) => ahead(a) - ahead(b))[0];
    for (const sequence of this.#kept.keys())
      if (this.#next === undefined || sequenceDiff(sequence, this.#next) < 0) this.#kept.delete(sequence);
    return this.#next !== undefined;
  }
}
