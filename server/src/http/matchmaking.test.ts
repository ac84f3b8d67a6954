import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuthContext, matchMaker, Room, Server, ServerError } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { JOIN_REFUSED } from '@comptoir/shared/protocol/http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { SentFiles } from '../files/SentFiles.ts';
import { createIdentity, newId } from '../ops/identity.ts';
import { createLog, logForColyseus } from '../ops/log.ts';
import { createMetrics } from '../ops/metrics.ts';
import { SlideFiles } from '../slides/SlideFiles.ts';
import { createHttp } from './createHttp.ts';
import { isAllowedOrigin } from './isAllowedOrigin.ts';
import { createListener, openPort } from './openPort.ts';
import { checkUpgrade } from './originGate.ts';
import { restrictMatchmaking } from './restrictMatchmaking.ts';
import { plainSettings } from './testServer.ts';

const ROOM = 'b2ZmaWNl';
const JOIN_RATE = 20;
const auths: { ip: unknown; cookie: string | null }[] = [];

class QuietRoom extends Room {
  static override async onAuth(
    _token: string,
    options: { refuse?: keyof typeof JOIN_REFUSED; break?: boolean; wait?: number },
    context: AuthContext,
  ) {
    auths.push({ ip: context.ip, cookie: context.headers.get('cookie') });
    if (options.refuse) throw new ServerError(JOIN_REFUSED[options.refuse], options.refuse);
    if (options.wait) throw Object.assign(new ServerError(JOIN_REFUSED.tooMany, 'tooMany'), { retryAfterS: options.wait });
    if (options.break) throw new Error('secret detail');
    return { in: true };
  }
  override onCreate(): void {
    this.roomId = ROOM;
    this.autoDispose = false;
  }
}

const metrics = createMetrics();
const identity = createIdentity(Buffer.alloc(32, 3));
const logged: string[] = [];
const log = createLog('warn', (line) => logged.push(line));
const settings = { ...plainSettings, joinRatePerAddress: JOIN_RATE, trustProxy: 1 };
let server: Server;
let url: string;

beforeAll(async () => {
  const listener = createListener(settings);
  const beforeUpgrade = checkUpgrade(settings, metrics);
  server = new Server({
    ...{ greet: false, gracefullyShutdown: false, logger: logForColyseus(log) },
    transport: new WebSocketTransport({ server: listener, beforeUpgrade }),
  });
  restrictMatchmaking((origin, host) => isAllowedOrigin(origin, host, settings));
  matchMaker.defineRoomType('office', QuietRoom);
  await matchMaker.accept();
  await matchMaker.createRoom('office', {});
  const noOffices = {
    list: () => [],
    facts: () => undefined,
    problem: () => undefined,
    hereOf: () => undefined,
    notReady: () => undefined,
  };
  const bans = { matching: async () => undefined };
  const knocks = {
    knock: () => ({ refused: 'noOffice' as const }),
    stateOf: () => ({ state: 'over' as const, leftS: 0 }),
    withdraw: () => undefined,
  };
  const agendas = { withAppointment: () => undefined, ofOffice: () => undefined };
  const slides = { speaksIn: () => undefined, isIn: () => false };
  const replays = { find: () => undefined, isOn: () => undefined, shelfOf: () => undefined };
  const sent = {
    files: { isHere: () => false, bytesOf: async () => 0, add: async () => true, readable: async () => undefined },
    sentFiles: new SentFiles(mkdtempSync(join(tmpdir(), 'comptoir-files-'))),
  };
  const slideFiles = new SlideFiles(mkdtempSync(join(tmpdir(), 'comptoir-slides-')));
  const parts = { identity, persons: { ofDevice: async () => [] }, bans, knocks, agendas, replays, offices: noOffices, metrics, log };
  const { handler } = await createHttp({
    settings,
    ...parts,
    slides,
    house: { read: async () => ({ charter: null, appeal: { en: '', fr: '' } }) },
    slideFiles,
    ...sent,
    maps: { mapOf: () => undefined, file: () => undefined },
  });
  url = `http://127.0.0.1:${await openPort(listener, handler, { port: 0, host: '127.0.0.1' })}`;
});
afterAll(() => server.gracefullyShutdown(false));

/** Each test comes from an address of its own. */
async function ask(path: string, body: unknown, address: string, headers: Record<string, string> = {}) {
  const all = { 'content-type': 'application/json', 'x-forwarded-for': address, 'x-real-ip': '198.51.100.9', ...headers };
  const answer = await fetch(`${url}/matchmake/${path}`, { method: 'POST', headers: all, body: JSON.stringify(body) });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

test('[P1] a join gets a seat; the door hears cookie and true address', async () => {
  auths.length = 0;
  const { status, body } = await ask(`joinById/${ROOM}`, {}, '192.0.2.1', { cookie: 'a=b' });
  expect([status, body.roomId]).toEqual([200, ROOM]);
  expect(body.sessionId).toEqual(expect.any(String));
  expect(auths).toEqual([{ ip: '192.0.2.1', cookie: 'a=b' }]);
});

const tooLong = `joinById/${'a'.repeat(500)}`;
test.each(['create/office', 'joinOrCreate/office', 'join/office', 'joinById/..%2f', 'constructor/office', tooLong])(
  '[P1] %.40s is not for clients',
  async (path) => {
    const { status, body } = await ask(path, {}, '192.0.2.2');
    expect([status, body.error, body.code]).toEqual([400, 'invalid', JOIN_REFUSED.invalid]);
    expect(await matchMaker.query({})).toHaveLength(1);
  },
);

test.each(['name', 'full', 'protocol'] as const)('[P1] what the door refuses (%s) reaches the page by its name', async (refuse) => {
  const { status, body } = await ask(`joinById/${ROOM}`, { refuse }, '192.0.2.3');
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).toEqual({ error: refuse, code: JOIN_REFUSED[refuse], sentence: expect.stringMatching(/\.$/) });
});

test('[P14] when the door says how long to wait, the page hears it', async () => {
  const { status, headers, body } = await ask(`joinById/${ROOM}`, { wait: 90 }, '192.0.2.7');
  expect([status, headers.get('retry-after'), body.retryAfterS, body.error]).toEqual([429, '90', 90, 'tooMany']);
});

test('[P1] an office that is not there, and a way in that is none', async () => {
  expect(await ask('joinById/bm93aGVyZQ', {}, '192.0.2.4')).toMatchObject({ status: 404, body: { error: 'closed' } });
  for (const options of [{ reconnectionToken: 'old' }, {}])
    expect(await ask(`reconnect/${ROOM}`, options, '192.0.2.4')).toMatchObject({ status: 400, body: { error: 'invalid' } });
});

test('[P1] what breaks at the door tells nothing', async () => {
  const { status, body } = await ask(`joinById/${ROOM}`, { break: true }, '192.0.2.5');
  expect([status, body]).toEqual([500, { error: 'Something broke on our side; it has been noted.' }]);
  expect(logged.join()).toContain('secret detail');
});

test('[P3] too many joins from one address are refused by name, with a time; returning persons still come in', async () => {
  const address = '192.0.2.6';
  const statuses: number[] = [];
  for (let i = 0; i < JOIN_RATE * 1.5; i++) statuses.push((await ask(`joinById/${ROOM}`, {}, address)).status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  const refused = await ask(`joinById/${ROOM}`, {}, address);
  expect(refused).toMatchObject({ status: 429, body: { error: 'tooMany', code: JOIN_REFUSED.tooMany, retryAfterS: expect.any(Number) } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const ticket = identity.issueTicket(newId(), undefined);
  expect((await ask(`joinById/${ROOM}`, { ticket }, address)).status).toBe(200);
  expect((await ask(`joinById/${ROOM}`, { ticket: `${ticket.slice(0, -2)}AA` }, address)).status).toBe(429);
  expect(await metrics.registry.getSingleMetricAsString('comptoir_joins_refused_total')).toContain('reason="tooMany"} 3');
});

async function upgrade(path: string, headers: Record<string, string> = {}): Promise<number | 'open'> {
  const socket = new WebSocket(url.replace('http', 'ws') + path, { headers });
  try {
    return await Promise.race([
      once(socket, 'open').then(() => 'open' as const),
      once(socket, 'unexpected-response').then(([, response]: { statusCode: number }[]) => response?.statusCode ?? 0),
    ]);
  } finally {
    socket.once('error', () => undefined);
    socket.terminate();
  }
}

test('[P1] sockets of pages of other sites are refused', async () => {
  const path = `/process/${ROOM}?sessionId=abc`;
  expect(await upgrade(path, { origin: 'https://evil.example' })).toBe(403);
  expect(await upgrade(path, { origin: 'null' })).toBe(403);
  expect(await upgrade(path, { origin: url })).toBe('open');
  expect(await upgrade(path)).toBe('open');
});

test.each(['/', '/process', `/process/${ROOM}`, `/process/${ROOM}/more?sessionId=abc`])(
  '[P1] no socket is opened at %s without a seat',
  async (path) => {
    expect(await upgrade(path)).toBe(404);
  },
);

test('[P1] a socket with an invented seat is closed, and noted without a flood', async () => {
  logged.length = 0;
  for (let i = 0; i < 5; i++) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/process/${ROOM}?sessionId=invented`);
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBeGreaterThanOrEqual(4000);
  }
  expect(logged.length).toBeLessThanOrEqual(1);
});
