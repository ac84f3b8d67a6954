// A bare WebSocket that speaks Colyseus' room protocol: thousands of them fit into one process, and a test sees every byte.
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Colyseus' Protocol; the message type follows in one byte, or as a short string for `data`. */
const PROTOCOL = { join: 10, error: 11, data: 13, state: 14, bytes: 17, request: 21 } as const;
/** Told as the code when the room refused the join; the reason is the refusal's name. */
export const REFUSED = 4002;
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** What arrives. Buffers are views of a shared one: copy what is kept. */
export interface Listener {
  /** The full state has come: the bot is in. */
  entered?(stateBytes: number): void;
  message?(type: string, payload: Buffer): void;
  /** A byte message: crowd frames and digests. */
  bytes?(type: number, payload: Buffer): void;
  /** Anything else that came as one message, whole: patches of a schema. */
  other?(body: Buffer): void;
  closed?(code: number, reason: string): void;
}

export interface Address {
  url: URL;
  /** Path and query of the upgrade. */
  path: string;
}

// one for all sockets: what is read is handled before the next read
const SHARED = Buffer.allocUnsafeSlow(1 << 18);

export class OfficeSocket {
  received = 0;
  messages = 0;
  readonly #socket: Socket;
  readonly #listener: Listener;
  #upgraded = false;
  /** The beginning of a message whose end has not come yet. */
  #rest: Buffer | undefined;
  #closing: [number, string] = [1006, ''];

  constructor({ url, path }: Address, listener: Listener) {
    this.#listener = listener;
    const isTls = url.protocol === 'https:';
    const port = Number(url.port) || (isTls ? 443 : 80);
    const onread = {
      buffer: SHARED,
      callback: (length: number): boolean => {
        this.#read(SHARED.subarray(0, length));
        return true;
      },
    };
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const hello = (): void => void this.#socket.write(upgrade(url.host, path));
    this.#socket = isTls ? connectTls({ host, port, servername: host }, hello) : connect({ host, port, onread }, hello);
    if (isTls) this.#socket.on('data', (bytes: Buffer) => this.#read(bytes));
    this.#socket.setNoDelay(true);
    this.#socket.on('error', (err) => {
      this.#closing = [1006, err.message];
    });
    this.#socket.on('close', () => listener.closed?.(...this.#closing));
  }

  /** A byte message of Colyseus. */
  sendBytes(type: number, bytes: Uint8Array): void {
    this.#send(OPCODE.binary, Buffer.concat([Buffer.of(PROTOCOL.bytes, type), bytes]));
  }

  /** A named message of Colyseus; `packed` is MessagePack. */
  sendMessage(type: string, packed: Uint8Array): void {
    this.#send(OPCODE.binary, Buffer.concat([Buffer.of(PROTOCOL.data, 0xa0 | type.length), Buffer.from(type, 'latin1'), packed]));
  }

  /** A request of Colyseus: `number` (below 128) comes back with its answer, as a message of kind 22 that `other` is given. */
  sendRequest(number: number, type: string, packed: Uint8Array): void {
    this.#send(
      OPCODE.binary,
      Buffer.concat([Buffer.of(PROTOCOL.request, number, 0xa0 | type.length), Buffer.from(type, 'latin1'), packed]),
    );
  }

  close(code = 4000): void {
    this.#send(OPCODE.close, Buffer.of(code >> 8, code & 255));
    this.#socket.end();
  }

  /** Masked with zeros, which the standard allows and costs nothing. Bodies up to 64 kB. */
  #send(opcode: number, body: Buffer): void {
    if (this.#socket.destroyed) return;
    const long = body.length > 125;
    const head = Buffer.alloc(long ? 8 : 6);
    head[0] = 0x80 | opcode;
    head[1] = 0x80 | (long ? 126 : body.length);
    if (long) head.writeUInt16BE(body.length, 2);
    this.#socket.write(Buffer.concat([head, body]));
  }

  #read(chunk: Buffer): void {
    this.received += chunk.length;
    let bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    this.#rest = undefined;
    if (!this.#upgraded) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) {
        this.#rest = Buffer.from(bytes);
        return;
      }
      if (!bytes.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
        this.#closing = [1002, bytes.toString('latin1', 9, bytes.indexOf('\r\n'))];
        this.#socket.destroy();
        return;
      }
      this.#upgraded = true;
      bytes = bytes.subarray(end + 4);
    }
    let at = 0;
    for (;;) {
      const [from, to] = extentOf(bytes, at);
      if (to > bytes.length) break;
      this.#take((bytes[at] ?? 0) & 15, bytes.subarray(from, to));
      at = to;
    }
    if (at < bytes.length) this.#rest = Buffer.from(bytes.subarray(at));
  }

  #take(opcode: number, body: Buffer): void {
    if (opcode === OPCODE.ping) this.#send(OPCODE.pong, body);
    else if (opcode === OPCODE.close) {
      // a refusal has said more already
      if (this.#closing[0] !== REFUSED) this.#closing = body.length >= 2 ? [body.readUInt16BE(0), body.toString('utf8', 2)] : [1005, ''];
      this.#socket.end();
    } else if (opcode === OPCODE.binary) this.#hear(body);
  }

  #hear(body: Buffer): void {
    this.messages++;
    const listener = this.#listener;
    switch ((body[0] ?? 0) & 31) {
      case PROTOCOL.join:
        this.#send(OPCODE.binary, Buffer.of(PROTOCOL.join));
        break;
      case PROTOCOL.error:
        // a number and a short string, whose length byte is no letter
        this.#closing = [REFUSED, /[\w ]*$/.exec(body.toString('latin1'))?.[0] ?? ''];
        this.#socket.destroy();
        break;
      case PROTOCOL.state:
        listener.entered?.(body.length);
        break;
      case PROTOCOL.data: {
        const length = (body[1] ?? 0) & 31;
        listener.message?.(body.toString('latin1', 2, 2 + length), body.subarray(2 + length));
        break;
      }
      case PROTOCOL.bytes:
        listener.bytes?.(body[1] ?? 0, body.subarray(2));
        break;
      default:
        listener.other?.(body);
    }
  }
}

const upgrade = (host: string, path: string): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    '\r\n',
  ].join('\r\n');

/** Where the body of the message at `at` begins and ends; the end is Infinity while not even that is known. */
function extentOf(bytes: Buffer, at: number): [number, number] {
  if (at + 2 > bytes.length) return [at, Number.POSITIVE_INFINITY];
  const short = (bytes[at + 1] ?? 0) & 127;
  if (short < 126) return [at + 2, at + 2 + short];
  const head = short === 126 ? 4 : 10;
  if (at + head > bytes.length) return [at, Number.POSITIVE_INFINITY];
  const length = short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return [at + head, at + head + length];
}
