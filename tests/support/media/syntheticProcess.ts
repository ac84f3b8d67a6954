// The process of the synthetic participants: real ICE, DTLS and SRTP, invented sound and pictures. Not in the test's own process, because the engine takes whole processes down.
import { readRtcp, writeBitrate, writeNack } from '@comptoir/server/media/packets/rtcp';
import { isRtcp, payloadStart, sequenceDiff, sequenceOf, ssrcOf, timestampOf } from '@comptoir/server/media/packets/rtp';
import ndc, { type PeerConnection, type Track } from 'node-datachannel';
import { MeshAnswer } from './MeshAnswer.ts';
import { relayOnly } from './relayOnly.ts';
import { SyntheticSending } from './SyntheticSending.ts';
import { described, quietly, say, settings } from './syntheticEngine.ts';
import type { LineCount, ToSynthetic } from './syntheticMessages.ts';

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
      // what a browser sends has no time in it
      const at = payloadStart(packet) + 2;
      if (packet.length >= at + 8) line.taken = { timestamp: timestampOf(packet), atMs: packet.readDoubleBE(at) };
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

function start(): void {
  const receiving = new Map<string, Receiving>();
  const sending = new Map<string, Map<string, SyntheticSending>>();
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
        const tracks = sending.get(message.id) ?? new Map<string, SyntheticSending>();
        sending.set(message.id, tracks);
        tracks.get(message.plan.as)?.end();
        tracks.set(message.plan.as, new SyntheticSending(message.id, message.plan));
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
