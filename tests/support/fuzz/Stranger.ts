// A connection that may send anything, and shows every byte that comes: no client of ours stands between.
import { once } from 'node:events';
import type { Answer, Ask, RequestName } from '@comptoir/shared/protocol/requests';
import type { Line } from '@comptoir/shared/protocol/talk';
import { unpack } from 'msgpackr';
import { WebSocket } from 'ws';
import { until } from '../enterOffice.ts';
import { addressOf, askForPlace, type BareJoin } from '../joinBarely.ts';
import { packMessage } from './packMessage.ts';

/** Of Colyseus. */
const CODE = { join: 10, data: 13, bytes: 17, request: 21, response: 22 } as const;
const ANSWER_MS = 20_000;
const ANSWERED_WELL = 0;
/** Ids of requests are one byte here, and come again. */
const MOST_ASKED = 128;

export type Reply = { answer: unknown } | { failed: 'broken' | 'silence' | 'gone' };

export interface Ears {
  /** Every message, whole. */
  bytes(stranger: Stranger, bytes: Buffer): void;
  /** A named message. */
  told?(type: string, message: unknown): void;
}

const text = (type: string): Buffer =>
  Buffer.concat([type.length < 32 ? Buffer.of(0xa0 | type.length) : Buffer.of(0xd9, type.length), Buffer.from(type)]);

export class Stranger {
  personId = '';
  ticket = '';
  readonly join: BareJoin;
  readonly #socket: WebSocket;
  readonly #ears: Ears;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #asked = 0;

  /** @returns why no place was given, or somebody who was welcomed */
  static async enter(url: string, join: BareJoin, ears: Ears): Promise<Stranger | { refused: string }> {
    const answer = await askForPlace(url, join);
    const seat = (await answer.json()) as Record<string, string>;
    if (!answer.ok) return { refused: seat.error ?? String(answer.status) };
    const socket = new WebSocket(addressOf(url, seat), { headers: { ...(join.cookie ? { cookie: join.cookie } : {}) } });
    const stranger = new Stranger(socket, join, ears);
    socket.on('error', () => undefined);
    await Promise.race([once(socket, 'open'), once(socket, 'close')]);
    await until(() => stranger.personId !== '' || !stranger.isIn, 'somebody is welcome or not let in', ANSWER_MS);
    return stranger.isIn ? stranger : { refused: 'closed' };
  }

  private constructor(socket: WebSocket, join: BareJoin, ears: Ears) {
    this.join = join;
    this.#socket = socket;
    this.#ears = ears;
    socket.on('message', (data: Buffer) => this.#hear(data));
    socket.on('close', () => {
      for (const resolve of this.#waiting.values()) resolve({ failed: 'gone' });
      this.#waiting.clear();
    });
  }

  get isIn(): boolean {
    return this.#socket.readyState <= WebSocket.OPEN;
  }

  raw(bytes: Uint8Array): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(bytes);
  }

  message(type: string, payload: Uint8Array): void {
    this.raw(Buffer.concat([Buffer.of(CODE.data), text(type), payload]));
  }

  bytes(type: number, payload: Uint8Array): void {
    this.raw(Buffer.concat([Buffer.of(CODE.bytes, type & 127), payload]));
  }

  /** @param payload MessagePack, or what pretends to be */
  request(name: string, payload: Uint8Array): Promise<Reply> {
    const id = this.#asked++ % MOST_ASKED;
    return new Promise((resolve) => {
      if (this.#socket.readyState !== WebSocket.OPEN) return resolve({ failed: 'gone' });
      const timer = setTimeout(() => resolve({ failed: 'silence' }), ANSWER_MS);
      this.#waiting.set(id, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
      this.raw(Buffer.concat([Buffer.of(CODE.request, id), text(name), payload]));
    });
  }

  /** As an honest client. @throws when it is refused */
  async granted<R extends RequestName>(name: R, ask: Ask<R>): Promise<Exclude<Answer<R>, { refused: unknown }>> {
    const reply = await this.request(name, packMessage(ask));
    const answer = 'answer' in reply ? (reply.answer as Answer<R>) : undefined;
    if (answer === undefined || 'refused' in answer) throw new Error(`${name} was not granted: ${JSON.stringify(reply)}`);
    return answer as Exclude<Answer<R>, { refused: unknown }>;
  }

  async say(words: string, to: Ask<'say'>['to'], files: string[] = []): Promise<Line> {
    return (await this.granted('say', { to, text: words, files })).line;
  }

  /** Their page is closed, or their line is cut. */
  async end(how: 'leave' | 'cut' = 'leave'): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    if (how === 'leave') this.raw(Buffer.of(12));
    else this.#socket.terminate();
    const timer = setTimeout(() => this.#socket.terminate(), 2000);
    await closed;
    clearTimeout(timer);
  }

  #hear(bytes: Buffer): void {
    this.#ears.bytes(this, bytes);
    const code = (bytes[0] ?? 0) & 31;
    if (code === CODE.join) this.raw(Buffer.of(CODE.join));
    else if (code === CODE.response) {
      const id = bytes[1] ?? 0;
      const resolve = this.#waiting.get(id);
      this.#waiting.delete(id);
      resolve?.(bytes[2] === ANSWERED_WELL ? { answer: bytes.length > 3 ? unpack(bytes.subarray(3)) : undefined } : { failed: 'broken' });
    } else if (code === CODE.data) this.#told(bytes);
  }

  #told(bytes: Buffer): void {
    const length = (bytes[1] ?? 0) & 31;
    const type = bytes.toString('latin1', 2, 2 + length);
    if (bytes.length <= 2 + length) return;
    const message: unknown = unpack(bytes.subarray(2 + length));
    if (type === 'welcome')
      Object.assign(this, message && { personId: (message as Stranger).personId, ticket: (message as Stranger).ticket });
    this.#ears.told?.(type, message);
  }
}
