// Reading and changing RTP packets in place (RFC 3550, RFC 8285): no copies, this runs thousands of times a second.

const ONE_BYTE_EXTENSIONS = 0xbede;
const TWO_BYTE_EXTENSIONS = 0x1000;
const FIXED_BYTES = 12;

/** RTCP shares the port; its types stand where RTP has marker and payload type. */
export const isRtcp = (packet: Buffer): boolean => {
  const type = packet[1] ?? 0;
  return type >= 192 && type <= 223;
};

export const sequenceOf = (packet: Buffer): number => packet.readUInt16BE(2);
export const timestampOf = (packet: Buffer): number => packet.readUInt32BE(4);
export const ssrcOf = (packet: Buffer): number => packet.readUInt32BE(8);
export const payloadTypeOf = (packet: Buffer): number => (packet[1] ?? 0) & 0x7f;

/** How far `a` is ahead of `b`, through the wrap at 65,536: -32,768 to 32,767. */
export const sequenceDiff = (a: number, b: number): number => ((a - b) << 16) >> 16;
/** The same for 32-bit timestamps. */
export const timestampDiff = (a: number, b: number): number => (a - b) | 0;

const plainHeaderBytes = (packet: Buffer): number => FIXED_BYTES + ((packet[0] ?? 0) & 0x0f) * 4;

/** Whole, version 2, with a header that ends within the packet. */
export function isWellFormed(packet: Buffer): boolean {
  const first = packet[0] ?? 0;
  if (packet.length < FIXED_BYTES || first >> 6 !== 2) return false;
  let header = plainHeaderBytes(packet);
  if (first & 0x10) {
    if (packet.length < header + 4) return false;
    header += 4 + packet.readUInt16BE(header + 2) * 4;
  }
  const padding = first & 0x20 ? (packet[packet.length - 1] ?? 0) : 0;
  return (padding > 0 || !(first & 0x20)) && packet.length >= header + padding;
}

/** Where the value of a header extension begins and how long it is; of well-formed packets. */
export function findExtension(packet: Buffer, id: number): { at: number; length: number } | undefined {
  if (!((packet[0] ?? 0) & 0x10)) return undefined;
  const header = plainHeaderBytes(packet);
  const profile = packet.readUInt16BE(header);
  const end = header + 4 + packet.readUInt16BE(header + 2) * 4;
  const isShort = profile === ONE_BYTE_EXTENSIONS;
  if (!isShort && (profile & 0xfff0) !== TWO_BYTE_EXTENSIONS) return undefined;
  for (let at = header + 4; at < end; ) {
    const first = packet[at] ?? 0;
    if (first === 0) {
      at++;
      continue;
    }
    const found = isShort ? first >> 4 : first;
    const length = isShort ? (first & 0x0f) + 1 : (packet[at + 1] ?? 0);
    at += isShort ? 1 : 2;
    if (at + length > end || (isShort && found === 15)) return undefined;
    if (found === id) return { at, length };
    at += length;
  }
  return undefined;
}

/** The same packet without header extensions (their ids mean something else to others) and padding, in the same memory; of well-formed packets. */
export function withoutExtensions(packet: Buffer): Buffer {
  const first = packet[0] ?? 0;
  const header = plainHeaderBytes(packet);
  const extensions = first & 0x10 ? 4 + packet.readUInt16BE(header + 2) * 4 : 0;
  const padding = first & 0x20 ? (packet[packet.length - 1] ?? 0) : 0;
  if (extensions > 0) packet.copyWithin(extensions, 0, header);
  const bare = packet.subarray(extensions, packet.length - padding);
  bare[0] = first & 0xcf;
  return bare;
}

/** Bytes before the payload, of a packet without extensions. */
export const payloadStart = plainHeaderBytes;

export function setPayloadType(packet: Buffer, payloadType: number): void {
  packet[1] = ((packet[1] ?? 0) & 0x80) | payloadType;
}

/** Does a VP8 keyframe begin in this payload? RFC 7741. */
export function beginsVp8Keyframe(packet: Buffer, at: number): boolean {
  const descriptor = packet[at] ?? 0;
  let next = at + 1;
  if (descriptor & 0x80) {
    const more = packet[next++] ?? 0;
    if (more & 0x80) next += (packet[next] ?? 0) & 0x80 ? 2 : 1;
    if (more & 0x40) next++;
    if (more & 0x30) next++;
  }
  const isStart = (descriptor & 0x10) !== 0 && (descriptor & 0x0f) === 0;
  return isStart && next < packet.length && ((packet[next] ?? 1) & 1) === 0;
}
