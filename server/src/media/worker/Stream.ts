// One incoming RTP stream: a microphone, a screen, or one simulcast layer of a camera. Hands its packets to whoever plays it.
import { Jitter } from '../packets/Jitter.ts';
import { Losses } from '../packets/Losses.ts';
import { Recent } from '../packets/Recent.ts';
import { type ReceptionReport, writeNack, writePli } from '../packets/rtcp.ts';
import { beginsVp8Keyframe, payloadStart, sequenceOf, timestampOf } from '../packets/rtp.ts';
import { type PersonClock, StreamClock } from '../packets/SenderClock.ts';
import type { Medium } from '../packets/sdp.ts';
import type { Slot } from './Slot.ts';

/** Keyframes are large: everybody who needs one within this time gets the same. */
const KEYFRAME_EVERY_MS = 400;
/** RTP ticks a millisecond. */
export const RATE: Record<Medium, number> = { audio: 48, video: 90 };

export class Stream {
  readonly medium: Medium;
  readonly ssrc: number;
  /** Simulcast: `h`, `m` or `l`. */
  readonly rid: string | undefined;
  readonly clock: StreamClock;
  readonly recent = new Recent();
  readonly losses = new Losses();
  readonly jitter: Jitter;
  /** Playing it, or waiting for its next keyframe. */
  readonly slots = new Set<Slot>();
  bitsPerS = 0;
  /** Takes each packet before it is changed, for another worker; undefined while none wants it. */
  tap: ((packet: Buffer, moment: number | undefined) => void) | undefined;
  /** The same for a recording. */
  tape: ((packet: Buffer, moment: number | undefined) => void) | undefined;
  /** When the last packet came. */
  lastMs = 0;
  readonly #send: (packet: Buffer) => void;
  #keyframeMs = Number.NEGATIVE_INFINITY;
  /** Asked for too soon. */
  #owesKeyframe = false;
  #bytes = 0;
  /** Middle of the NTP time of the last sender report, and when it came. */
  #report = { middle: 0, atMs: 0 };

  /** @param send to whoever publishes it */
  constructor(medium: Medium, ssrc: number, rid: string | undefined, person: PersonClock, send: (packet: Buffer) => void) {
    this.medium = medium;
    this.ssrc = ssrc;
    this.rid = rid;
    this.clock = new StreamClock(person, RATE[medium]);
    this.jitter = new Jitter(RATE[medium]);
    this.#send = send;
  }

  /** Of every packet, whether it may be forwarded or not. */
  arrived(sequence: number, timestamp: number, bytes: number, nowMs: number): void {
    this.losses.arrived(sequence);
    this.jitter.arrived(timestamp, nowMs);
    this.lastMs = nowMs;
    this.#bytes += bytes;
  }

  /** `packet` without extensions. @param moment when it was taken, where that is known better than here @returns how many it went to */
  forward(packet: Buffer, nowMs: number, moment = this.clock.momentOf(timestampOf(packet))): number {
    this.tap?.(packet, moment);
    this.tape?.(packet, moment);
    const payload = payloadStart(packet);
    const mayBegin = this.medium === 'audio' || (packet.length > payload && beginsVp8Keyframe(packet, payload));
    if (mayBegin) this.#owesKeyframe = false;
    if (this.slots.size === 0) return 0;
    const sequence = sequenceOf(packet);
    const timestamp = timestampOf(packet);
    this.recent.keep(packet, sequence, timestamp);
    const forwarded = { packet, sequence, timestamp, mayBegin, moment };
    let sent = 0;
    for (const slot of this.slots) if (slot.forward(this, forwarded, nowMs)) sent++;
    return sent;
  }

  /** K71: at once, or as soon as it may be: whoever is refused would ask again late, browsers and other workers in their own time. */
  requestKeyframe(nowMs: number): void {
    if (this.medium === 'audio') return;
    this.#owesKeyframe = nowMs - this.#keyframeMs < KEYFRAME_EVERY_MS;
    if (this.#owesKeyframe) return;
    this.#keyframeMs = nowMs;
    this.#send(writePli(this.ssrc));
  }

  /** Asks again for what is missing, and for keyframes that somebody waits for. */
  care(nowMs: number): void {
    if (this.medium === 'audio' || (this.slots.size === 0 && !this.tap && !this.tape)) return;
    const missing = this.losses.ask(nowMs);
    if (missing.length > 0) this.#send(writeNack(this.ssrc, missing));
    if (this.#owesKeyframe) this.requestKeyframe(nowMs);
    for (const slot of this.slots)
      if (slot.isWaitingFor(this)) {
        this.requestKeyframe(nowMs);
        return;
      }
  }

  reported(ntpMs: number, timestamp: number, oursMs: number, nowMs: number): void {
    this.clock.reported(ntpMs, timestamp, oursMs);
    this.#report = { middle: Math.floor((ntpMs / 1000) * 65_536) % 2 ** 32, atMs: nowMs };
  }

  /** Once a second. */
  report(nowMs: number): ReceptionReport | undefined {
    this.bitsPerS = this.#bytes * 8;
    this.#bytes = 0;
    const losses = this.losses.report(this.ssrc);
    const { middle, atMs } = this.#report;
    return losses && { ...losses, lastReport: middle, sinceLastReport: middle === 0 ? 0 : Math.round((nowMs - atMs) * 65.536) };
  }

  end(): void {
    for (const slot of [...this.slots]) slot.forget(this);
  }
}
