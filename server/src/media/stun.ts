// The two messages of STUN that a server answering "this is how you look from here" needs (RFC 5389): binding request and response.
import { isIPv6 } from 'node:net';

const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const MAGIC_COOKIE = 0x2112a442;
const HEADER_BYTES = 20;
const XOR_MAPPED_ADDRESS = 0x0020;
const IPV4 = 1;
const IPV6 = 2;

/** The transaction id (12 bytes, behind the cookie) of a binding request; undefined when it is something else. */
export function readBindingRequest(message: Buffer): Buffer | undefined {
  if (message.length < HEADER_BYTES || message.readUInt16BE(0) !== BINDING_REQUEST || message.readUInt32BE(4) !== MAGIC_COOKIE)
    return undefined;
  const length = message.readUInt16BE(2);
  return length % 4 === 0 && HEADER_BYTES + length === message.length ? message.subarray(8, HEADER_BYTES) : undefined;
}

/** @param address of whoever asked, as their packet came */
export function writeBindingResponse(transaction: Buffer, address: string, port: number): Buffer {
  const bytes = addressBytes(address);
  const response = Buffer.alloc(HEADER_BYTES + 8 + bytes.length);
  response.writeUInt16BE(BINDING_SUCCESS, 0);
  response.writeUInt16BE(8 + bytes.length, 2);
  response.writeUInt32BE(MAGIC_COOKIE, 4);
  transaction.copy(response, 8);
  response.writeUInt16BE(XOR_MAPPED_ADDRESS, HEADER_BYTES);
  response.writeUInt16BE(4 + bytes.length, HEADER_BYTES + 2);
  response[HEADER_BYTES + 5] = bytes.length === 4 ? IPV4 : IPV6;
  response.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), HEADER_BYTES + 6);
  // masked with cookie and transaction id: routers that rewrite addresses in packets do not find it
  bytes.forEach((byte, n) => {
    response[HEADER_BYTES + 8 + n] = byte ^ (response[4 + n] ?? 0);
  });
  return response;
}

function addressBytes(address: string): Buffer {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (!isIPv6(address) || mapped !== undefined) return Buffer.from((mapped ?? address).split('.').map(Number));
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groupsOf = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const first = groupsOf(head);
  const last = tail === undefined ? [] : groupsOf(tail);
  const bytes = Buffer.alloc(16);
  first.forEach((group, n) => {
    bytes.writeUInt16BE(group, 2 * n);
  });
  last.forEach((group, n) => {
    bytes.writeUInt16BE(group, 2 * (8 - last.length + n));
  });
  return bytes;
}
