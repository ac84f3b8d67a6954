// Our own STUN server, so that browsers need not ask a stranger's how their network shows them to others.
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readBindingRequest, writeBindingResponse } from './stun.ts';

export interface StunServer {
  port: number;
  close(): Promise<void>;
}

async function bound(port: number, address: string): Promise<Socket> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  try {
    socket.bind(port, address);
    await once(socket, 'listening');
    return socket;
  } catch (err) {
    socket.close();
    throw err;
  }
}

/** A machine may have no IPv6. */
const isMissing = (err: unknown): boolean =>
  err instanceof Error && 'code' in err && (err.code === 'EAFNOSUPPORT' || err.code === 'EADDRNOTAVAIL');

/**
 * No answer is longer than 44 bytes to a question of at least 20: nothing to amplify with.
 * @param isLocal for this machine only
 * @throws what binding the port throws
 */
export async function openStun(port: number, isLocal: boolean): Promise<StunServer> {
  const socket = await bound(port, isLocal ? '127.0.0.1' : '::').catch((err: unknown) => {
    if (isMissing(err)) return bound(port, '0.0.0.0');
    throw err;
  });
  socket.on('message', (message, from) => {
    const transaction = readBindingRequest(message);
    if (transaction) socket.send(writeBindingResponse(transaction, from.address, from.port), from.port, from.address);
  });
  // an answer that cannot be sent is lost: they ask again
  socket.on('error', () => undefined);
  return {
    port: socket.address().port,
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}
