// The password of an office as it is kept: scrypt with a salt of its own, compared in constant time.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 32 MB and a twentieth of a second for each try. */
const COST = { N: 2 ** 15, r: 8, p: 1 };
const MOST_MEMORY = 64 * 1024 * 1024;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const KEPT = /^scrypt\.([\w-]{22})\.([\w-]{43})$/;

/** However their keyboard composes an accent. */
const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { ...COST, maxmem: MOST_MEMORY }, (err, key) => (err ? reject(err) : resolve(key))),
  );

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return `scrypt.${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, salt, key] = KEPT.exec(kept) ?? [];
  if (!salt || !key) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url')), Buffer.from(key, 'base64url'));
}
