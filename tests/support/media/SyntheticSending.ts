// One track that a synthetic participant publishes: real RTP of invented or of real pictures and sound.
import { readRtcp } from '@comptoir/server/media/packets/rtcp';
import { isRtcp } from '@comptoir/server/media/packets/rtp';
import ndc, { type PeerConnection, type Track } from 'node-datachannel';
import { described, quietly, say, settings } from './syntheticEngine.ts';
import type { Sample, SendingPlan, SentCount } from './syntheticMessages.ts';

const CLOCK = { audio: 48_000, video: 90_000 };
const RID_ID = 4;
const LEVEL_ID = 1;

/** One RTP stream of a sender. */
interface Sent {
  ssrc: number;
  rid: string | undefined;
  sequence: number;
  wantsKeyframe: boolean;
  recent: Map<number, Buffer>;
}

export class SyntheticSending {
  readonly plan: SendingPlan;
  readonly count: SentCount = { packets: 0, keyframesAsked: 0, resendsAsked: 0, bitsPerS: undefined };
  readonly #connection: PeerConnection;
  readonly #track: Track;
  readonly #streams: Sent[];
  readonly #isVideo: boolean;
  #sent = 0;
  #isOver = false;
  #startedMs = 0;
  #reportedMs = 0;

  constructor(id: string, plan: SendingPlan) {
    this.plan = plan;
    this.#isVideo = plan.as === 'camera' || plan.as === 'screen';
    this.#connection = new ndc.PeerConnection(`${plan.as} of ${id}`, settings);
    const line = this.#isVideo ? new ndc.Video('0', 'SendRecv') : new ndc.Audio('0', 'SendRecv');
    if ('addVP8Codec' in line) line.addVP8Codec(96);
    else line.addOpusCodec(111);
    const sequence = plan.sequence ?? 0;
    this.#streams = (plan.layers ?? [undefined]).map((rid, n) => ({
      ...{ ssrc: 2000 + n, rid, sequence, wantsKeyframe: true },
      recent: new Map<number, Buffer>(),
    }));
    if (!plan.layers) line.addSSRC(2000, 'synthetic', 'synthetic', 'synthetic');
    this.#track = this.#connection.addTrack(line);
    this.#track.onMessage((packet) => this.#heard(packet));
    this.#connection.onStateChange((state) => {
      // samples of different tracks begin with the same second
      if (state === 'connected') this.#startedMs = plan.samples ? Math.ceil(performance.now() / 1000) * 1000 : performance.now();
      if (!this.#isOver) say({ say: 'state', id, what: plan.as, state });
    });
    this.#connection.setLocalDescription('offer');
    void described(this.#connection).then((sdp) => say({ say: 'offer', id, as: plan.as, sdp: this.#withExtensions(sdp) }));
  }

  #withExtensions(sdp: string): string {
    const { layers } = this.plan;
    const simulcast = layers
      ? [
          `a=extmap:${RID_ID} urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id`,
          ...layers.map((rid) => `a=rid:${rid} send`),
          `a=simulcast:send ${layers.join(';')}`,
        ]
      : [];
    const level = this.#isVideo ? [] : [`a=extmap:${LEVEL_ID} urn:ietf:params:rtp-hdrext:ssrc-audio-level`];
    return sdp.replace(/^a=rtcp-mux/m, ['a=rtcp-mux', ...level, ...simulcast].join('\r\n'));
  }

  answered(sdp: string): void {
    // an answer to what was ended meanwhile
    quietly(() => this.#connection.setRemoteDescription(sdp, 'answer'));
  }

  /** Sends what is due. */
  tick(nowMs: number): void {
    if (this.#startedMs === 0 || !this.#track.isOpen()) return;
    const due = ((nowMs - this.#startedMs - (this.plan.delayMs ?? 0)) * this.plan.packetsPerS) / 1000;
    while (this.#sent < due) {
      for (const stream of this.#streams) this.#send(stream, nowMs);
      this.#sent++;
    }
    if (nowMs - this.#reportedMs < 1000) return;
    this.#reportedMs = nowMs;
    for (const { ssrc } of this.#streams) quietly(() => this.#track.sendMessageBinary(this.#report(ssrc, nowMs)));
  }

  #timestamp(nowMs: number): number {
    const clock = this.#isVideo ? CLOCK.video : CLOCK.audio;
    return Math.floor(((nowMs - this.#startedMs) * clock) / 1000) >>> 0;
  }

  /** By a clock that is an hour off: nobody's is right. */
  #report(ssrc: number, nowMs: number): Buffer {
    const report = Buffer.alloc(28);
    report.writeUInt16BE(0x80c8, 0);
    report.writeUInt16BE(6, 2);
    report.writeUInt32BE(ssrc, 4);
    const ntpS = 2_208_988_800 + (performance.timeOrigin + nowMs) / 1000 - 3600;
    report.writeUInt32BE(Math.floor(ntpS), 8);
    report.writeUInt32BE(Math.floor((ntpS % 1) * 2 ** 32), 12);
    report.writeUInt32BE(this.#timestamp(nowMs), 16);
    return report;
  }

  #send(stream: Sent, nowMs: number): void {
    const { plan } = this;
    const extension = this.#isVideo
      ? stream.rid
        ? [(RID_ID << 4) | 0, stream.rid.charCodeAt(0), 0, 0]
        : []
      : [(LEVEL_ID << 4) | 0, plan.level ?? 20, 0, 0];
    const header = Buffer.alloc(12 + (extension.length > 0 ? 8 : 0));
    header[0] = extension.length > 0 ? 0x90 : 0x80;
    header[1] = this.#isVideo ? 0xe0 : 111;
    header.writeUInt16BE(stream.sequence, 2);
    const takenMs = plan.samples ? this.#startedMs + (this.#sent * 1000) / plan.packetsPerS : nowMs;
    header.writeUInt32BE(this.#timestamp(takenMs), 4);
    header.writeUInt32BE(stream.ssrc, 8);
    if (extension.length > 0) Buffer.from([0xbe, 0xde, 0, 1, ...extension]).copy(header, 12);
    const packet = Buffer.concat([header, plan.samples ? this.#sample(stream, plan.samples) : this.#marked(stream, nowMs)]);
    stream.recent.set(stream.sequence, packet);
    stream.recent.delete((stream.sequence - 500) & 0xffff);
    stream.wantsKeyframe = false;
    stream.sequence = (stream.sequence + 1) & 0xffff;
    this.count.packets++;
    quietly(() => this.#track.sendMessageBinary(packet));
  }

  #sample(stream: Sent, samples: readonly Sample[]): Buffer {
    const sample = samples[this.#sent % samples.length];
    const bytes = (stream.wantsKeyframe ? sample?.key : sample?.delta) ?? Buffer.alloc(0);
    // of pictures before each a byte that says: a partition begins
    return this.#isVideo ? Buffer.concat([Buffer.from([0x10]), bytes]) : Buffer.from(bytes);
  }

  #marked(stream: Sent, nowMs: number): Buffer {
    const { plan } = this;
    const payload = Buffer.alloc(plan.bytes, 1);
    // VP8: a partition begins, and a keyframe where the lowest bit is 0
    payload[0] = 0x10;
    payload[1] = stream.wantsKeyframe ? 0 : 1;
    payload.writeDoubleBE(nowMs, 2);
    payload.write(`${plan.mark}${stream.rid ?? ' '}`, plan.bytes - 2, 'latin1');
    return payload;
  }

  #heard(packet: Buffer): void {
    if (!isRtcp(packet)) return;
    for (const item of readRtcp(packet)) {
      if (item.kind === 'bitrate') this.count.bitsPerS = item.bitsPerS;
      if (item.kind === 'keyframe') {
        this.count.keyframesAsked++;
        for (const stream of this.#streams) if (stream.ssrc === item.ssrc) stream.wantsKeyframe = true;
      }
      if (item.kind === 'nack') this.count.resendsAsked += item.sequences.length;
    }
  }

  end(): void {
    this.#isOver = true;
    this.#connection.close();
  }
}
