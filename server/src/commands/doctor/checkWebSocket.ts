// A real WebSocket upgrade, asked for as a browser does: with the page's own Origin.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type Finding, ok, problem } from './Finding.ts';

const PATIENCE_MS = 6000;

export async function checkWebSocket(address: URL): Promise<Finding> {
  const url = new URL('/doctor/doctor?sessionId=doctor', address);
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url, { origin: address.origin, handshakeTimeout: PATIENCE_MS, rejectUnauthorized: false });
  let refusedWith: number | undefined;
  socket.on('unexpected-response', (_request, { statusCode }) => {
    refusedWith = statusCode;
    socket.terminate();
  });
  socket.on('error', () => undefined);
  try {
    await once(socket, 'open', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return ok('WebSocket', `A WebSocket passes through ${address.origin}.`);
  } catch (err) {
    return problem('WebSocket', explain(address.origin, refusedWith, err));
  } finally {
    socket.terminate();
  }
}

function explain(origin: string, status: number | undefined, err: unknown): string {
  if (status === 403)
    return `A WebSocket through ${origin} is refused as coming from another site: the server has to be started with PUBLIC_URL=${origin}, or the proxy has to keep the Host header.`;
  const answer = status === undefined ? (err instanceof Error ? err.message : String(err)) : `it answers ${status}`;
  return `A WebSocket does not pass through ${origin} (${answer}): the proxy has to pass upgrades on every path (docs/self-hosting.md).`;
}
