// A way to a STUN or TURN server, over UDP, TCP or TLS: one question at a time, and its answer.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, isIPv6, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { lengthOf, readMessage, type StunMessage } from './stunMessage.ts';

export interface LineTarget {
  host: string;
  /** IP address of the host. */
  address: string;
  port: number;
  transport: 'udp' | 'tcp' | 'tls';
}

export interface Line {
  /** Undefined when no answer comes in time. */
  ask(message: Buffer): Promise<StunMessage | undefined>;
  close(): void;
}

const CONNECT_MS = 4000;
const ANSWER_MS = 3500;
/** A packet may be lost: asked again after so long. */
const AGAIN_MS = [300, 700, 1500];

/** @throws what connecting throws: nobody listens, no way leads there, the certificate is wrong */
export const openLine = (target: LineTarget): Promise<Line> => (target.transport === 'udp' ? openUdp(target) : openStream(target));

/** Whoever waits for the answer to a transaction. */
function createWaiting() {
  const waiting = new Map<string, (answer: StunMessage | undefined) => void>();
  return {
    heard(bytes: Buffer): void {
      const message = readMessage(bytes);
      if (message) waiting.get(message.transaction.toString('hex'))?.(message);
    },
    answerTo(message: Buffer): Promise<StunMessage | undefined> {
      const transaction = message.subarray(8, 20).toString('hex');
      return new Promise((resolve) => {
        const timer = setTimeout(() => waiting.get(transaction)?.(undefined), ANSWER_MS);
        waiting.set(transaction, (answer) => {
          clearTimeout(timer);
          waiting.delete(transaction);
          resolve(answer);
        });
      });
    },
    giveUp(): void {
      for (const resolve of [...waiting.values()]) resolve(undefined);
    },
  };
}

async function openUdp({ address, port }: LineTarget): Promise<Line> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  const waiting = createWaiting();
  socket.on('message', (bytes) => waiting.heard(bytes));
  socket.connect(port, address);
  await once(socket, 'connect');
  // connected, because then a port where nobody listens comes back as an error
  socket.on('error', () => waiting.giveUp());
  return {
    async ask(message) {
      const answer = waiting.answerTo(message);
      const send = (): void => socket.send(message, () => undefined);
      send();
      const timers = AGAIN_MS.map((ms) => setTimeout(send, ms));
      const heard = await answer;
      for (const timer of timers) clearTimeout(timer);
      return heard;
    },
    close: () => void socket.close(),
  };
}

async function openStream({ host, address, port, transport }: LineTarget): Promise<Line> {
  // a certificate is for the name, not for the address it leads to
  const socket: Socket =
    transport === 'tls' ? connectTls({ host: address, port, ...(host === address ? {} : { servername: host }) }) : connect(port, address);
  const waiting = createWaiting();
  const connected = once(socket, transport === 'tls' ? 'secureConnect' : 'connect', { signal: AbortSignal.timeout(CONNECT_MS) });
  try {
    await connected;
  } catch (err) {
    socket.destroy();
    throw err instanceof Error && err.name === 'AbortError' ? new Error('no answer') : err;
  }
  let rest = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (let length = lengthOf(rest); length !== undefined && rest.length >= length; length = lengthOf(rest)) {
      waiting.heard(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  });
  socket.on('error', () => waiting.giveUp());
  socket.on('close', () => waiting.giveUp());
  return {
    async ask(message) {
      const answer = waiting.answerTo(message);
      socket.write(message);
      return answer;
    },
    close: () => void socket.destroy(),
  };
}
