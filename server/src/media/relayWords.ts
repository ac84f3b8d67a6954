// What the workers of one call say to one another, by way of the server: what there is, who speaks, and packets in batches.
import type { TrackKind } from '@comptoir/shared/protocol/talk';

/** What the worker of the publishers knows, as the others need it. */
export interface RelayedTrack {
  personId: string;
  as: TrackKind;
  isAllowed: boolean;
  /** `id` of a stream means one thing for as long as the call is open. */
  streams: { id: number; rid: string | undefined; isFlowing: boolean }[];
}

/** K46: what an audience is shown. */
export interface StageSight {
  /** personIds. */
  active: string | undefined;
  presenter: string | undefined;
  /** Keys of tracks, most important first. */
  pictures: readonly string[];
}

/** From the worker of the publishers. */
export type HomeWord = { tracks: RelayedTrack[] } | { sight: StageSight } | { speaking: string[] } | { packets: Buffer };

/** From a worker of listeners: streams it has takers for · one of them waits for a keyframe · keys of tracks that are shown large. */
export type RelayWord = { takes: number[] } | { keyframe: number } | { large: string[] };

const HEADER_BYTES = 14;
const FULL_BYTES = 60_000;
/** Longer than any RTP packet. */
const ROOM_BYTES = 4096;

/** Packets on their way to another worker; one memory, written again and again. */
export class PacketBatch {
  readonly #memory = Buffer.allocUnsafeSlow(FULL_BYTES + ROOM_BYTES);
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  get isFull(): boolean {
    return this.#length >= FULL_BYTES;
  }

  /** @param moment milliseconds since 1900 */
  add(id: number, packet: Buffer, moment: number | undefined): void {
    if (packet.length + HEADER_BYTES > this.#memory.length - this.#length) return;
    this.#memory.writeUInt32LE(id, this.#length);
    this.#memory.writeUInt16LE(packet.length, this.#length + 4);
    this.#memory.writeDoubleLE(moment ?? Number.NaN, this.#length + 6);
    this.#length += HEADER_BYTES + packet.copy(this.#memory, this.#length + HEADER_BYTES);
  }

  /** To be used before the next packet is added. */
  take(): Buffer {
    const taken = this.#memory.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }
}

export function readBatch(batch: Buffer, each: (id: number, packet: Buffer, moment: number | undefined) => void): void {
  for (let at = 0; at + HEADER_BYTES <= batch.length; ) {
    const end = at + HEADER_BYTES + batch.readUInt16LE(at + 4);
    if (end > batch.length) return;
    const moment = batch.readDoubleLE(at + 6);
    each(batch.readUInt32LE(at), batch.subarray(at + HEADER_BYTES, end), Number.isNaN(moment) ? undefined : moment);
    at = end;
  }
}
