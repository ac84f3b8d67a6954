import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testServer.ts';

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '.comptoir-client-'));
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  const files: Record<string, string | Buffer> = {
    'index.html': '<!doctype html><title>office</title>',
    '.built': 'hash',
    'icon.svg': '<svg/>',
    'sw.js': 'worker',
    'manifest.webmanifest': '{}',
    'assets/index-abc123.js': 'plain',
    'assets/index-abc123.js.gz': gzipSync('zipped'),
    'assets/atlas-abc123.png': 'picture',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'dist', name), content);
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await startTestServer({ clientDir: folder });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

test.each(['/', '/o/office', '/o/floor/2', '/o/floor%2F2', '/?lang=fr', '/o/nowhere'])(
  '[O2] %s is the page, asked for again each time',
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('<title>office');
  },
);

test('[O2] hashed files are kept for ever, in the encoding the build prepared', async () => {
  const zipped = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip, br' });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(zipped.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(zipped.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(zipped.headers.get('vary')).toBe('Accept-Encoding');
  expect(await zipped.text()).toBe('zipped');
  const plain = await get('/assets/index-abc123.js', { 'accept-encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe('plain');
  expect((await get('/assets/atlas-abc123.png')).headers.get('content-type')).toBe('image/png');
  expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
});

test.each([
  ['/sw.js', 'text/javascript; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
])('[U13] %s has its type, and is asked for again each time: a new version is not held back', async (path, type) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(answer.headers.get('content-security-policy')).toContain("worker-src 'self'");
});

test.each([
  '/assets',
  '/assets/',
  '/assets/old.js',
  '/.built',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/INDEX.HTML',
])('[P1] %s is not served', async (path) => {
  const answer = await server.raw(`GET ${path} HTTP/1.1\r\nHost: office\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 404/);
});
