// Messages of STUN and TURN as a client writes and reads them (RFC 5389, RFC 5766), with long-term credentials.
import { createHash, createHmac, randomBytes } from 'node:crypto';

export const MESSAGE = {
  bindingRequest: 0x0001,
  bindingSuccess: 0x0101,
  allocate: 0x0003,
  allocateSuccess: 0x0103,
  refresh: 0x0004,
} as const;

export const ATTRIBUTE = {
  ...{ username: 0x0006, messageIntegrity: 0x0008, errorCode: 0x0009, lifetime: 0x000d, realm: 0x0014, nonce: 0x0015 },
  ...{ xorRelayedAddress: 0x0016, requestedTransport: 0x0019, xorMappedAddress: 0x0020 },
} as const;

const MAGIC_COOKIE = 0x2112a442;
export const HEADER_BYTES = 20;
const INTEGRITY_BYTES = 24;

export interface StunMessage {
  type: number;
  /** 12 bytes. */
  transaction: Buffer;
  attributes: ReadonlyMap<number, Buffer>;
}

export const newTransaction = (): Buffer => randomBytes(12);

export const longTermKey = (username: string, realm: string, password: string): Buffer =>
  createHash('md5').update(`${username}:${realm}:${password}`).digest();

function attributeBytes(type: number, value: Buffer): Buffer {
  const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  value.copy(bytes, 4);
  return bytes;
}

/** @param key signs the message when given */
export function writeMessage(
  type: number,
  transaction: Buffer,
  attributes: readonly (readonly [number, Buffer | string])[] = [],
  key?: Buffer,
): Buffer {
  const body = Buffer.concat(attributes.map(([name, value]) => attributeBytes(name, Buffer.from(value))));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(type, 0);
  // the length that is signed counts the signature itself
  header.writeUInt16BE(body.length + (key ? INTEGRITY_BYTES : 0), 2);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  transaction.copy(header, 8);
  const message = Buffer.concat([header, body]);
  if (!key) return message;
  return Buffer.concat([message, attributeBytes(ATTRIBUTE.messageIntegrity, createHmac('sha1', key).update(message).digest())]);
}

/** Bytes of the message that begins here; undefined while its header is not whole. */
export const lengthOf = (bytes: Buffer): number | undefined =>
  bytes.length < HEADER_BYTES ? undefined : HEADER_BYTES + bytes.readUInt16BE(2);

/** Undefined when these bytes are something else. */
export function readMessage(bytes: Buffer): StunMessage | undefined {
  if (lengthOf(bytes) !== bytes.length || bytes.readUInt32BE(4) !== MAGIC_COOKIE) return undefined;
  const attributes = new Map<number, Buffer>();
  for (let at = HEADER_BYTES; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 4 + length;
    if (end > bytes.length) return undefined;
    if (!attributes.has(bytes.readUInt16BE(at))) attributes.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, end));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return { type: bytes.readUInt16BE(0), transaction: bytes.subarray(8, HEADER_BYTES), attributes };
}

/** The address in an XOR-...-ADDRESS attribute. */
export function readXorAddress(value: Buffer | undefined, transaction: Buffer): { address: string; port: number } | undefined {
  if (!value || (value.length !== 8 && value.length !== 20)) return undefined;
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(MAGIC_COOKIE, 0);
  transaction.copy(mask, 4);
  const bytes = Buffer.from(value.subarray(4).map((byte, n) => byte ^ (mask[n] ?? 0)));
  const groups = Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readUInt16BE(2 * n).toString(16));
  return { address: bytes.length === 4 ? [...bytes].join('.') : groups.join(':'), port: value.readUInt16BE(2) ^ (MAGIC_COOKIE >>> 16) };
}

/** Code and words of an error answer. */
export function readError({ attributes }: StunMessage): { code: number; words: string } | undefined {
  const value = attributes.get(ATTRIBUTE.errorCode);
  if (!value || value.length < 4) return undefined;
  return { code: ((value[2] ?? 0) & 7) * 100 + (value[3] ?? 0), words: value.subarray(4).toString() };
}
