import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../ops/log.ts';
import { createMetrics } from '../ops/metrics.ts';
import { StartProblem } from '../ops/StartProblem.ts';
import { openMedia } from './openMedia.ts';

const settings = {
  media: { firstUdpPort: undefined, workers: 2, announcedIp: undefined, isLocal: true },
  ...{ turn: undefined, stunPort: undefined, isStunAskedFor: false },
};
let taken: Socket;
let port: number;
beforeAll(async () => {
  taken = createSocket('udp4').bind(0);
  await once(taken, 'listening');
  ({ port } = taken.address());
});
afterAll(() => void taken.close());

const logged: string[] = [];
const open = (more: object) =>
  openMedia(
    { ...settings, ...more },
    createLog('warn', (line) => logged.push(line)),
    createMetrics(),
  );

it.each([
  ['MEDIA_UDP_PORT', () => ({ media: { ...settings.media, firstUdpPort: port } })],
  // the second worker's
  ['MEDIA_UDP_PORT', () => ({ media: { ...settings.media, firstUdpPort: port - 1 } })],
  ['STUN_PORT', () => ({ stunPort: port, isStunAskedFor: true })],
])('[O1] a busy %s stops the start with one sentence', async (name, more) => {
  const refusal = await open(more()).catch((err: unknown) => err);
  expect(refusal).toBeInstanceOf(StartProblem);
  expect(refusal).toMatchObject({
    message: expect.stringMatching(new RegExp(`^${name} (?:${port - 1}|${port}) cannot be opened: .*\\.$`)),
  });
});

it('[K9] when the usual STUN port is busy the office opens without, and says so', async () => {
  const media = await open({ stunPort: port });
  expect(media.iceServers('ada', 'office.example.org').servers).toEqual([]);
  expect(logged.join()).toContain('No STUN server');
  await media.close();
});

it('[K9] nothing runs before the first call needs it, and closing ends it', async () => {
  const media = await open({});
  expect((await media.router.stats()).workers).toBe(0);
  media.router.openCall('call', { signal: () => undefined, died: () => undefined });
  expect((await media.router.stats()).workers).toBe(1);
  await media.close();
});
