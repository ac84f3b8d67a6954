// One of many who chat in a bench: says lines at a pace of their own over a bare socket, and notes how long each took to be acknowledged.
import { EMPTY_CARD } from '@comptoir/shared/protocol/cards';
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import { introduction } from '../../bots/Bot.ts';
import type { FrontDoor } from '../../bots/FrontDoor.ts';
import { OfficeSocket } from '../../bots/OfficeSocket.ts';
import { randomOf } from '../../bots/Random.ts';

/** Colyseus' Protocol: an answer to a request, its number in one byte below this. */
const RESPONSE = 22;
const NUMBERS = 120;

type Packable = string | null | readonly Packable[] | { readonly [key: string]: Packable };

/** MessagePack; words have up to 255 plain letters, tables and lists up to 15 entries. */
function pack(value: Packable): Buffer {
  if (value === null) return Buffer.of(0xc0);
  if (typeof value === 'string') return Buffer.concat([Buffer.of(0xd9, value.length), Buffer.from(value, 'latin1')]);
  if (Array.isArray(value)) return Buffer.concat([Buffer.of(0x90 | value.length), ...value.map(pack)]);
  const entries = Object.entries(value);
  return Buffer.concat([Buffer.of(0x80 | entries.length), ...entries.flatMap(([key, entry]) => [pack(key), pack(entry)])]);
}

/** What somebody asks again and again, each time a little else. */
export interface Asking {
  request: string;
  ask(number: number): Packable;
}

/** A line that everybody reads. */
const A_LINE: Asking = {
  request: 'say',
  ask: (number) => ({ to: { kind: 'office' }, text: `the ${number}th thing that somebody has to say about what the others said` }),
};
/** Their card: kept as well, and read by nobody yet. */
export const A_CARD: Asking = {
  request: 'saveCard',
  ask: (number) => ({ card: { ...EMPTY_CARD, doing: `the ${number}th thing that somebody does` } }),
};

export interface Acknowledged {
  ackMs: number[];
  refused: number;
}

export class Chatter {
  readonly #socket: OfficeSocket;
  readonly #askedMs = new Map<number, number>();
  readonly #book: Acknowledged;
  readonly #asking: Asking;
  #number = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    path: string,
    door: FrontDoor,
    { book, asking }: { book: Acknowledged; asking: Asking },
    entered: () => void,
    failed: (reason: Error) => void,
  ) {
    this.#book = book;
    this.#asking = asking;
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

  static async enter(door: FrontDoor, roomId: string, number: number, book: Acknowledged, asking = A_LINE): Promise<Chatter> {
    const seat = await door.askForSeat(roomId, { ...introduction(randomOf(number), number), protocol: PROTOCOL_VERSION });
    if (!('path' in seat)) throw new Error(`nobody may come in: ${JSON.stringify(seat)}`);
    return new Promise((resolve, reject) => {
      const chatter: Chatter = new Chatter(seat.path, door, { book, asking }, () => resolve(chatter), reject);
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
    this.#socket.sendRequest(this.#number, this.#asking.request, pack(this.#asking.ask(this.#number)));
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
