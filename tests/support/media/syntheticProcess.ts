// The process of the synthetic participants: real ICE, DTLS and SRTP, invented sound and pictures. Not in the test's own process, because the engine takes whole processes down.
import { readRtcp, writeBitrate, writeNack } from '@comptoir/server/media/packets/rtcp';
import { isRtcp, payloadStart, sequenceDiff, sequenceOf, ssrcOf, timestampOf } from '@comptoir/server/media/packets/rtp';
import ndc, { type PeerConnection, type Track } from 'node-datachannel';
import { MeshAnswer } from './MeshAnswer.ts';
import { relayOnly } from './relayOnly.ts';
import type { FromSynthetic, LineCount, SendingPlan, SentCount, ToSynthetic } from './syntheticMessages.ts';

const say = (message: FromSynthetic): void => void process.send?.(message);
const settings = { iceServers: [], bindAddress: '127.0.0.1', disableAutoNegotiation: true, forceMediaTransport: true };
const described = (connection: PeerConnection): Promise<string> =>
  new Promise((resolve) => {
    const answer = (): void => resolve(connection.localDescription()?.sdp ?? '');
    if (connection.gatheringState() === 'complete') answer();
    else connection.onGatheringStateChange((state) => state === 'complete' && answer());
  });
const quietly = (act: () => void): void => {
  try {
    act();
  } catch {
    // closed meanwhile
  }
};

class Receiving {
  readonly lines: Record<string, LineCount> = {};
  readonly #connection: PeerConnection;
  #isOver = false;
  readonly #tracks = new Map<string, { track: Track; ssrc: number; missing: Map<number, number>; highest: number }>();

  constructor(id: string, sdp: string) {
    this.#connection = new ndc.PeerConnection(`receives ${id}`, settings);
    this.#connection.onStateChange((state) => !this.#isOver && say({ say: 'state', id, what: 'receive', state }));
    this.#connection.onTrack((track) => this.#receive(track));
    // a track that only receives refuses to send the feedback we write ourselves
    this.#connection.setRemoteDescription(sdp.replace(/^a=sendonly/gm, 'a=sendrecv'), 'offer');
    this.#connection.setLocalDescription('answer');
    void described(this.#connection).then((answer) => say({ say: 'answer', id, sdp: answer.replace(/^a=sendrecv/gm, 'a=recvonly') }));
  }

  #receive(track: Track): void {
    const line: LineCount = { packets: 0, lost: 0, jumps: 0, marks: {}, last: '', taken: undefined, report: undefined };
    const state = { track, ssrc: 0, missing: new Map<number, number>(), highest: -1 };
    this.lines[track.mid()] = line;
    this.#tracks.set(track.mid(), state);
    track.onMessage((packet) => {
      if (isRtcp(packet)) {
        for (const item of readRtcp(packet))
          if (item.kind === 'senderReport') line.report = { timestamp: item.timestamp, ntpMs: item.ntpMs };
        return;
      }
      line.packets++;
      state.ssrc = ssrcOf(packet);
      const sequence = sequenceOf(packet);
      const ahead = state.highest < 0 ? 1 : sequenceDiff(sequence, state.highest);
      if (ahead > 200 || ahead < -1000) line.jumps++;
      if (state.highest >= 0 && ahead > 1 && ahead <= 200)
        for (let n = 1; n < ahead; n++) state.missing.set((state.highest + n) & 0xffff, 0);
      if (ahead > 0) state.highest = sequence;
      else state.missing.delete(sequence);
      line.lost = state.missing.size;
      // two letters at the end of what is sent
      const mark = packet.toString('latin1', packet.length - 2).trim();
      line.marks[mark] = (line.marks[mark] ?? 0) + 1;
      line.last = mark;
      line.taken = { timestamp: timestampOf(packet), atMs: packet.readDoubleBE(payloadStart(packet) + 2) };
    });
  }

  estimate(bitsPerS: number): void {
    for (const { track, ssrc } of this.#tracks.values())
      if (ssrc > 0) quietly(() => track.sendMessageBinary(writeBitrate(bitsPerS, [ssrc])));
  }

  /** Every 20 ms. */
  care(): void {
    for (const [mid, { track, ssrc, missing }] of this.#tracks) {
      if (!mid.startsWith('v') || missing.size === 0) continue;
      quietly(() => track.sendMessageBinary(writeNack(ssrc, [...missing.keys()].slice(0, 30))));
    }
  }

  end(): void {
    this.#isOver = true;
    this.#connection.close();
  }
}

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

class Sending {
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
      if (state === 'connected') this.#startedMs = performance.now();
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
    const due = ((nowMs - this.#startedMs) * this.plan.packetsPerS) / 1000;
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
    header.writeUInt32BE(this.#timestamp(nowMs), 4);
    header.writeUInt32BE(stream.ssrc, 8);
    if (extension.length > 0) Buffer.from([0xbe, 0xde, 0, 1, ...extension]).copy(header, 12);
    const payload = Buffer.alloc(plan.bytes, 1);
    // VP8: a partition begins, and a keyframe where the lowest bit is 0
    payload[0] = 0x10;
    payload[1] = stream.wantsKeyframe ? 0 : 1;
    payload.writeDoubleBE(nowMs, 2);
    payload.write(`${plan.mark}${stream.rid ?? ' '}`, plan.bytes - 2, 'latin1');
    const packet = Buffer.concat([header, payload]);
    stream.recent.set(stream.sequence, packet);
    stream.recent.delete((stream.sequence - 500) & 0xffff);
    stream.wantsKeyframe = false;
    stream.sequence = (stream.sequence + 1) & 0xffff;
    this.count.packets++;
    quietly(() => this.#track.sendMessageBinary(packet));
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

function start(): void {
  const receiving = new Map<string, Receiving>();
  const sending = new Map<string, Map<string, Sending>>();
  const links = new Map<string, MeshAnswer>();
  setInterval(() => {
    for (const tracks of sending.values()) for (const track of tracks.values()) track.tick(performance.now());
  }, 5);
  setInterval(() => {
    for (const receiver of receiving.values()) receiver.care();
  }, 20);
  process.on('message', (message: ToSynthetic) => {
    switch (message.do) {
      case 'receive':
        receiving.get(message.id)?.end();
        receiving.set(message.id, new Receiving(message.id, message.sdp));
        return;
      case 'publish': {
        const tracks = sending.get(message.id) ?? new Map<string, Sending>();
        sending.set(message.id, tracks);
        tracks.get(message.plan.as)?.end();
        tracks.set(message.plan.as, new Sending(message.id, message.plan));
        return;
      }
      case 'published':
        sending.get(message.id)?.get(message.as)?.answered(message.sdp);
        return;
      case 'level': {
        const microphone = sending.get(message.id)?.get('microphone');
        if (microphone) microphone.plan.level = message.level;
        return;
      }
      case 'estimate':
        receiving.get(message.id)?.estimate(message.bitsPerS);
        return;
      case 'mesh': {
        const { link, opens, signals } = message;
        if (opens) {
          links.get(link)?.end();
          links.set(link, new MeshAnswer(link, (signal) => say({ say: 'mesh', link, signal })));
        }
        for (const signal of signals) quietly(() => links.get(link)?.take(signal));
        return;
      }
      case 'relay':
        void relayOnly(message.relay).then((state) => say({ say: 'relayed', question: message.question, state }));
        return;
      case 'count':
        say({
          ...{ say: 'counts', question: message.question },
          received: Object.fromEntries([...receiving].map(([id, { lines }]) => [id, lines])),
          sent: Object.fromEntries(
            [...sending].map(([id, tracks]) => [id, Object.fromEntries([...tracks].map(([as, { count }]) => [as, count]))]),
          ),
        });
        return;
      case 'end':
        receiving.get(message.id)?.end();
        receiving.delete(message.id);
        for (const track of sending.get(message.id)?.values() ?? []) track.end();
        sending.delete(message.id);
    }
  });
}

process.on('disconnect', () => process.exit(0));
start();
