// The one listening port: http or https, with limits against slow and oversized requests.
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tuning } from '@comptoir/shared/tuning';
import { StartProblem } from '../ops/StartProblem.ts';
import type { HttpSettings } from './HttpSettings.ts';

/** Of bodies endSlowBodies.ts knows which may take how long. */
const LIMITS = { maxHeaderSize: 16_384, headersTimeout: 15_000, requestTimeout: tuning.slideSendMs, keepAliveTimeout: 20_000 };

/** Not listening yet: the WebSocket transport is attached to it first. */
export function createListener({ tls }: Pick<HttpSettings, 'tls'>): Server {
  if (!tls) return createServer(LIMITS);
  try {
    return createTlsServer({ ...LIMITS, cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) });
  } catch (err) {
    throw new StartProblem(`TLS_CERT and TLS_KEY cannot be used together: ${err instanceof Error ? err.message : err}.`);
  }
}

function explain(err: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): string {
  switch (err.code) {
    case 'EADDRINUSE':
      return `Port ${port} is busy: something else listens there already (set PORT to use another).`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user (set PORT to one above 1023).`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST names an address this machine does not have: ${host}.`;
    default:
      return `Port ${port} cannot be opened: ${err.message}.`;
  }
}

/**
 * Makes `handler` the only one that answers requests and starts to listen; answers the port (a free one when asked for 0).
 * Throws a StartProblem when the port cannot be had.
 */
export function openPort(listener: Server, handler: RequestListener, where: { port: number; host: string }): Promise<number> {
  // Colyseus' own request listener answers preflights of any origin.
  listener.removeAllListeners('request');
  listener.on('request', handler);
  return new Promise((resolve, reject) => {
    const fail = (err: NodeJS.ErrnoException): void => reject(new StartProblem(explain(err, where)));
    const printers = listener.listeners('error');
    // The transport would print the stack and stay alive.
    listener.removeAllListeners('error');
    listener.once('error', fail);
    listener.listen(where.port, where.host, () => {
      listener.removeListener('error', fail);
      for (const printer of printers) listener.on('error', printer as (err: Error) => void);
      const address = listener.address();
      resolve(typeof address === 'object' && address ? address.port : where.port);
    });
  });
}
