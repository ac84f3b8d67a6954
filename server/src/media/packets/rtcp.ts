// The RTCP messages a forwarding server needs, written and read: reports, NACK, PLI, REMB (RFC 3550, RFC 4585, draft-alvestrand-rmcat-remb).

const SENDER_REPORT = 200;
const RECEIVER_REPORT = 201;
const TRANSPORT_FEEDBACK = 205;
const PAYLOAD_FEEDBACK = 206;
const NACK = 1;
const PLI = 1;
const FIR = 4;
const APPLICATION = 15;
/** We send as this source: browsers only ask that there is one. */
const OUR_SSRC = 1;
const FRACTION = 2 ** 32;
const MOST_REPORTS = 31;

export interface ReceptionReport {
  ssrc: number;
  /** Lost since the last report, 0 to 1. */
  lossShare: number;
  lostInAll: number;
  /** Extended: cycles in the upper half. */
  highestSequence: number;
  jitter: number;
  /** Middle 32 bits of the NTP time of the last sender report, and how long ago it came, in 1/65,536 s; 0 when none came. */
  lastReport: number;
  sinceLastReport: number;
}

/** NTP times are milliseconds since 1900, with fractions. */
export type RtcpItem =
  | { kind: 'senderReport'; ssrc: number; ntpMs: number; timestamp: number }
  | { kind: 'received'; report: ReceptionReport }
  | { kind: 'nack'; ssrc: number; sequences: number[] }
  | { kind: 'keyframe'; ssrc: number }
  | { kind: 'bitrate'; bitsPerS: number };

/** Header and what follows; `words` is the length of all of it in 32-bit words. */
function begin(words: number, count: number, type: number, ssrc: number): Buffer {
  const packet = Buffer.alloc(words * 4);
  packet[0] = 0x80 | count;
  packet[1] = type;
  packet.writeUInt16BE(words - 1, 2);
  packet.writeUInt32BE(ssrc, 4);
  return packet;
}

export function writePli(ssrc: number): Buffer {
  const packet = begin(3, PLI, PAYLOAD_FEEDBACK, OUR_SSRC);
  packet.writeUInt32BE(ssrc, 8);
  return packet;
}

/** @param sequences ascending, through the wrap */
export function writeNack(ssrc: number, sequences: readonly number[]): Buffer {
  const pairs: { first: number; following: number }[] = [];
  for (const sequence of sequences) {
    const last = pairs.at(-1);
    const distance = last ? (sequence - last.first) & 0xffff : 0;
    if (last && distance >= 1 && distance <= 16) last.following |= 1 << (distance - 1);
    else pairs.push({ first: sequence, following: 0 });
  }
  const packet = begin(3 + pairs.length, NACK, TRANSPORT_FEEDBACK, OUR_SSRC);
  packet.writeUInt32BE(ssrc, 8);
  pairs.forEach(({ first, following }, n) => {
    packet.writeUInt16BE(first, 12 + 4 * n);
    packet.writeUInt16BE(following & 0xffff, 14 + 4 * n);
  });
  return packet;
}

/** REMB: how much may be sent, over all these sources together. */
export function writeBitrate(bitsPerS: number, ssrcs: readonly number[]): Buffer {
  const packet = begin(5 + ssrcs.length, APPLICATION, PAYLOAD_FEEDBACK, OUR_SSRC);
  packet.write('REMB', 12, 'latin1');
  let mantissa = Math.floor(bitsPerS);
  let exponent = 0;
  while (mantissa > 0x3ffff) {
    mantissa = Math.floor(mantissa / 2);
    exponent++;
  }
  packet[16] = ssrcs.length;
  packet[17] = (exponent << 2) | (mantissa >> 16);
  packet.writeUInt16BE(mantissa & 0xffff, 18);
  ssrcs.forEach((ssrc, n) => {
    packet.writeUInt32BE(ssrc, 20 + 4 * n);
  });
  return packet;
}

export function writeSenderReport(report: { ssrc: number; ntpMs: number; timestamp: number; packets: number; bytes: number }): Buffer {
  const packet = begin(7, 0, SENDER_REPORT, report.ssrc);
  const seconds = Math.floor(report.ntpMs / 1000);
  packet.writeUInt32BE(seconds >>> 0, 8);
  packet.writeUInt32BE(Math.min(FRACTION - 1, Math.floor((report.ntpMs / 1000 - seconds) * FRACTION)), 12);
  packet.writeUInt32BE(report.timestamp >>> 0, 16);
  packet.writeUInt32BE(report.packets >>> 0, 20);
  packet.writeUInt32BE(report.bytes >>> 0, 24);
  return packet;
}

export function writeReceiverReport(reports: readonly ReceptionReport[]): Buffer {
  const told = reports.slice(0, MOST_REPORTS);
  const packet = begin(2 + told.length * 6, told.length, RECEIVER_REPORT, OUR_SSRC);
  told.forEach((report, n) => {
    const at = 8 + n * 24;
    packet.writeUInt32BE(report.ssrc, at);
    packet[at + 4] = Math.min(255, Math.floor(report.lossShare * 256));
    packet.writeUIntBE(Math.max(0, Math.min(0x7fffff, report.lostInAll)), at + 5, 3);
    packet.writeUInt32BE(report.highestSequence >>> 0, at + 8);
    packet.writeUInt32BE(report.jitter >>> 0, at + 12);
    packet.writeUInt32BE(report.lastReport >>> 0, at + 16);
    packet.writeUInt32BE(report.sinceLastReport >>> 0, at + 20);
  });
  return packet;
}

/** What of a compound packet concerns us; what is cut short ends the reading. */
export function readRtcp(packet: Buffer): RtcpItem[] {
  const items: RtcpItem[] = [];
  for (let at = 0; at + 8 <= packet.length; ) {
    const length = (packet.readUInt16BE(at + 2) + 1) * 4;
    const end = at + length;
    if (end > packet.length) break;
    readOne(packet.subarray(at, end), items);
    at = end;
  }
  return items;
}

function readOne(part: Buffer, items: RtcpItem[]): void {
  const count = (part[0] ?? 0) & 0x1f;
  switch (part[1]) {
    case SENDER_REPORT:
      if (part.length < 28) return;
      items.push({
        kind: 'senderReport',
        ssrc: part.readUInt32BE(4),
        ntpMs: (part.readUInt32BE(8) + part.readUInt32BE(12) / FRACTION) * 1000,
        timestamp: part.readUInt32BE(16),
      });
      readReports(part, 28, count, items);
      return;
    case RECEIVER_REPORT:
      readReports(part, 8, count, items);
      return;
    case TRANSPORT_FEEDBACK:
      if (count === NACK && part.length >= 12) items.push({ kind: 'nack', ssrc: part.readUInt32BE(8), sequences: readNack(part) });
      return;
    case PAYLOAD_FEEDBACK:
      readPayloadFeedback(part, count, items);
  }
}

function readReports(part: Buffer, from: number, count: number, items: RtcpItem[]): void {
  for (let n = 0, at = from; n < count && at + 24 <= part.length; n++, at += 24) {
    items.push({
      kind: 'received',
      report: {
        ssrc: part.readUInt32BE(at),
        lossShare: (part[at + 4] ?? 0) / 256,
        lostInAll: part.readUIntBE(at + 5, 3),
        highestSequence: part.readUInt32BE(at + 8),
        jitter: part.readUInt32BE(at + 12),
        lastReport: part.readUInt32BE(at + 16),
        sinceLastReport: part.readUInt32BE(at + 20),
      },
    });
  }
}

function readNack(part: Buffer): number[] {
  const sequences: number[] = [];
  for (let at = 12; at + 4 <= part.length; at += 4) {
    const first = part.readUInt16BE(at);
    const following = part.readUInt16BE(at + 2);
    sequences.push(first);
    for (let n = 0; n < 16; n++) if ((following >> n) & 1) sequences.push((first + n + 1) & 0xffff);
  }
  return sequences;
}

function readPayloadFeedback(part: Buffer, format: number, items: RtcpItem[]): void {
  if (format === PLI && part.length >= 12) items.push({ kind: 'keyframe', ssrc: part.readUInt32BE(8) });
  else if (format === FIR) for (let at = 12; at + 8 <= part.length; at += 8) items.push({ kind: 'keyframe', ssrc: part.readUInt32BE(at) });
  else if (format === APPLICATION && part.length >= 20 && part.toString('latin1', 12, 16) === 'REMB') {
    const exponent = (part[17] ?? 0) >> 2;
    const mantissa = (((part[17] ?? 0) & 3) << 16) | part.readUInt16BE(18);
    items.push({ kind: 'bitrate', bitsPerS: mantissa * 2 ** exponent });
  }
}
