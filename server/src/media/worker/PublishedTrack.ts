// What somebody publishes: one track over a connection of its own. Nothing of it goes on while they may not, or say that they do not, send it.
import type { TrackKind } from '@comptoir/shared/protocol/talk';
import { readRtcp, writeBitrate, writeReceiverReport } from '../packets/rtcp.ts';
import {
  findExtension,
  isRtcp,
  isWellFormed,
  payloadTypeOf,
  sequenceOf,
  setPayloadType,
  ssrcOf,
  timestampOf,
  withoutExtensions,
} from '../packets/rtp.ts';
import type { PersonClock } from '../packets/SenderClock.ts';
import type { Medium, PublishOffer } from '../packets/sdp.ts';
import type { SeenOfLink } from './linkQuality.ts';
import { keyOf, type SourceTrack } from './SourceTrack.ts';
import { Stream } from './Stream.ts';

/** As the receiving connections were offered. */
export const PAYLOAD_TYPE: Record<Medium, number> = { audio: 111, video: 96 };
const LAYERS = ['l', 'm', 'h'];
/** All layers of a camera come together, however seldom its pictures are; one that is this much behind has been stopped. */
const BEHIND_MS = 700;
/** -dBov above which it is no speech (RFC 6464: 0 is loudest, 127 silence). */
const QUIETER_THAN_SPEECH = 52;
const BETWEEN_WORDS_MS = 300;
const ONE_PACKET_MS = 20;
/** What a publisher may send: all layers of a camera, or a screen that is read. */
const FULL_BITS_PER_S = 2_500_000;
/** Low and medium layer: as long as nobody shows them large. */
const SMALL_BITS_PER_S = 700_000;

export const mediumOf = (as: TrackKind): Medium => (as === 'camera' || as === 'screen' ? 'video' : 'audio');

export interface PublishedTrackParts {
  personId: string;
  as: TrackKind;
  offer: PublishOffer;
  clock: PersonClock;
  /** To the publisher. */
  send(packet: Buffer): void;
  counted: { in: number; out: number };
  /** They began to speak. */
  onVoice(nowMs: number): void;
  /** Another simulcast layer came. */
  onLayer(nowMs: number): void;
}

export class PublishedTrack implements SourceTrack {
  readonly key: string;
  readonly medium: Medium;
  readonly streams: Stream[] = [];
  /** By the rights of the person; asked before every packet. */
  isAllowed = false;
  /** Somebody shows it large. */
  isWantedLarge = false;
  spokeMs = Number.NEGATIVE_INFINITY;
  /** Since it was last asked for. */
  #spokenMs = 0;
  readonly #parts: PublishedTrackParts;

  constructor(parts: PublishedTrackParts) {
    this.#parts = parts;
    this.key = keyOf(parts.personId, parts.as);
    this.medium = mediumOf(parts.as);
  }

  /** @param ntpMs this server's clock, milliseconds since 1900 */
  receive(packet: Buffer, nowMs: number, ntpMs: number): void {
    if (isRtcp(packet)) return this.#reported(packet, nowMs, ntpMs);
    if (!isWellFormed(packet) || payloadTypeOf(packet) !== this.#parts.offer.payloadType) return;
    const known = this.streams.length;
    const stream = this.#streamOf(packet);
    if (!stream) return;
    const { counted } = this.#parts;
    counted.in++;
    stream.arrived(sequenceOf(packet), timestampOf(packet), packet.length, nowMs);
    if (this.streams.length > known) this.#parts.onLayer(nowMs);
    if (!this.isAllowed) return;
    if (this.medium === 'audio') this.#listen(packet, nowMs);
    const bare = withoutExtensions(packet);
    setPayloadType(bare, PAYLOAD_TYPE[this.medium]);
    counted.out += stream.forward(bare, nowMs);
  }

  /** K4: from this packet on. */
  allow(isAllowed: boolean): void {
    if (this.isAllowed === isAllowed) return;
    this.isAllowed = isAllowed;
    for (const stream of this.streams) {
      stream.recent.clear();
      if (!isAllowed) for (const slot of stream.slots) slot.stop();
    }
  }

  get personId(): string {
    return this.#parts.personId;
  }

  get as(): TrackKind {
    return this.#parts.as;
  }

  flowing(): readonly Stream[] {
    const newestMs = Math.max(...this.streams.map(({ lastMs }) => lastMs));
    return this.streams.filter(({ lastMs }) => newestMs - lastMs < BEHIND_MS);
  }

  /** How long they have spoken since this was last asked; pauses between words count. */
  takeSpokenMs(): number {
    const spokenMs = this.#spokenMs;
    this.#spokenMs = 0;
    return spokenMs;
  }

  /** Since the last look. */
  seen(nowMs: number): SeenOfLink {
    const newestMs = Math.max(...this.streams.map(({ lastMs }) => lastMs), Number.NEGATIVE_INFINITY);
    return {
      lossShare: Math.max(0, ...this.streams.map(({ losses }) => losses.lostShare())),
      jitterMs: Math.max(0, ...this.flowing().map(({ jitter }) => jitter.ms)),
      silentMs: nowMs - newestMs,
    };
  }

  /** Every 20 ms. */
  care(nowMs: number): void {
    if (this.isAllowed) for (const stream of this.streams) stream.care(nowMs);
  }

  /** Once a second: what was lost, and how much may come. */
  report(nowMs: number): void {
    const reports = this.streams.map((stream) => stream.report(nowMs)).filter((report) => report !== undefined);
    if (reports.length === 0) return;
    const { send, as } = this.#parts;
    send(writeReceiverReport(reports));
    const ssrcs = this.streams.map(({ ssrc }) => ssrc);
    const isSmall = as === 'camera' && this.streams.length > 1 && !this.isWantedLarge;
    if (this.medium === 'video') send(writeBitrate(isSmall ? SMALL_BITS_PER_S : FULL_BITS_PER_S, ssrcs));
  }

  end(): void {
    for (const stream of this.streams) stream.end();
    this.streams.length = 0;
  }

  #reported(packet: Buffer, nowMs: number, ntpMs: number): void {
    for (const item of readRtcp(packet))
      if (item.kind === 'senderReport')
        this.streams.find(({ ssrc }) => ssrc === item.ssrc)?.reported(item.ntpMs, item.timestamp, ntpMs, nowMs);
  }

  /** Of simulcast the layer is named in the first packets; a plain track has one stream, and never another. */
  #streamOf(packet: Buffer): Stream | undefined {
    const ssrc = ssrcOf(packet);
    const known = this.streams.find((stream) => stream.ssrc === ssrc);
    if (known) return known;
    const { offer, clock, send } = this.#parts;
    let rid: string | undefined;
    if (offer.isSimulcast) {
      const found = offer.ridExtension === undefined ? undefined : findExtension(packet, offer.ridExtension);
      rid = found && packet.toString('latin1', found.at, found.at + found.length);
      if (rid === undefined || !LAYERS.includes(rid) || this.streams.some((stream) => stream.rid === rid)) return undefined;
    } else if (this.streams.length > 0) return undefined;
    const stream = new Stream(this.medium, ssrc, rid, clock, send);
    this.streams.push(stream);
    return stream;
  }

  #listen(packet: Buffer, nowMs: number): void {
    const { levelExtension } = this.#parts.offer;
    const found = levelExtension === undefined ? undefined : findExtension(packet, levelExtension);
    const level = found ? (packet[found.at] ?? 127) & 0x7f : 0;
    if (level > QUIETER_THAN_SPEECH) return;
    const sinceMs = nowMs - this.spokeMs;
    const wasSilent = sinceMs > 200;
    this.#spokenMs += sinceMs <= BETWEEN_WORDS_MS ? sinceMs : ONE_PACKET_MS;
    this.spokeMs = nowMs;
    if (wasSilent) this.#parts.onVoice(nowMs);
  }
}
