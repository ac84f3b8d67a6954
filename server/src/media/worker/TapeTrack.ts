// Tapes one published track as it comes, nothing transcoded: pictures in the largest layer that flows, changed at its keyframes; sound packet by packet.
import { type PictureFrame, PictureFrames } from '../packets/PictureFrames.ts';
import { payloadStart, sequenceDiff, sequenceOf } from '../packets/rtp.ts';
import { END, HEAD, KEYFRAME, recordHead, writeHead } from '../tapeFormat.ts';
import type { PublishedTrack } from './PublishedTrack.ts';
import type { Stream } from './Stream.ts';
import type { TapeAppender } from './TapeAppender.ts';

/** By how large they are. */
const LAYERS = ['l', 'm', 'h'];
/** Every so often one can begin to watch. */
const SEEK_POINT_MS = 5000;
/** A sender whose clock says something else than that it was just now is not believed. */
const MOST_OFF_MS = 10_000;
const LATE = 1000;

export interface TapeTrackParts {
  track: PublishedTrack;
  file: TapeAppender;
  /** Milliseconds since 1900 by our clock: now, and when the recording began. */
  ntpMs(): number;
  beganNtpMs: number;
}

interface Taken {
  stream: Stream;
  frames: PictureFrames;
}

export class TapeTrack {
  readonly track: PublishedTrack;
  readonly #parts: TapeTrackParts;
  #current: Taken | undefined;
  /** Larger, or instead of one that stopped: taken from its first keyframe on. */
  #next: Taken | undefined;
  #lastMs = 0;
  #lastSequence: number | undefined;
  #keyframeMs = Number.NEGATIVE_INFINITY;

  constructor(parts: TapeTrackParts) {
    this.#parts = parts;
    this.track = parts.track;
    const { personId, as } = parts.track;
    this.#lastMs = Math.max(0, Math.round(parts.ntpMs() - parts.beganNtpMs));
    this.#write(this.#lastMs, HEAD, writeHead({ personId, as }));
  }

  /** Twice a second: layers begin and stop. */
  choose(nowMs: number): void {
    const best = this.#best();
    if (!best || best === (this.#next ?? this.#current)?.stream) return;
    if (this.#next) this.#leave(this.#next.stream);
    this.#next = undefined;
    if (best === this.#current?.stream) return;
    const taken = { stream: best, frames: new PictureFrames() };
    if (this.#current) this.#next = taken;
    else this.#current = taken;
    best.tape = (packet, moment) => this.#take(taken, packet, moment);
    best.requestKeyframe(nowMs);
  }

  /** Every 20 ms. @param isShown of pictures: they are what a recording shows now */
  care(nowMs: number, isShown: boolean): void {
    if (this.track.medium === 'audio' || !this.track.isAllowed) return;
    for (const taken of [this.#current, this.#next]) if (taken?.frames.needsKeyframe) taken.stream.requestKeyframe(nowMs);
    if (isShown && nowMs - this.#keyframeMs > SEEK_POINT_MS) this.wantKeyframe(nowMs);
  }

  /** It is shown from now on. */
  wantKeyframe(nowMs: number): void {
    this.#keyframeMs = nowMs;
    (this.#next ?? this.#current)?.stream.requestKeyframe(nowMs);
  }

  /** @returns when it is written */
  async end(): Promise<void> {
    for (const taken of [this.#current, this.#next]) if (taken) this.#leave(taken.stream);
    this.#write(Math.max(this.#lastMs, Math.round(this.#parts.ntpMs() - this.#parts.beganNtpMs)), END, Buffer.alloc(0));
    await this.#parts.file.end();
  }

  #best(): Stream | undefined {
    if (this.track.medium === 'audio') return this.track.streams[0];
    const rank = ({ rid }: Stream): number => LAYERS.indexOf(rid ?? 'h');
    return this.track.flowing().toSorted((a, b) => rank(b) - rank(a))[0];
  }

  #leave(stream: Stream): void {
    stream.tape = undefined;
  }

  #take(taken: Taken, packet: Buffer, moment: number | undefined): void {
    const nowNtpMs = this.#parts.ntpMs();
    const taken_ = moment !== undefined && Math.abs(moment - nowNtpMs) < MOST_OFF_MS ? moment : nowNtpMs;
    if (this.track.medium === 'audio') return this.#takeSound(packet, taken_);
    for (const frame of taken.frames.take(packet, taken_)) this.#takeFrame(taken, frame);
  }

  #takeFrame(taken: Taken, { isKey, moment, bytes }: PictureFrame): void {
    if (taken === this.#next) {
      if (this.#current) this.#leave(this.#current.stream);
      this.#current = taken;
      this.#next = undefined;
    }
    if (taken !== this.#current) return;
    if (isKey) this.#keyframeMs = Math.max(this.#keyframeMs, taken.stream.lastMs);
    this.#write(this.#msOf(moment), isKey ? KEYFRAME : 0, bytes);
  }

  /** Of a voice that was overtaken on the way 20 ms are missing: nobody hears that. */
  #takeSound(packet: Buffer, moment: number): void {
    const sequence = sequenceOf(packet);
    const ahead = this.#lastSequence === undefined ? 1 : sequenceDiff(sequence, this.#lastSequence);
    if (ahead <= 0 && ahead > -LATE) return;
    this.#lastSequence = sequence;
    const payload = packet.subarray(payloadStart(packet));
    if (payload.length > 0) this.#write(this.#msOf(moment), KEYFRAME, Buffer.from(payload));
  }

  #msOf(moment: number): number {
    return Math.max(0, Math.round(moment - this.#parts.beganNtpMs));
  }

  /** Times never go back in a file. */
  #write(ms: number, flags: number, payload: Buffer): void {
    this.#lastMs = Math.max(this.#lastMs, ms);
    this.#parts.file.add(recordHead(payload.length, this.#lastMs, flags), payload);
  }
}
