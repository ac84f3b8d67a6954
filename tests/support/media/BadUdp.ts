// A UDP proxy in front of a media port that makes the network bad on purpose, always the same way for the same seed. Below the encryption, where real networks lose packets.
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { seededRandom } from '../seededRandom.ts';

export interface UdpBadness {
  /** Of media packets, both ways; what sets up a connection gets through. */
  lossShare?: number;
  /** One way, in both directions. */
  delayMs?: number;
  /** The delay varies by up to this, both ways; packets overtake one another. */
  jitterMs?: number;
}

const HOST = '127.0.0.1';

/** RFC 7983: what begins with 128 to 191 is RTP or RTCP. */
const isMedia = (packet: Buffer): boolean => (packet[0] ?? 0) >= 128 && (packet[0] ?? 0) < 192;

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4').bind(0, HOST);
  await once(socket, 'listening');
  return socket;
}

export class BadUdp {
  badness: UdpBadness;
  /** Nothing gets through. */
  isCut = false;
  dropped = 0;
  readonly #near: Socket;
  /** Where the server listens, on this machine: what the last description said. */
  #port = 0;
  readonly #random: () => number;
  /** One socket towards the server for each who sends to us, so that it can tell them apart. */
  readonly #far = new Map<string, Promise<Socket>>();

  private constructor(near: Socket, badness: UdpBadness, seed: number) {
    this.#near = near;
    this.badness = badness;
    this.#random = seededRandom(seed);
    near.on('message', (packet, { address, port: from }) => {
      void this.#towards(address, from).then((far) => this.#pass(packet, () => far.send(packet, this.#port, HOST)));
    });
  }

  static async open(badness: UdpBadness, seed = 1): Promise<BadUdp> {
    return new BadUdp(await bound(), badness, seed);
  }

  get port(): number {
    return this.#near.address().port;
  }

  /** A description of the server, whose candidates lead here from now on. */
  lead(sdp: string): string {
    this.#port = Number(/^a=candidate:\S+ \d UDP \d+ \S+ (\d+)/im.exec(sdp)?.[1]);
    let isFirst = true;
    const lines = sdp.split('\r\n').filter((line) => {
      if (!line.startsWith('a=candidate:')) return true;
      const keep = isFirst;
      isFirst = false;
      return keep;
    });
    return lines.map((line) => line.replace(/^(a=candidate:\S+ \d UDP \d+) \S+ \d+/i, `$1 ${HOST} ${this.port}`)).join('\r\n');
  }

  /** A description of whoever is behind it, for the server, which else finds a way around. */
  hide(sdp: string): string {
    return sdp
      .split('\r\n')
      .filter((line) => !line.startsWith('a=candidate:'))
      .join('\r\n');
  }

  async close(): Promise<void> {
    this.isCut = true;
    for (const far of await Promise.all(this.#far.values())) far.close();
    this.#near.close();
  }

  #towards(address: string, port: number): Promise<Socket> {
    const key = `${address} ${port}`;
    let far = this.#far.get(key);
    if (!far) {
      far = bound().then((socket) => {
        socket.on('message', (packet) => this.#pass(packet, () => this.#near.send(packet, port, address)));
        return socket;
      });
      this.#far.set(key, far);
    }
    return far;
  }

  #pass(packet: Buffer, send: () => void): void {
    const { lossShare = 0, delayMs = 0, jitterMs = 0 } = this.badness;
    if (this.isCut || (isMedia(packet) && this.#random() < lossShare)) {
      this.dropped++;
      return;
    }
    const lateMs = delayMs + (this.#random() * 2 - 1) * jitterMs;
    if (lateMs <= 0) send();
    else setTimeout(() => !this.isCut && send(), lateMs);
  }
}
