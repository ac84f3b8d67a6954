import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from './openApi.ts';
import { startTestServer, type TestServer } from './testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

test('[O2] the offices of this server', async () => {
  const offices: unknown = await (await get('/api/offices')).json();
  expect(offices).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'floor/2', people: 1, capacity: 200 })]));
});

test.each([
  ['/api/offices/office', 'office'],
  ['/api/offices/floor/2', 'floor/2'],
  ['/api/offices/floor%2F2', 'floor/2'],
  ['/api/offices/floor%2Fmap', 'floor/map'],
])('[O2] %s is what the entrance shows of %s', async (path, id) => {
  expect(await (await get(path)).json()).toMatchObject({ id, roomId: Buffer.from(id).toString('base64url'), cupsToday: 3 });
});

test.each([
  ['/api/offices/office/map', 'office'],
  ['/api/offices/floor/2/map', 'floor/2'],
  ['/api/offices/floor%2F2/map', 'floor/2'],
  ['/api/offices/floor/map', 'floor'],
  ['/api/offices/floor%2Fmap/map', 'floor/map'],
])('[O2] %s is the map of %s', async (path, id) => {
  expect(await (await get(path)).json()).toEqual({ version: 'v1', title: id });
});

test.each(['/api/offices/nowhere', '/api/offices/nowhere/map', '/api/offices/__proto__', '/api/offices/map'])(
  '[O2] %s is 404',
  async (path) => {
    const answer = await get(path);
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'There is no such office here.' }]);
  },
);

test('[O2] a map is sent once: unchanged by its tag, for ever by its version', async () => {
  const first = await get('/api/offices/office/map');
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const again = async (tag: string | null): Promise<string | undefined> => {
    // Not by fetch: it adds a header that asks to ignore the tag.
    const bytes = `GET /api/offices/office/map HTTP/1.1\r\nHost: office\r\nIf-None-Match: ${tag}\r\nConnection: close\r\n\r\n`;
    return (await server.raw(bytes)).split(' ')[1];
  };
  expect(await again(first.headers.get('etag'))).toBe('304');
  expect(await again('"old"')).toBe('200');
  expect((await get('/api/offices/office/map?v=v1')).headers.get('cache-control')).toContain('immutable');
  expect((await get('/api/offices/office/map?v=old')).headers.get('cache-control')).toBe('no-cache');
});

test('[O2] a map is packed for who can unpack it', async () => {
  const packed = await get('/api/offices/office/map', { 'accept-encoding': 'gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.json()).toMatchObject({ title: 'office' });
  const plain = await get('/api/offices/office/map', { 'accept-encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.json()).toMatchObject({ title: 'office' });
});

test('the API describes itself, and every GET it describes exists', async () => {
  expect(await (await get('/api/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(openApi)));
  for (const [path, methods] of Object.entries(openApi.paths)) {
    if (!('get' in methods) || /^\/(?:maps|slides|t|sign-in|api\/account|api\/files)\b|podcast/.test(path)) continue;
    expect([path, (await get(path.replace('{office}', 'office').replace('{id}', 'meeting'))).status]).toEqual([path, 200]);
  }
});
