import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testServer.ts';

let folder: string;
let server: TestServer;
const asked: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '.comptoir-maps-'));
  writeFileSync(join(folder, 'tiles.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  writeFileSync(join(folder, 'page.html'), '<script>alert(1)</script>');
  const known: Record<string, string> = {
    'floor/my tiles.svg': join(folder, 'tiles.svg'),
    'gone.png': join(folder, 'gone.png'),
    'page.html': join(folder, 'page.html'),
  };
  const file = (path: string): string | undefined => {
    asked.push(path);
    return known[path];
  };
  server = await startTestServer({}, { maps: { mapOf: () => undefined, file } });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('[O4] a picture beside a map is served as an inert file, for ever when its version is named', async () => {
  const answer = await fetch(`${server.url}/maps/floor/my%20tiles.svg?v=abc`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(answer.headers.get('content-security-policy')).toBe(
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const unversioned = await fetch(`${server.url}/maps/floor/my%20tiles.svg`);
  expect(unversioned.headers.get('cache-control')).toBe('public, max-age=0');
});

test('[O4] a page beside a map runs without our origin, and only in our frames', async () => {
  const answer = await fetch(`${server.url}/maps/page.html`);
  expect(answer.headers.get('content-security-policy')).toBe("sandbox allow-scripts allow-forms allow-popups; frame-ancestors 'self'");
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('[O4] parts of a long sound can be asked for', async () => {
  const part = await fetch(`${server.url}/maps/floor/my%20tiles.svg`, { headers: { range: 'bytes=0-3' } });
  expect([part.status, await part.text()]).toEqual([206, '<svg']);
});

test.each(['/maps/', '/maps/other.png', '/maps/gone.png', '/maps/%00', '/maps/floor%2Fmy%20tiles.svg%00.png'])(
  '[O4] %s is 404',
  async (path) => {
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(404);
    expect(asked.some((name) => name.includes('\0'))).toBe(false);
  },
);
