// One of many who chat in a bench: says lines at a pace of their own over a bare socket, and notes how long each took to be acknowledged.
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import { introduction } from '../../bots/Bot.ts';
import type { FrontDoor } from '../../bots/FrontDoor.ts';
import { OfficeSocket } from '../../bots/OfficeSocket.ts';
import { randomOf } from '../../bots/Random.ts';

/** Colyseus' Protocol: an answer to a request, its number in one byte below this. */
const RESPONSE = 22;
const NUMBERS = 120;

/** MessagePack of `{ to: { kind: 'office' }, text }`; the text has up to 255 plain letters. */
function packLine(text: string): Buffer {
  const short = (word: string): Buffer => Buffer.concat([Buffer.of(0xa0 | word.length), Buffer.from(word, 'latin1')]);
  const long = Buffer.concat([Buffer.of(0xd9, text.length), Buffer.from(text, 'latin1')]);
  return Buffer.concat([Buffer.of(0x82), short('to'), Buffer.of(0x81), short('kind'), short('office'), short('text'), long]);
}

export interface Acknowledged {
  ackMs: number[];
  refused: number;
}

export class Chatter {
  readonly #socket: OfficeSocket;
  readonly #askedMs = new Map<number, number>();
  readonly #book: Acknowledged;
  #number = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(path: string, door: FrontDoor, book: Acknowledged, entered: () => void, failed: (reason: Error) => void) {
    this.#book = book;
    this.#socket = new OfficeSocket(
      { url: door.url, path },
      {
        message: (type) => {
          if (type === 'welcome') entered();
        },
        other: (body) => this.#hear(body),
        closed: (code, reason) => failed(new Error(`a connection ended: ${code} ${reason}`)),
      },
    );
  }

  static async enter(door: FrontDoor, roomId: string, number: number, book: Acknowledged): Promise<Chatter> {
    const seat = await door.askForSeat(roomId, { ...introduction(randomOf(number), number), protocol: PROTOCOL_VERSION });
    if (!('path' in seat)) throw new Error(`nobody may come in: ${JSON.stringify(seat)}`);
    return new Promise((resolve, reject) => {
      const chatter: Chatter = new Chatter(seat.path, door, book, () => resolve(chatter), reject);
    });
  }

  /** The first one after `waitMs`. */
  chat(everyMs: number, waitMs: number): void {
    this.#timer = setTimeout(() => {
      this.#say();
      this.#timer = setInterval(() => this.#say(), everyMs);
    }, waitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#timer);
  }

  leave(): void {
    this.stop();
    this.#socket.close();
  }

  #say(): void {
    this.#number = (this.#number % NUMBERS) + 1;
    this.#askedMs.set(this.#number, performance.now());
    this.#socket.sendRequest(
      this.#number,
      'say',
      packLine(`the ${this.#number}th thing that somebody has to say about what the others said`),
    );
  }

  #hear(body: Buffer): void {
    if (body[0] !== RESPONSE) return;
    const number = body[1] ?? 0;
    const askedMs = this.#askedMs.get(number);
    this.#askedMs.delete(number);
    // the table of an answer begins with `ok` or `refused`
    if (body.includes('refused') || askedMs === undefined) this.#book.refused++;
    else this.#book.ackMs.push(performance.now() - askedMs);
  }
}
