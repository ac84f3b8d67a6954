import { expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from './testServer.ts';

async function using(start: Promise<TestServer>, tell: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await start;
  try {
    await tell(server);
  } finally {
    await server.close();
  }
}

test('[P1] pages of other sites are refused, whatever they ask for', () =>
  using(startTestServer(), async ({ url, metrics }) => {
    const asks: [string, string][] = [
      ['GET', '/api/offices'],
      ['POST', '/api/device'],
      ['OPTIONS', '/api/device'],
      ['POST', '/matchmake/joinById/b2ZmaWNl'],
      ['OPTIONS', '/matchmake/joinById/b2ZmaWNl'],
      ['GET', '/maps/office/tiles.png'],
      ['GET', '/'],
    ];
    for (const [method, path] of asks) {
      for (const origin of ['https://evil.example', 'null']) {
        const answer = await fetch(url + path, { method, headers: { origin } });
        expect([method, path, answer.status]).toEqual([method, path, 403]);
        expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
        expect(await answer.json()).toEqual({ error: 'This office answers to its own pages only.' });
      }
    }
    expect(await metrics.registry.getSingleMetricAsString('comptoir_http_refused_total')).toContain('reason="origin"} 14');
  }));

test('[P1] our own page and programs without an origin are answered, without a word about other origins', () =>
  using(startTestServer(), async ({ url }) => {
    for (const headers of [{ origin: url }, {}]) {
      const answer = await fetch(`${url}/api/offices`, { headers });
      expect(answer.status).toBe(200);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  }));

test('[P1] every answer carries the security headers, errors too', () =>
  using(startTestServer(), async ({ url }) => {
    for (const path of ['/healthz', '/api/offices', '/nothing', '/api/nothing', '/maps/nothing.png']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy')).toBeTruthy();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  }));

test('[P1] the policy allows no other script source, and plain http frames only on plain http', () =>
  using(startTestServer({ trustProxy: 1 }), async ({ url }) => {
    const policyOf = async (headers: Record<string, string>) => (await fetch(url, { headers })).headers;
    const onHttp = (await policyOf({})).get('content-security-policy');
    expect(onHttp).toBe(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; " +
        "worker-src 'self'; connect-src 'self'; frame-src 'self' https: http:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    );
    const onHttps = await policyOf({ 'x-forwarded-proto': 'https' });
    expect(onHttps.get('content-security-policy')).toContain("frame-src 'self' https:;");
    expect(onHttps.get('strict-transport-security')).toBe('max-age=15552000');
  }));

test('[P1] a forwarded scheme is believed from a trusted proxy only', () =>
  using(startTestServer(), async ({ url }) => {
    const { headers } = await fetch(url, { headers: { 'x-forwarded-proto': 'https' } });
    expect(headers.get('strict-transport-security')).toBeNull();
  }));

test('[P1] bodies that are too large, broken or packed are refused in one sentence', () =>
  using(startTestServer(), async ({ url, logged }) => {
    const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/device`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    const large = await post(JSON.stringify({ office: 'x'.repeat(20_000) }));
    expect([large.status, await large.json()]).toEqual([413, { error: 'This request is too large.' }]);
    const broken = await post('{"office":');
    expect([broken.status, await broken.json()]).toEqual([400, { error: 'This request could not be understood.' }]);
    const packed = await post(new Uint8Array([31, 139]), { 'content-encoding': 'gzip' });
    expect(packed.status).toBe(415);
    const wrong = await post(JSON.stringify({ office: 5 }));
    expect(wrong.status).toBe(400);
    const unknown = await post(JSON.stringify({ office: 'office', admin: true }));
    expect(unknown.status).toBe(400);
    expect(logged).toEqual([]);
  }));

test('[P1] what lies outside cannot be named, however it is written', () =>
  using(startTestServer(), async ({ raw }) => {
    const paths = ['/../../../etc/passwd', '/maps/../../package.json', '/maps/%2e%2e/%2e%2e/package.json', '/maps/..%2f..%2fpackage.json'];
    paths.push(
      '/assets/..%5c..%5cpackage.json',
      '/maps/%00.png',
      '//etc/passwd',
      '/maps//etc/passwd',
      '/o/../../../package.json',
      '/.git/config',
    );
    for (const path of paths) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: office\r\nConnection: close\r\n\r\n`);
      expect([path, answer.split(' ')[1]]).toEqual([path, path.startsWith('/o/') ? '503' : '404']);
      expect(answer).not.toContain('"version"');
    }
  }));

test('[P1] nothing of a request is written into headers', () =>
  using(startTestServer({ publicUrl: undefined }), async ({ raw }) => {
    const asks = [
      'GET /%0d%0aSet-Cookie:%20evil=1 HTTP/1.1\r\nHost: office\r\n',
      'GET /api/offices/office/map?v=%0d%0aSet-Cookie:evil=1 HTTP/1.1\r\nHost: office\r\n',
      "GET / HTTP/1.1\r\nHost: office; script-src 'unsafe-inline' evil.example\r\n",
      'GET / HTTP/1.1\r\nHost: office\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n',
    ];
    for (const ask of asks) {
      const answer = await raw(`${ask}Connection: close\r\n\r\n`);
      const [head = ''] = answer.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 (?:2|4|5)\d\d/);
      expect(head).not.toMatch(/evil/i);
    }
  }));

test('[P1] malformed requests get 400 and the server goes on', () =>
  using(startTestServer(), async ({ raw, url }) => {
    expect(await raw('GET /%E0%A4%A HTTP/1.1\r\nHost: office\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[04]/);
    expect(await raw('GET /api/offices/%E0%A4%A HTTP/1.1\r\nHost: office\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw(`GET / HTTP/1.1\r\nHost: office\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
    expect(await raw('GET / HTTP/1.1\r\nHost: office\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400/,
    );
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  }));

test('[P1] what breaks inside is noted once and answered without details', () =>
  using(
    startTestServer({}, { persons: { ofDevice: vi.fn().mockRejectedValue(new Error('secret detail')) } }),
    async ({ url, logged, identity }) => {
      const cookie = `comptoir_device=${identity.cookieOf('A'.repeat(22))}`;
      for (let i = 0; i < 3; i++) {
        const answer = await fetch(`${url}/api/device`, { method: 'POST', headers: { cookie } });
        expect([answer.status, await answer.json()]).toEqual([500, { error: 'Something broke on our side; it has been noted.' }]);
      }
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain('secret detail');
    },
  ));

test('[O9] unknown addresses are answered in one sentence', () =>
  using(startTestServer(), async ({ url }) => {
    for (const [method, path, status] of [
      ['GET', '/nothing', 404],
      ['GET', '/api/nothing', 404],
      ['POST', '/api/offices', 405],
      ['POST', '/', 405],
      ['DELETE', '/o/office', 405],
    ] as const) {
      const answer = await fetch(url + path, { method });
      expect([path, answer.status]).toEqual([path, status]);
      expect(await answer.json()).toEqual({ error: expect.stringMatching(/^[A-Z].*\.$/) });
    }
  }));

test('[O9] /healthz, /readyz and /metrics', async () => {
  await using(startTestServer(), async ({ url, metrics }) => {
    metrics.people.set({ office: 'office' }, 3);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true, start: expect.any(String) });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ok: true });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('comptoir_people{office="office"} 3');
    const forwarded = await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '127.0.0.1' } });
    expect([forwarded.status, await forwarded.json()]).toEqual([
      403,
      { error: 'Metrics are for this machine only until METRICS_TOKEN is set.' },
    ]);
  });
  const noOffice = {
    list: () => [],
    facts: () => undefined,
    problem: () => undefined,
    hereOf: () => undefined,
    notReady: () => 'No map could be read.',
  };
  await using(startTestServer({ metricsToken: 'a-long-token' }, { offices: noOffice }), async ({ url }) => {
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([503, { error: 'No map could be read.' }]);
    const ask = (authorization?: string) => fetch(`${url}/metrics`, authorization ? { headers: { authorization } } : {});
    expect((await ask()).status).toBe(401);
    expect((await ask('Bearer a-long-toke')).status).toBe(401);
    expect((await ask('Bearer a-long-token')).status).toBe(200);
  });
});

test('[P3] one address may ask only so often, and is told when again', () =>
  using(startTestServer({ joinRatePerAddress: 1, trustProxy: 1 }), async ({ url }) => {
    const ask = (address: string) => fetch(`${url}/api/offices`, { headers: { 'x-forwarded-for': address } });
    for (let i = 0; i < 20; i++) expect((await ask('192.0.2.1')).status).toBe(200);
    const refused = await ask('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toEqual({ error: expect.stringMatching(/^Too many at once/), retryAfterS: expect.any(Number) });
    expect((await ask('192.0.2.2')).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  }));

test('[P3] without a trusted proxy nobody invents addresses for themselves', () =>
  using(startTestServer({ joinRatePerAddress: 1 }), async ({ url }) => {
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) {
      const headers = { 'x-forwarded-for': `192.0.2.${i}`, 'x-real-ip': `192.0.2.${i}` };
      statuses.push((await fetch(`${url}/api/offices`, { headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  }));
