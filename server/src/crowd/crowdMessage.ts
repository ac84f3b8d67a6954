// Space for one crowd frame as the socket wants it: WebSocket header, Colyseus' byte message, tick; the cells follow.
import { FRAME_HEAD_BYTES, WIRE, writeFrameHead } from '@comptoir/shared/protocol/walks';

/** FIN + binary. */
const BINARY_MESSAGE = 0x82;
/** Colyseus' Protocol.ROOM_DATA_BYTES; the message type follows, types below 128 in one byte. */
const ROOM_DATA_BYTES = 17;

export interface CrowdMessage {
  bytes: Buffer;
  /** Where the rest begins. */
  at: number;
}

/**
 * A whole WebSocket message (RFC 6455, 5.2: unmasked, the shortest length that fits) with room for `cellBytes` of cell blocks.
 * Fresh memory each time: a backed-up socket keeps what it was given by reference.
 */
export function crowdMessage(cellBytes: number, tick: number): CrowdMessage {
  const { bytes, at } = emptyMessage(2 + FRAME_HEAD_BYTES + cellBytes);
  bytes[at] = ROOM_DATA_BYTES;
  bytes[at + 1] = WIRE.frame;
  return { bytes, at: writeFrameHead(bytes, at + 2, tick) };
}

/** Any message of Colyseus as a whole WebSocket message. */
export function wrapMessage(body: Uint8Array): Buffer {
  const { bytes, at } = emptyMessage(body.length);
  bytes.set(body, at);
  return bytes;
}

function emptyMessage(length: number): CrowdMessage {
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(head + length);
  bytes[0] = BINARY_MESSAGE;
  if (head === 2) bytes[1] = length;
  else if (head === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  return { bytes, at: head };
}
