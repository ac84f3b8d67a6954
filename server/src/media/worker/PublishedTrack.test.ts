import { beforeEach, describe, expect, it } from 'vitest';
import { readRtcp } from '../packets/rtcp.ts';
import { payloadTypeOf, sequenceOf, ssrcOf } from '../packets/rtp.ts';
import { PersonClock } from '../packets/SenderClock.ts';
import { PublishedTrack } from './PublishedTrack.ts';
import { Slot } from './Slot.ts';

const RID = 4;
const NTP_MS = 4e12;

/** A VP8 packet of a layer; the rid stands in it unless it is left out. */
function packetOf(ssrc: number, sequence: number, { rid, isKey = false }: { rid?: string; isKey?: boolean } = {}): Buffer {
  const header = Buffer.from([rid ? 0x90 : 0x80, 120, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(sequence * 3000, 4);
  header.writeUInt32BE(ssrc, 8);
  const extension = rid ? [0xbe, 0xde, 0, 1, RID << 4, rid.charCodeAt(0), 0, 0] : [];
  return Buffer.concat([header, Buffer.from([...extension, 0x10, isKey ? 0 : 1, 7])]);
}

let sent: Buffer[];
let received: Buffer[];
let counted: { in: number; out: number };
let slot: Slot;

function trackOf(isSimulcast: boolean): PublishedTrack {
  return new PublishedTrack({
    ...{ personId: 'ada', as: 'camera', clock: new PersonClock(), counted },
    offer: { sdp: '', payloadType: 120, levelExtension: undefined, ridExtension: RID, isSimulcast },
    send: (packet) => sent.push(packet),
    onVoice: () => undefined,
    onLayer: () => undefined,
  });
}

beforeEach(() => {
  sent = [];
  received = [];
  counted = { in: 0, out: 0 };
  slot = new Slot('video', 4242, 0, (packet) => received.push(Buffer.from(packet)));
});

describe('a published track', () => {
  it('[K7] begins in a slot with a keyframe, which is asked for', () => {
    const track = trackOf(false);
    track.allow(true);
    track.receive(packetOf(9, 100), 1000, NTP_MS);
    slot.want(track.streams[0], 1000);
    expect(readRtcp(sent[0] ?? Buffer.alloc(0))).toEqual([{ kind: 'keyframe', ssrc: 9 }]);
    track.receive(packetOf(9, 101), 1020, NTP_MS);
    expect(received).toEqual([]);
    track.receive(packetOf(9, 102, { isKey: true }), 1040, NTP_MS);
    track.receive(packetOf(9, 103), 1060, NTP_MS);
    expect(received.map(sequenceOf)).toEqual([0, 1]);
    expect(received.map(ssrcOf)).toEqual([4242, 4242]);
    expect(received.map(payloadTypeOf)).toEqual([96, 96]);
  });

  it('[K4] passes nothing on while it is not allowed, and begins anew afterwards', () => {
    const track = trackOf(false);
    track.receive(packetOf(9, 100, { isKey: true }), 1000, NTP_MS);
    slot.want(track.streams[0], 1000);
    track.receive(packetOf(9, 101, { isKey: true }), 1020, NTP_MS);
    expect(received).toEqual([]);
    track.allow(true);
    track.receive(packetOf(9, 102, { isKey: true }), 1040, NTP_MS);
    track.allow(false);
    track.receive(packetOf(9, 103), 1060, NTP_MS);
    track.allow(true);
    track.receive(packetOf(9, 104), 1080, NTP_MS);
    expect(received.map(sequenceOf)).toEqual([0]);
    track.receive(packetOf(9, 105, { isKey: true }), 1100, NTP_MS);
    expect(received.map(sequenceOf)).toEqual([0, 1]);
    expect(counted).toEqual({ in: 6, out: 2 });
  });

  it('[K4] what was sent while muted cannot be asked for afterwards', () => {
    const track = trackOf(false);
    track.allow(true);
    track.receive(packetOf(9, 100, { isKey: true }), 1000, NTP_MS);
    slot.want(track.streams[0], 1000);
    track.receive(packetOf(9, 101, { isKey: true }), 1020, NTP_MS);
    expect(slot.resend(0)).toBe(true);
    track.allow(false);
    track.receive(packetOf(9, 102), 1040, NTP_MS);
    for (const sequence of [0, 1]) expect(slot.resend(sequence)).toBe(false);
  });

  it('[K4] is one stream: another source in it, another payload type, or what is no packet is left out', () => {
    const track = trackOf(false);
    track.allow(true);
    track.receive(packetOf(9, 100, { isKey: true }), 1000, NTP_MS);
    track.receive(packetOf(10, 100, { isKey: true }), 1000, NTP_MS);
    const other = packetOf(9, 101);
    other[1] = 96;
    track.receive(other, 1000, NTP_MS);
    track.receive(Buffer.from([0x90, 120, 0]), 1000, NTP_MS);
    expect(track.streams.map(({ ssrc }) => ssrc)).toEqual([9]);
    expect(counted.in).toBe(1);
  });

  it('[K8] layers are told apart by their names; one that stopped is not shown any more', () => {
    const track = trackOf(true);
    track.receive(packetOf(1, 100), 1000, NTP_MS);
    track.receive(packetOf(1, 101, { rid: 'l' }), 1000, NTP_MS);
    track.receive(packetOf(2, 500, { rid: 'h' }), 1000, NTP_MS);
    track.receive(packetOf(3, 500, { rid: 'h' }), 1000, NTP_MS);
    track.receive(packetOf(4, 500, { rid: 'x' }), 1000, NTP_MS);
    const rids = () => track.flowing().map(({ rid }) => rid);
    expect(rids()).toEqual(['l', 'h']);
    track.receive(packetOf(1, 102), 1600, NTP_MS);
    expect(rids()).toEqual(['l', 'h']);
    track.receive(packetOf(1, 103), 1701, NTP_MS);
    expect(rids()).toEqual(['l']);
    // nothing comes at all: no reason to choose another
    expect(rids()).toEqual(['l']);
    track.receive(packetOf(2, 501), 1710, NTP_MS);
    expect(rids()).toEqual(['l', 'h']);
  });

  it('[K8] reports what was lost, and allows little while nobody shows it large', () => {
    const track = trackOf(true);
    for (const [ssrc, rid] of [
      [1, 'l'],
      [2, 'h'],
    ] as const) {
      track.receive(packetOf(ssrc, 100, { rid }), 1000, NTP_MS);
      track.receive(packetOf(ssrc, 102), 1000, NTP_MS);
    }
    track.report(2000);
    const items = sent.flatMap((packet) => readRtcp(packet));
    expect(items.filter(({ kind }) => kind === 'received')).toHaveLength(2);
    expect(items).toContainEqual({ kind: 'received', report: expect.objectContaining({ ssrc: 1, lostInAll: 1, highestSequence: 102 }) });
    const bitrates = () => sent.flatMap((packet) => readRtcp(packet)).map((item) => (item.kind === 'bitrate' ? item.bitsPerS : 0));
    expect(Math.max(...bitrates())).toBeLessThan(1_000_000);
    track.isWantedLarge = true;
    track.report(3000);
    expect(Math.max(...bitrates())).toBeGreaterThan(2_000_000);
  });

  it('[K71] a keyframe that is asked for too soon is asked for as soon as it may be, unless one came meanwhile', () => {
    const track = trackOf(false);
    track.allow(true);
    track.receive(packetOf(9, 100), 1000, NTP_MS);
    slot.want(track.streams[0], 1000);
    track.receive(packetOf(9, 101, { isKey: true }), 1040, NTP_MS);
    const [stream] = track.streams;
    const asked = () => sent.flatMap((packet) => readRtcp(packet)).filter(({ kind }) => kind === 'keyframe').length;
    expect(asked()).toBe(1);
    // somebody whose decoder lost it, or another worker
    stream?.requestKeyframe(1100);
    for (const ms of [1120, 1380]) track.care(ms);
    expect(asked()).toBe(1);
    track.care(1400);
    expect(asked()).toBe(2);
    track.care(1420);
    expect(asked()).toBe(2);
    // once more too soon, and it comes by itself
    stream?.requestKeyframe(1500);
    track.receive(packetOf(9, 102, { isKey: true }), 1600, NTP_MS);
    track.care(1900);
    expect(asked()).toBe(2);
  });
});
