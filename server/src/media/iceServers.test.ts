import { expect, it } from 'vitest';
import { createIceServers, turnCredentials } from './iceServers.ts';

const plain = { turn: undefined, stunPort: undefined, announcedIp: undefined, turnTtlS: 600 };

it('[K9] credentials are what coturn computes: time and name, signed by the secret', () => {
  // printf '1900000000:ada' | openssl dgst -sha1 -hmac north -binary | base64
  expect(turnCredentials('north', 'ada', 1_900_000_000)).toEqual({
    username: '1900000000:ada',
    credential: 'ITdg3SoqpfXeHYx2n4Kj+B41nMI=',
  });
});

it('[K9] they end after the time they are given for', () => {
  const turn = { urls: ['turn:relay.example:3478', 'turns:relay.example'], secret: 'north' };
  const { servers, ttlS } = createIceServers({ ...plain, turn }, () => 1_000_000_500)('ada', undefined);
  expect(ttlS).toBe(600);
  expect(servers).toEqual([{ urls: turn.urls, ...turnCredentials('north', 'ada', 1_000_600) }]);
});

it.each([
  ['office.example.org:8080', undefined, 'stun:office.example.org:3478'],
  ['[2001:db8::1]:8080', undefined, 'stun:[2001:db8::1]:3478'],
  ['office.example.org', '203.0.113.7', 'stun:203.0.113.7:3478'],
  [undefined, '2001:db8::2', 'stun:[2001:db8::2]:3478'],
])('[K9] our own STUN server is where the page came from (%s), or where it is announced (%s)', (host, announcedIp, url) => {
  const servers = createIceServers({ ...plain, stunPort: 3478, announcedIp }, () => 0)('ada', host);
  expect(servers.servers).toEqual([{ urls: [url] }]);
});

it('[K9] without settings nobody is asked', () => {
  expect(createIceServers(plain, () => 0)('ada', 'office.example.org').servers).toEqual([]);
});
