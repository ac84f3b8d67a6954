import { expect, it } from 'vitest';
import { readEndpoint } from './postPush.ts';
import { isPublicAddress } from './publicAddress.ts';

it.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
  ],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
  ],
  ...['localhost', ''],
])('[W52] %s is none of our business', (address) => expect(isPublicAddress(address)).toBe(false));
it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1', '2a00:1450:4007::200a'])('[W52] %s is on the internet', (address) =>
  expect(isPublicAddress(address)).toBe(true),
);

it.each([
  ...[
    'http://push.example.org/a',
    'https://localhost/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://2130706433/a',
    'https://0x7f.1/a',
  ],
  ...[
    'https://printer/a',
    'https://db.internal/a',
    'https://push.example.org:8443/a',
    'https://me:secret@push.example.org/',
    'file:///etc/passwd',
    'x',
  ],
])('[W52] %s is no push service', (endpoint) => expect(readEndpoint(endpoint, 'internet')).toBeUndefined());
it('[W52] a push service is one', () =>
  expect(readEndpoint('https://push.example.org/a?b', 'internet')?.href).toBe('https://push.example.org/a?b'));
