// A TCP proxy that makes a network bad on purpose, always the same way for the same seed: delay, jitter, held segments, cuts.
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { seededRandom } from './seededRandom.ts';

export interface Badness {
  /** One way, in both directions. */
  delayMs?: number;
  /** The delay varies by up to this, both ways; order is kept. */
  jitterMs?: number;
  /** Share of segments held back, and all behind them. */
  heldShare?: number;
  heldMs?: number;
  seed?: number;
}

export class BadNetwork {
  readonly url: string;
  readonly #server: Server;
  readonly #pairs = new Set<[Socket, Socket]>();
  /** While cut, bytes vanish: neither side is told, as when a cable is pulled. */
  #isCut = false;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async before(target: string, badness: Badness = {}): Promise<BadNetwork> {
    const { hostname, port } = new URL(target);
    const random = seededRandom(badness.seed ?? 1);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const own = new BadNetwork(server, `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    server.on('connection', (near) => own.#carry(near, connect(Number(port), hostname), badness, random));
    return own;
  }

  /** Pulls the cable: silence in both directions, also for new connections. */
  cut(): void {
    this.#isCut = true;
  }

  /** Plugs it in again. What was sent in between is lost, and so are the connections it was sent on. */
  mend(): void {
    this.#isCut = false;
    this.drop();
  }

  /** Ends every connection: the address changed, the router restarted. */
  drop(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    this.#pairs.clear();
  }

  async close(): Promise<void> {
    this.drop();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(near: Socket, far: Socket, badness: Badness, random: () => number): void {
    const pair: [Socket, Socket] = [near, far];
    this.#pairs.add(pair);
    for (const socket of pair) socket.setNoDelay(true);
    this.#pass(near, far, badness, random);
    this.#pass(far, near, badness, random);
    // while cut, one side may outlive the other
    const forget = (): void => {
      if (pair.every((socket) => socket.destroyed)) this.#pairs.delete(pair);
    };
    for (const socket of pair) socket.on('close', forget);
  }

  #pass(from: Socket, to: Socket, { delayMs = 0, jitterMs = 0, heldShare = 0, heldMs = 0 }: Badness, random: () => number): void {
    // a queue, not a timer each: timers round, and two of them would now and then change places
    const waiting: { dueMs: number; run: () => void }[] = [];
    let dueMs = 0;
    const release = (): void => {
      for (let first = waiting[0]; first && first.dueMs <= performance.now(); first = waiting[0]) {
        waiting.shift();
        if (!this.#isCut && !to.destroyed) first.run();
      }
      if (waiting[0]) setTimeout(release, Math.max(1, waiting[0].dueMs - performance.now()));
    };
    /** Not before what was sent earlier: the end of a connection too. */
    const later = (lateMs: number, run: () => void): void => {
      dueMs = Math.max(dueMs, performance.now() + lateMs);
      waiting.push({ dueMs, run });
      if (waiting.length === 1) release();
    };
    from.on('data', (chunk: Buffer) => {
      if (this.#isCut) return;
      const lateMs = delayMs + (random() * 2 - 1) * jitterMs + (random() < heldShare ? heldMs : 0);
      later(lateMs, () => to.write(chunk));
    });
    from.on('error', () => from.destroy());
    from.on('close', () => later(delayMs, () => to.destroy()));
  }
}
