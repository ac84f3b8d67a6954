// Push, with a service of its own: who is told of what, what it can read of it, and when it is not asked any more.
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushNote } from '@comptoir/shared/protocol/channels';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setDoorQuietly } from '../support/door.ts';
import { until } from '../support/enterOffice.ts';
import { useOffice } from '../support/useOffice.ts';
import { enterWriting, leaveFor, to, type Writer } from '../support/writing.ts';

const office = useOffice({ PUSH_REACH: 'anywhere' });

interface Pushed {
  path: string;
  headers: Record<string, unknown>;
  body: Buffer;
}
const pushed: Pushed[] = [];
/** Paths of browsers that are gone. */
const gone = new Set<string>();
const service: Server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    pushed.push({ path: req.url ?? '', headers: req.headers, body: Buffer.concat(chunks) });
    res.writeHead(gone.has(req.url ?? '') ? 410 : 201).end();
  });
});
beforeAll(() => new Promise<void>((resolve) => void service.listen(0, '127.0.0.1', resolve)));
afterAll(() => void service.close());

const browser = createECDH('prime256v1');
const point = browser.generateKeys();
const secret = randomBytes(16);
const keys = { p256dh: point.toString('base64url'), auth: secret.toString('base64url') };
const endpointOf = (path: string): string => `http://127.0.0.1:${(service.address() as AddressInfo).port}${path}`;
const subscribe = (who: Writer, path: string) => who.granted('subscribePush', { endpoint: endpointOf(path), keys });
const sentTo = (path: string): Pushed[] => pushed.filter((one) => one.path === path);

/** As a browser does it. */
function noteIn({ body }: Pushed): PushNote {
  const theirs = body.subarray(21, 86);
  const derive = (key: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number) =>
    Buffer.from(hkdfSync('sha256', key, salt, info, bytes));
  const material = derive(browser.computeSecret(theirs), secret, Buffer.concat([Buffer.from('WebPush: info\0'), point, theirs]), 32);
  const salt = body.subarray(0, 16);
  const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const decipher = createDecipheriv('aes-128-gcm', key, derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12));
  decipher.setAuthTag(body.subarray(-16));
  const text = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()]);
  return JSON.parse(text.subarray(0, -1).toString());
}

it('[W50] who is not here is told by whom they were written to, once, and not what', async () => {
  const [ada, bob] = [await enterWriting(office, 'Ada'), await enterWriting(office, 'Bob')];
  expect((await bob.granted('pushKey', {})).key).toMatch(/^B[\w-]{86}$/);
  await subscribe(bob, '/bob');
  await ada.say('you are here', to(bob));
  await leaveFor(office, bob);
  await ada.say('a secret', to(bob));
  await ada.say('and another', to(bob));
  await until(() => sentTo('/bob').length > 0, 'the push service is asked');
  const [first] = sentTo('/bob');
  if (!first) return expect.unreachable();
  expect(noteIn(first)).toEqual({ kind: 'direct', name: 'Ada', url: `/o/office#chat=${ada.id}`, tag: `direct ${ada.id}` });
  expect(first.body.includes('Ada')).toBe(false);
  expect(first.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    ttl: '86400',
    authorization: expect.stringMatching(/^vapid t=[\w.-]+, k=[\w-]+$/),
  });
  const again = await enterWriting(office, 'Bob', { ticket: bob.ticket });
  await again.granted('unsubscribePush', { endpoint: endpointOf('/bob') });
  await leaveFor(office, again);
  expect(await office.open.room().parts.store.pushSubscriptions.of({ personIds: [bob.id] })).toEqual([]);
  expect(sentTo('/bob')).toHaveLength(1);
});

it('[W52] a browser that is gone is not asked for again', async () => {
  const [ada, cy] = [await enterWriting(office, 'Ada'), await enterWriting(office, 'Cy')];
  await subscribe(cy, '/cy');
  gone.add('/cy');
  await leaveFor(office, cy);
  await ada.say('hello', to(cy));
  const { store } = office.open.room().parts;
  let left = 1;
  const look = setInterval(() => void store.pushSubscriptions.of({ personIds: [cy.id] }).then((some) => (left = some.length)), 50);
  await until(() => left === 0, 'the subscription is gone').finally(() => clearInterval(look));
  expect(sentTo('/cy')).toHaveLength(1);
});

it('[W51] hosts who are not here are told of who knocks, those who are see it', async () => {
  const [away, here, member] = [
    await enterWriting(office, 'Hanna', { rank: 'host' }),
    await enterWriting(office, 'Hugo', { rank: 'host' }),
    await enterWriting(office, 'Mia', { rank: 'member' }),
  ];
  for (const [who, path] of [
    [away, '/away'],
    [here, '/here'],
    [member, '/member'],
  ] as const)
    await subscribe(who, path);
  await leaveFor(office, away);
  await leaveFor(office, member);
  await setDoorQuietly(office, 'knock');
  const body = JSON.stringify({ office: 'office', name: 'Eve', trade: '', appearance: '' });
  await fetch(`${office.open.url}/api/knocks`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await until(() => sentTo('/away').length === 1, 'the host who is away is told');
  const [push] = sentTo('/away');
  expect(push && noteIn(push)).toEqual({ kind: 'knock', name: 'Eve', url: '/o/office', tag: 'knock office' });
  expect([...sentTo('/here'), ...sentTo('/member')]).toEqual([]);
  await setDoorQuietly(office, 'open');
});

it('[W52] what is no push service is refused', async () => {
  const ada = await enterWriting(office, 'Ada');
  expect(await ada.ask('subscribePush', { endpoint: 'nothing', keys })).toEqual({ refused: 'badEndpoint' });
  expect(await ada.ask('subscribePush', { endpoint: endpointOf('/a'), keys: { ...keys, auth: 'short' } })).toEqual({
    refused: 'badEndpoint',
  });
});
