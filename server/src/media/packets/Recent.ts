// The last packets of one stream, for whoever missed one: shared by all who receive it.

/** 1.5 s of a stream at 5 Mbit/s; a power of two. */
const KEPT = 1024;

export class Recent {
  readonly #sequences = new Int32Array(KEPT).fill(-1);
  readonly #timestamps = new Float64Array(KEPT);
  readonly #packets: Buffer[] = [];

  /** The header of `packet` may be changed later, so its sequence and timestamp as they came are kept beside it. */
  keep(packet: Buffer, sequence: number, timestamp: number): void {
    const at = sequence & (KEPT - 1);
    this.#sequences[at] = sequence;
    this.#timestamps[at] = timestamp;
    this.#packets[at] = packet;
  }

  find(sequence: number): { packet: Buffer; timestamp: number } | undefined {
    const at = sequence & (KEPT - 1);
    const packet = this.#packets[at];
    return packet && this.#sequences[at] === sequence ? { packet, timestamp: this.#timestamps[at] ?? 0 } : undefined;
  }

  clear(): void {
    this.#sequences.fill(-1);
  }
}
