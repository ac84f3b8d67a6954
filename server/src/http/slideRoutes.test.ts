import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tuning } from '@comptoir/shared/tuning';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../ops/identity.ts';
import type { PrivateDisk } from '../ops/privateDisk.ts';
import { SlideFiles } from '../slides/SlideFiles.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 'x'), Buffer.from('\n%%EOF')]);
const folder = mkdtempSync(join(tmpdir(), '.comptoir-talks-'));
/** As if /dev/full were a file in there, when a test wants so. */
const disk: PrivateDisk & { free: number; isFull: boolean } = {
  free: 1e12,
  isFull: false,
  freeBytes: async () => disk.free,
  open: (path) => (disk.isFull ? open('/dev/full', 'w') : open(path, 'wx')),
};
const files = new SlideFiles(folder, disk);
/** personId -> the talk they speak in. */
const speaking = new Map<string, string>();
const listening = new Map<string, string>();
const devices = new Map<string, string>();

let server: TestServer;
beforeAll(async () => {
  const isIn = (talk: string, personId: string | undefined): boolean =>
    personId !== undefined && (speaking.get(personId) ?? listening.get(personId)) === talk;
  server = await startTestServer(
    {},
    {
      slideFiles: files,
      slides: {
        speaksIn: (personId) => speaking.get(personId),
        isIn: (talk, { personId, deviceId = '' }) => isIn(talk, personId) || isIn(talk, devices.get(deviceId)),
      },
    },
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  for (const talk of speaking.values()) await files.removeOf(talk);
  for (const map of [speaking, listening, devices]) map.clear();
  disk.free = 1e12;
  disk.isFull = false;
});

const onDisk = (): string[] => readdirSync(join(folder, 'slides'));

/** Somebody new who speaks in a talk of their own. */
function speaker(talk = newId()): { personId: string; talk: string; headers: Record<string, string> } {
  const personId = newId();
  speaking.set(personId, talk);
  return { personId, talk, headers: { authorization: `Bearer ${server.identity.issueTicket(personId, undefined)}` } };
}

async function send(
  headers: Record<string, string>,
  body: Buffer | string = PDF,
  query = 'name=Plans.pdf&pages=3',
): Promise<{ status: number; slides?: string; error?: string }> {
  const answer = await fetch(`${server.url}/api/slides?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: answer.status, ...((await answer.json()) as { slides?: string; error?: string }) };
}

describe('sending slides', () => {
  test('[T70] a speaker sends a PDF, which is on the disk then', async () => {
    const { headers, talk, personId } = speaker();
    const { status, slides = '' } = await send(headers);
    expect([status, slides.length]).toEqual([201, 22]);
    expect(onDisk()).toEqual([`${slides}.pdf`]);
    expect(files.find(slides)).toEqual({ id: slides, talk, by: personId, name: 'Plans', pages: 3, bytes: PDF.length });
  });

  test('[T70] nobody else does: without a ticket, with a forged one, by somebody who only listens', async () => {
    const { personId, headers } = speaker();
    expect((await send({})).status).toBe(401);
    expect((await send({ authorization: `Bearer ${personId}.${'A'.repeat(43)}` })).status).toBe(401);
    // a ticket of another browser
    expect((await send({ authorization: `Bearer ${server.identity.issueTicket(personId, newId())}` })).status).toBe(401);
    speaking.delete(personId);
    listening.set(personId, 'talk');
    expect((await send(headers)).status).toBe(403);
    expect(onDisk()).toEqual([]);
  });

  test('[T71] what is no PDF, by its first bytes or its type, is refused and leaves nothing', async () => {
    const { headers } = speaker();
    for (const body of ['<html><script>alert(1)</script>', ' %PDF-1.7', '%PDF', ''])
      expect((await send(headers, body)).status, body).toBe(415);
    expect((await send({ ...headers, 'content-type': 'text/html' })).status).toBe(415);
    expect((await send({ ...headers, 'content-type': 'application/json' }, '{}')).status).toBe(415);
    expect(onDisk()).toEqual([]);
  });

  test('[T71] too large is refused, whether it says so or not', async () => {
    const { headers } = speaker();
    const head = `POST /api/slides?name=a&pages=1 HTTP/1.1\r\nHost: office\r\nConnection: close\r\nContent-Type: application/pdf\r\nAuthorization: ${headers.authorization}\r\n`;
    expect(await server.raw(`${head}Content-Length: ${tuning.slideBytes + 1}\r\n\r\n`.concat('x'))).toMatch(/^HTTP\/1\.1 413 /);
    const large = Buffer.concat([PDF, Buffer.alloc(tuning.slideBytes)]);
    const chunked = new ReadableStream({
      start(controller) {
        for (let at = 0; at < large.length; at += 4_000_000) controller.enqueue(new Uint8Array(large.subarray(at, at + 4_000_000)));
        controller.close();
      },
    });
    const answer = await fetch(`${server.url}/api/slides?name=a&pages=1`, {
      ...{ method: 'POST', body: chunked, duplex: 'half' },
      headers: { 'content-type': 'application/pdf', ...headers },
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(onDisk()).toEqual([]);
  });

  test('[T71] a number of pages that can not be is refused', async () => {
    const { headers } = speaker();
    for (const pages of ['0', String(tuning.slidePages + 1), '-1', '1.5', 'many', ''])
      expect((await send(headers, PDF, `name=a&pages=${pages}`)).status, pages).toBe(400);
  });

  test('[T72] a full disk is said, before and while it is written, and nothing half is left', async () => {
    const { headers } = speaker();
    disk.free = tuning.diskReserveMb * 1_000_000 + 100;
    expect((await send(headers)).status).toBe(507);
    disk.free = 1e12;
    disk.isFull = true;
    expect((await send(headers)).status).toBe(507);
    disk.isFull = false;
    expect(onDisk()).toEqual([]);
    expect((await send(headers)).status).toBe(201);
  });

  test('[T72] a line that breaks leaves nothing', async () => {
    const { headers } = speaker();
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      `POST /api/slides?name=a&pages=1 HTTP/1.1\r\nHost: office\r\nContent-Type: application/pdf\r\nAuthorization: ${headers.authorization}\r\nContent-Length: 50000\r\n\r\n%PDF-1.7 and then`,
    );
    await expect.poll(onDisk).toEqual([expect.stringMatching(/\.part$/)]);
    socket.destroy();
    await expect.poll(onDisk).toEqual([]);
  });

  test('[T72] a talk that ended while they came keeps none', async () => {
    const { headers, personId } = speaker();
    const slow = new ReadableStream({
      async start(controller) {
        controller.enqueue(new Uint8Array(PDF));
        await expect.poll(onDisk).toHaveLength(1);
        speaking.delete(personId);
        controller.close();
      },
    });
    const request = {
      method: 'POST',
      body: slow,
      duplex: 'half',
      headers: { 'content-type': 'application/pdf', ...headers },
    } as RequestInit;
    expect((await fetch(`${server.url}/api/slides?name=a&pages=1`, request)).status).toBe(403);
    expect(onDisk()).toEqual([]);
  });

  test('[T72] a talk has so many documents, and one person sends so many a minute', async () => {
    const { headers, talk, personId } = speaker();
    const { headers: others } = speaker(talk);
    for (let n = 0; n < tuning.slideDocuments / 2; n++) {
      expect((await send(headers)).status).toBe(201);
      expect((await send(others)).status).toBe(201);
    }
    expect((await send(headers)).status).toBe(429);
    const { headers: third } = speaker(talk);
    expect((await send(third)).status).toBe(409);
    await files.removeOf(talk);
    expect(files.ofTalk(talk)).toEqual([]);
    expect(onDisk()).toEqual([]);
    expect(speaking.get(personId)).toBe(talk);
  });

  test('[T72] what an earlier run left is gone at the start, and nothing else', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'comptoir-data-'));
    const slides = join(dataDir, 'slides');
    mkdirSync(slides);
    for (const name of ['a.pdf', 'b.part', 'notes.txt']) writeFileSync(join(slides, name), '');
    new SlideFiles(dataDir);
    expect(readdirSync(slides)).toEqual(['notes.txt']);
    rmSync(dataDir, { recursive: true });
  });
});

describe('reading slides', () => {
  test('[T73] whoever is in the talk reads them, by ticket or by the cookie of their browser; nobody else does', async () => {
    const { headers, talk } = speaker();
    const { slides } = await send(headers);
    const url = `${server.url}/slides/${slides}`;
    const statusOf = async (who: Record<string, string>): Promise<number> => (await fetch(url, { headers: who })).status;
    const [listener, deviceId] = [newId(), newId()];
    const cookie = `comptoir_device=${server.identity.cookieOf(deviceId)}`;
    expect([await statusOf(headers), await statusOf({}), await statusOf({ cookie })]).toEqual([200, 404, 404]);
    listening.set(listener, talk);
    devices.set(deviceId, listener);
    expect(await statusOf({ cookie })).toBe(200);
    expect(await statusOf({ cookie: `comptoir_device=${deviceId}.${'A'.repeat(43)}` })).toBe(404);
    listening.set(listener, 'another talk');
    expect(await statusOf({ cookie })).toBe(404);
  });

  test('[T73] they are a PDF and nothing else: never a page, never guessed, and kept by nobody in between', async () => {
    const { headers } = speaker();
    const { slides } = await send(
      headers,
      Buffer.concat([PDF, Buffer.from('<script>alert(1)</script>')]),
      'name=Pl%C3%A4ne%22%0D%0A.pdf&pages=1',
    );
    const answer = await fetch(`${server.url}/slides/${slides}`, { headers });
    const header = (name: string): string | null => answer.headers.get(name);
    expect([header('content-type'), header('x-content-type-options')]).toEqual(['application/pdf', 'nosniff']);
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(header('content-disposition')).toBe(`inline; filename="slides.pdf"; filename*=UTF-8''Pl%C3%A4ne%22.pdf`);
    expect(header('cache-control')).toBe('private, max-age=31536000, immutable');
    expect((await answer.bytes()).length).toBe(PDF.length + 25);
  });

  test('[T73] in ranges too', async () => {
    const { headers } = speaker();
    const { slides } = await send(headers);
    const url = `${server.url}/slides/${slides}`;
    const part = await fetch(url, { headers: { ...headers, range: 'bytes=0-4' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 0-4/${PDF.length}`, '%PDF-']);
    expect((await fetch(url, { headers: { ...headers, range: 'bytes=999999-' } })).status).toBe(416);
    expect((await fetch(url, { method: 'HEAD', headers })).headers.get('accept-ranges')).toBe('bytes');
  });

  test('[T73] nothing but what was sent is reached by any path', async () => {
    const { headers } = speaker();
    const { slides = '' } = await send(headers);
    writeFileSync(join(folder, 'comptoir.db'), 'secret');
    const paths = [
      '../comptoir.db',
      '..%2fcomptoir.db',
      `${slides}.pdf`,
      `${slides}/../../comptoir.db`,
      `%2e%2e/comptoir.db`,
      `${slides}%00`,
      newId(),
      '',
    ];
    for (const path of paths) {
      const answer = await server.raw(
        `GET /slides/${path} HTTP/1.1\r\nHost: office\r\nConnection: close\r\nAuthorization: ${headers.authorization}\r\n\r\n`,
      );
      expect(answer, path).toMatch(/^HTTP\/1\.1 40[04] /);
      expect(answer, path).not.toContain('secret');
    }
    expect(existsSync(join(folder, 'slides', `${slides}.pdf`))).toBe(true);
  });

  test('[T73] deleted ones are not there any more', async () => {
    const { headers, talk } = speaker();
    const { slides } = await send(headers);
    await files.removeOf(talk);
    expect((await fetch(`${server.url}/slides/${slides}`, { headers })).status).toBe(404);
  });
});
