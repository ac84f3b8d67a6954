// One m-line of somebody who receives: what plays in it may change at any keyframe, without negotiating anew.

import { Rewriter } from '../packets/Rewriter.ts';
import { writeSenderReport } from '../packets/rtcp.ts';
import type { Medium } from '../packets/sdp.ts';
import { RATE, type Stream } from './Stream.ts';

export interface Forwarded {
  /** Without extensions; its header is changed in place. */
  packet: Buffer;
  /** As they came. */
  sequence: number;
  timestamp: number;
  /** A decoder can begin here. */
  mayBegin: boolean;
  /** When it was taken, milliseconds since 1900. */
  moment: number | undefined;
}

export class Slot {
  readonly medium: Medium;
  readonly ssrc: number;
  /** Since the last look. */
  bytes = 0;
  readonly #send: (packet: Buffer) => void;
  readonly #rewriter: Rewriter;
  #playing: Stream | undefined;
  #wanted: Stream | undefined;
  #packetsInAll = 0;
  #bytesInAll = 0;

  /** @param chance 0 to 1, for the first numbers */
  constructor(medium: Medium, ssrc: number, chance: number, send: (packet: Buffer) => void) {
    this.medium = medium;
    this.ssrc = ssrc;
    this.#send = send;
    // far from the wrap, which SRTP dislikes at the start
    this.#rewriter = new Rewriter(RATE[medium], Math.floor(chance * 0x3fff), Math.floor(chance * 2 ** 31));
  }

  get playing(): Stream | undefined {
    return this.#playing;
  }

  /** Undefined: nothing from now on. Else the present stream goes on until the wanted one can begin. */
  want(stream: Stream | undefined, nowMs: number): void {
    const before = this.#wanted;
    if (before === stream) return;
    this.#wanted = stream;
    if (before && before !== this.#playing) before.slots.delete(this);
    if (!stream) return this.stop();
    stream.slots.add(this);
    if (stream !== this.#playing) stream.requestKeyframe(nowMs);
  }

  /** What plays stops at once; what is wanted may begin again. */
  stop(): void {
    if (this.#playing && this.#playing !== this.#wanted) this.#playing.slots.delete(this);
    this.#playing = undefined;
  }

  /** The stream is over. */
  forget(stream: Stream): void {
    stream.slots.delete(this);
    if (this.#wanted === stream) this.#wanted = undefined;
    if (this.#playing === stream) this.#playing = undefined;
  }

  isWaitingFor(stream: Stream): boolean {
    return this.#wanted === stream && this.#playing !== stream;
  }

  /** @returns whether it was sent */
  forward(stream: Stream, { packet, sequence, timestamp, mayBegin, moment }: Forwarded, nowMs: number): boolean {
    const rewriter = this.#rewriter;
    if (stream !== this.#playing) {
      if (stream !== this.#wanted || !mayBegin) return false;
      this.#playing?.slots.delete(this);
      this.#playing = stream;
      rewriter.switchTo(sequence, timestamp, nowMs, moment);
    }
    if (!rewriter.belongs(sequence)) return false;
    const sequenceOut = rewriter.sequence(sequence);
    const timestampOut = rewriter.timestamp(timestamp);
    rewriter.sent(sequenceOut, timestampOut, nowMs, moment);
    this.#packetsInAll++;
    this.#bytesInAll += packet.length;
    this.bytes += packet.length;
    this.#write(packet, sequenceOut, timestampOut);
    return true;
  }

  /** Somebody missed it. @returns whether it was still there */
  resend(sequenceOut: number): boolean {
    const sequence = this.#rewriter.sequenceBefore(sequenceOut);
    const kept = sequence === undefined ? undefined : this.#playing?.recent.find(sequence);
    if (!kept) return false;
    this.bytes += kept.packet.length;
    this.#write(kept.packet, sequenceOut, this.#rewriter.timestamp(kept.timestamp));
    return true;
  }

  /** Once a second: says when what plays now was taken, so that sound and picture of one person can be kept in step. */
  report(nowMs: number): void {
    const now = this.#playing && this.#rewriter.now(nowMs);
    if (!now) return;
    const { ssrc } = this;
    this.#send(
      writeSenderReport({ ssrc, ntpMs: now.moment, timestamp: now.timestamp, packets: this.#packetsInAll, bytes: this.#bytesInAll }),
    );
  }

  #write(packet: Buffer, sequence: number, timestamp: number): void {
    packet.writeUInt16BE(sequence, 2);
    packet.writeUInt32BE(timestamp, 4);
    packet.writeUInt32BE(this.ssrc, 8);
    this.#send(packet);
  }
}
