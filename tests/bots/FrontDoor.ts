// Asks an office for a seat over HTTP, as the client does: what is there, its map, and the reservation.
import { Agent, request as requestHttp } from 'node:http';
import { request as requestTls, Agent as TlsAgent } from 'node:https';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { JoinOptions, OfficeFacts } from '@comptoir/shared/protocol/http';

interface Reply {
  status: number;
  retryAfterS: number;
  body: unknown;
}

/** The address of the socket; or that one has to wait; or the refusal's name, which no waiting changes. */
export type Seat = { path: string } | { waitS: number } | { refused: string };

export class FrontDoor {
  readonly url: URL;
  readonly #agent: Agent;

  constructor(url: string) {
    this.url = new URL(url);
    const settings = { keepAlive: true, maxSockets: 32 };
    this.#agent = this.url.protocol === 'https:' ? new TlsAgent(settings) : new Agent(settings);
  }

  /** @throws Error with one sentence when there is no such office */
  async facts(office: string): Promise<OfficeFacts> {
    return (await this.#good(`/api/offices/${encodeURIComponent(office)}`)) as OfficeFacts;
  }

  async map(office: string): Promise<OfficeMap> {
    return (await this.#good(`/api/offices/${encodeURIComponent(office)}/map`)) as OfficeMap;
  }

  /** `room`: its type and id. */
  async askForSeat(roomId: string, options: Partial<JoinOptions>): Promise<Seat> {
    const reply = await this.#ask('POST', `/matchmake/joinById/${roomId}`, options);
    const body = reply.body as Record<string, unknown>;
    if (reply.status === 200) return { path: `/${body.processId}/${body.roomId}?sessionId=${body.sessionId}` };
    return reply.status === 429 ? { waitS: reply.retryAfterS } : { refused: String(body.error ?? reply.status) };
  }

  close(): void {
    this.#agent.destroy();
  }

  async #good(path: string): Promise<unknown> {
    const { status, body } = await this.#ask('GET', path);
    if (status === 200) return body;
    throw new Error(`${this.url.origin}${path} answered ${status}: ${String((body as { error?: unknown }).error ?? '')}`);
  }

  #ask(method: string, path: string, body?: unknown): Promise<Reply> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
    const request = this.url.protocol === 'https:' ? requestTls : requestHttp;
    return new Promise((resolve, reject) => {
      const asking = request(new URL(path, this.url), { method, headers, agent: this.#agent }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', reject);
        reply.on('end', () => {
          try {
            const parsed: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
            resolve({ status: reply.statusCode ?? 0, retryAfterS: Number(reply.headers['retry-after'] ?? 1), body: parsed });
          } catch {
            reject(new Error(`${this.url.origin}${path} answered ${reply.statusCode} without JSON: is it Comptoir?`));
          }
        });
      });
      asking.on('error', reject);
      asking.end(text);
    });
  }
}
