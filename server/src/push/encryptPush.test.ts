import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { encryptPush } from './encryptPush.ts';
import { makeServerKey, readServerKey } from './serverKey.ts';

const browser = createECDH('prime256v1');
const point = browser.generateKeys();
const secret = randomBytes(16);
const keys = { p256dh: point.toString('base64url'), auth: secret.toString('base64url') };

/** As a browser does it (RFC 8291 3.4). */
function open(body: Buffer): string {
  const [salt, length] = [body.subarray(0, 16), body[20] ?? 0];
  const theirs = body.subarray(21, 21 + length);
  const sealed = body.subarray(21 + length);
  const derive = (key: Uint8Array, from: Uint8Array, info: Uint8Array, bytes: number) =>
    Buffer.from(hkdfSync('sha256', key, from, info, bytes));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), point, theirs]);
  const material = derive(browser.computeSecret(theirs), secret, info, 32);
  const decipher = createDecipheriv(
    'aes-128-gcm',
    derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
  );
  decipher.setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  expect(text.at(-1)).toBe(2);
  return text.subarray(0, -1).toString();
}

it('[W50] is read by the browser it is for', () => {
  const body = encryptPush('{"kind":"direct"}', keys);
  expect(body && open(body)).toBe('{"kind":"direct"}');
  expect(body?.includes('direct')).toBe(false);
});

it.each([
  ['too short', { ...keys, auth: 'AAAA' }],
  ['no point', { ...keys, p256dh: Buffer.alloc(65, 4).toString('base64url') }],
  ['nothing', { p256dh: '', auth: '' }],
])('[W50] keys that are none seal nothing: %s', (_what, bad) => expect(encryptPush('x', bad)).toBeUndefined());

it('[W50] says who sends by a signature of the key of this server', () => {
  const key = readServerKey(makeServerKey(), 'https://office.example.org');
  const [, token = '', given = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(key.authorize('https://push.example.org', 0)) ?? [];
  expect(given).toBe(key.publicKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    aud: 'https://push.example.org',
    exp: 43_200,
    sub: 'https://office.example.org',
  });
  const point = Buffer.from(given, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const isOurs = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  expect(isOurs).toBe(true);
});
