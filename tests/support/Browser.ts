// A browser as far as accounts need one: it keeps cookies, asks over HTTP as a page does, and comes into the office by a bare socket.
import type { AccountFacts } from '@comptoir/shared/protocol/accounts';
import type { DeviceFacts } from '@comptoir/shared/protocol/http';
import type { WebSocket } from 'ws';
import { until } from './enterOffice.ts';
import { askForPlace, joinBarely } from './joinBarely.ts';

export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a route answers; tests look at parts of it
  body: any;
  text: string;
  headers: Headers;
}

export interface BrowserFacts {
  /** What a proxy in front would say of where it is. */
  address?: string;
  userAgent?: string;
}

export class Browser {
  readonly url: string;
  static readonly #sockets = new Set<WebSocket>();
  readonly cookies = new Map<string, string>();
  readonly #facts: BrowserFacts;

  constructor(url: string, facts: BrowserFacts = {}) {
    this.url = url;
    this.#facts = facts;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** @param more headers; the origin is this office's unless they say otherwise */
  async ask(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Answered> {
    const { address, userAgent } = this.#facts;
    const url = new URL(path, this.url);
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: new URL(this.url).origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(address === undefined ? {} : { 'x-forwarded-for': address }),
        ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (url.origin === new URL(this.url).origin) this.#keep(answer.headers.getSetCookie());
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: isJson ? JSON.parse(text) : undefined, text, headers: answer.headers };
  }

  get(path: string): Promise<Answered> {
    return this.ask('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<Answered> {
    return this.ask('POST', path, body);
  }

  async device(): Promise<DeviceFacts> {
    return (await this.post('/api/device')).body;
  }

  async account(): Promise<AccountFacts> {
    return (await this.get('/api/account')).body;
  }

  /** Comes in as somebody new, and waits until that is written down. @returns who they are now */
  async enterAsGuest(name: string, trade = ''): Promise<{ personId: string; ticket: string; socket: WebSocket }> {
    await this.device();
    const socket = await this.enter({ name, trade });
    for (;;) {
      const person = (await this.device()).persons.find((one) => one.name === name);
      if (person) return { personId: person.personId, ticket: person.ticket, socket };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async enter(options: Record<string, unknown>): Promise<WebSocket> {
    const socket = await joinBarely(this.url, { options, cookie: this.cookie, ...this.#at() });
    Browser.#sockets.add(socket);
    return socket;
  }

  /** Everybody of every browser leaves, at the end of a test file. */
  static closeAll(): void {
    for (const socket of Browser.#sockets) socket.terminate();
    Browser.#sockets.clear();
  }

  /** Why no place is given; undefined when one is (and not taken). */
  async refusal(options: Record<string, unknown>): Promise<string | undefined> {
    const answer = await askForPlace(this.url, { options, cookie: this.cookie, ...this.#at() });
    return answer.ok ? undefined : ((await answer.json()) as { error: string }).error;
  }

  #at(): { address?: string } {
    return this.#facts.address === undefined ? {} : { address: this.#facts.address };
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** The link of a letter, as a path, and its code. */
export function wayIn(text: string): { link: string; code: string } {
  const link = /https?:\/\/[^/\s]+(\/sign-in\/[\w-]{43})/.exec(text)?.[1] ?? '';
  const code = /\b([2-9A-Z]{4}-[2-9A-Z]{4})\b/.exec(text)?.[1] ?? '';
  return { link, code };
}

const closed = (socket: WebSocket): boolean => socket.readyState === socket.CLOSED;

export async function untilClosed(socket: WebSocket): Promise<void> {
  await until(() => closed(socket), 'the socket is closed');
}
