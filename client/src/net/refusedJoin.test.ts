import { afterEach, expect, it, vi } from 'vitest';
import { Connection, type ConnectionSink } from './Connection.ts';

/** The SDK hands on no more than name and status. */
vi.mock('@colyseus/sdk', () => ({
  Client: class {
    readonly #fetch: typeof fetch;
    constructor(_endpoint: string, { fetchFn }: { fetchFn: typeof fetch }) {
      this.#fetch = fetchFn;
    }
    async joinById(): Promise<never> {
      const { status } = await this.#fetch('http://office.test/matchmake/joinById/r');
      throw Object.assign(new Error('tooMany'), { code: status });
    }
  },
}));

afterEach(() => vi.unstubAllGlobals());

const join = (headers: Record<string, string>) => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 429, headers }));
  const wish = { roomId: 'r', options: { name: 'Ada', trade: '', appearance: '' } };
  return new Connection('http://office.test', {} as ConnectionSink, () => wish).join();
};

it('[U61] too many attempts: the wait that the server names is handed on', async () => {
  expect(await join({ 'Retry-After': '90' })).toEqual({ refused: 'tooMany', retryAfterS: 90 });
  expect(await join({})).toEqual({ refused: 'tooMany' });
});
