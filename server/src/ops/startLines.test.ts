import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { type AddressSettings, isSafe, localUrlOf, sharedUrlsOf } from './addresses.ts';
import { startLines } from './startLines.ts';

const settings: AddressSettings = { host: '127.0.0.1', publicUrl: undefined, tls: undefined, trustProxy: false };
const everywhere = { ...settings, host: '0.0.0.0' };
const tls = {};
const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address, internal, mac: '', netmask: '', cidr: null },
  ...(address.includes(':') ? { family: 'IPv6', scopeid: 0 } : { family: 'IPv4' }),
});
const interfaces = {
  lo: [at('127.0.0.1', true), at('::1', true)],
  docker0: [at('172.17.0.1')],
  eth0: [at('192.168.1.20'), at('fe80::1'), at('2001:db8::20')],
};

test.each([
  [{ host: '0.0.0.0' }, 8080, 'http://localhost:8080'],
  [{ host: '::' }, 80, 'http://localhost'],
  [{ host: '::1' }, 8080, 'http://[::1]:8080'],
  [{ host: '127.0.0.1', tls }, 443, 'https://127.0.0.1'],
  [{ host: '192.168.1.20', tls }, 8443, 'https://192.168.1.20:8443'],
])('[O37] on this machine, %o on port %i is %s', (some, port, url) => {
  expect(localUrlOf({ ...settings, ...some }, port)).toBe(url);
});

test.each([
  ['this machine only', {}, []],
  ['every address of the machine', { host: '0.0.0.0' }, ['http://192.168.1.20:8080']],
  ['the one address that HOST names', { host: '10.0.0.5', tls }, ['https://10.0.0.5:8080']],
  ['PUBLIC_URL, whatever HOST is', { publicUrl: new URL('https://office.example.org/') }, ['https://office.example.org']],
])('[O37] to share: %s', (_what, some, urls) => {
  expect(sharedUrlsOf({ ...settings, ...some }, 8080, interfaces)).toEqual(urls);
});

test('[O37] a machine with IPv6 only is shared by it when HOST is ::', () => {
  const six = { eth0: [at('fe80::1'), at('2001:db8::20')] };
  expect(sharedUrlsOf({ ...settings, host: '::' }, 8080, six)).toEqual(['http://[2001:db8::20]:8080']);
  expect(sharedUrlsOf(everywhere, 8080, six)).toEqual([]);
});

test.each([
  ['https://office.example.org', true],
  ['http://localhost:8080', true],
  ['http://[::1]:8080', true],
  ['http://office.localhost', true],
  ['http://192.168.1.20:8080', false],
  ['http://localhost.example.org', false],
])('[O37] microphones at %s: %s', (url, safe) => expect(isSafe(url)).toBe(safe));

test('[O37] the first line is where it is open here, the second what to share', () => {
  expect(startLines({ ...settings, publicUrl: new URL('https://office.example.org'), trustProxy: 1 }, 8080, interfaces)).toEqual([
    'Comptoir is open at http://127.0.0.1:8080',
    'Share https://office.example.org with others.',
  ]);
});

test('[O37] an address without https is shared with what it lacks, and three lines that mend it', () => {
  const lines = startLines(everywhere, 8080, { ...interfaces, wlan0: [at('10.0.0.5')] });
  expect(lines.slice(0, 3)).toEqual([
    'Comptoir is open at http://localhost:8080',
    'Share http://192.168.1.20:8080 with others (or http://10.0.0.5:8080).',
    'This address is not https: others can walk and write, but their browsers will refuse microphone and camera. One of these mends it:',
  ]);
  expect(lines.slice(3, 6).map((line) => /Caddy.*--to localhost:8080|TLS_CERT|PUBLIC_URL/.test(line))).toEqual([true, true, true]);
  expect(lines).toHaveLength(7);
});

test('[O37] with a certificate of its own there is nothing to mend', () => {
  expect(startLines({ ...everywhere, tls }, 8443, interfaces)).toEqual([
    'Comptoir is open at https://localhost:8443',
    'Share https://192.168.1.20:8443 with others.',
  ]);
});

test('[O37] when only this machine can come it says so; behind an unnamed proxy it asks for its name', () => {
  expect(startLines(settings, 8080, interfaces)[1]).toMatch(/^Only this machine can open it\. HOST=0\.0\.0\.0/);
  expect(startLines({ ...settings, trustProxy: 1 }, 8080, interfaces)[1]).toMatch(/proxy in front.*PUBLIC_URL/);
});
