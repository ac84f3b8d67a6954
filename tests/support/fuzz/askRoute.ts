// Sends one of routes.ts, as it is: no fetch that would tidy it up.
import { Agent, request } from 'node:http';
import { readIdToken } from './anyOf.ts';
import type { Pool } from './Pool.ts';
import { PIECES, type RouteMove } from './routes.ts';

export interface RouteAnswer {
  status: number;
  head: string;
  body: Buffer;
}

const GIVE_UP_MS = 20_000;

/** A piece of a path: an id of something, or what only looks like one. */
const pieceOf = (pool: Pool, name: string, n: number): string => {
  if (name === 'office' && n % 3 > 0) return 'office';
  if (n % 4 === 0) return PIECES[(n >> 2) % PIECES.length] ?? '';
  return encodeURIComponent(pool.pick({ knock: 'knock', passkey: 'passkey', document: 'slides' }[name] ?? 'any', n).toWellFormed());
};

const pathOf = (pool: Pool, { path, query }: Pick<RouteMove, 'path' | 'query'>): string =>
  path.replace(/\{(\w+):(\d+)\}/g, (_, name: string, n: string) => pieceOf(pool, name, Number(n))) +
  query.replace('{id}', pool.pick('invitation', path.length));

/** Tokens of bodies are JSON by now. */
const bodyOf = (pool: Pool, body: Uint8Array): Buffer =>
  Buffer.from(
    Buffer.from(body)
      .toString('latin1')
      .replace(/\xee\x80\x80(\w+):(\d+)/g, (found, kind: string, n: string) => {
        const token = readIdToken(`\u{e000}${kind}:${n}`);
        return token ? Buffer.from(JSON.stringify(pool.pick(token.kind, token.n)).slice(1, -1)).toString('latin1') : found;
      }),
    'latin1',
  );

export class RouteAsker {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(url: string) {
    this.#url = new URL(url);
  }

  close(): void {
    this.#agent.destroy();
  }

  /** @returns undefined when node itself would not send it, or when the connection was closed on us */
  ask(pool: Pool, move: RouteMove, who: { cookie: string; ticket: string; address: string }): Promise<RouteAnswer | 'silence' | undefined> {
    const body = move.body && bodyOf(pool, move.body);
    const headers: Record<string, string> = {
      'x-forwarded-for': who.address,
      ...(move.method === 'GET' || move.method === 'HEAD' ? {} : { origin: this.#url.origin, 'content-type': 'application/json' }),
      ...(move.as === 'nobody' ? {} : { cookie: who.cookie }),
      ...(move.as === 'ticket' ? { authorization: `Bearer ${who.ticket}` } : {}),
      ...move.headers,
      ...(body ? { 'content-length': String(body.length) } : {}),
    };
    return new Promise((resolve) => {
      try {
        const { hostname, port } = this.#url;
        const asked = request(
          { hostname, port, agent: this.#agent, method: move.method, path: pathOf(pool, move), headers, timeout: GIVE_UP_MS },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('error', () => resolve(undefined));
            answer.on('end', () =>
              resolve({ status: answer.statusCode ?? 0, head: answer.rawHeaders.join('\n'), body: Buffer.concat(parts) }),
            );
          },
        );
        asked.on('error', () => resolve(undefined));
        asked.on('upgrade', (_answer, socket) => socket.destroy());
        asked.on('timeout', () => {
          resolve('silence');
          asked.destroy();
        });
        asked.end(body);
      } catch {
        resolve(undefined);
      }
    });
  }
}
