// Private texts as they lie on a disk: sealed with the key of this installation, so that a copy of the database alone reads none of them.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './StartProblem.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Says how a text was sealed: another way will begin otherwise. */
const FIRST_WAY = '1.';

export type InstanceKey = KeyObject;

export const keyFileOf = (dataDir: string): string => join(dataDir, 'instance.key');

/**
 * Of base64 or 64 hexadecimal digits.
 * @returns undefined when they are not 32 bytes
 */
export function readInstanceKey(text: string): InstanceKey | undefined {
  const trimmed = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  return /^[\w+/=-]+$/.test(trimmed) && bytes.length === KEY_BYTES ? createSecretKey(bytes) : undefined;
}

/**
 * The key that lies in the data folder.
 * @returns undefined when there is none
 * @throws StartProblem when the file holds none
 */
export function findInstanceKey(dataDir: string): InstanceKey | undefined {
  const file = keyFileOf(dataDir);
  if (!existsSync(file)) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (err) {
    throw new StartProblem(`The key of private texts cannot be read: ${err instanceof Error ? err.message : err}.`);
  }
  const key = readInstanceKey(text);
  if (!key) throw new StartProblem(`${file} does not hold the key of private texts any more: put the file back from a backup.`);
  return key;
}

/** Made at the first start, for its owner only. Of two that start at once the first one's is kept. Throws what the disk threw. */
export function makeInstanceKey(dataDir: string): InstanceKey {
  const file = keyFileOf(dataDir);
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  const written = openSync(beside, 'wx', 0o600);
  try {
    writeSync(written, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    fsyncSync(written);
    // whole or not at all, and never over another one
    linkSync(beside, file);
  } catch (err) {
    if (!existsSync(file)) throw err;
  } finally {
    closeSync(written);
    unlinkSync(beside);
  }
  const key = findInstanceKey(dataDir);
  if (!key) throw new Error(`${file} is gone`);
  return key;
}

/** Tells two keys apart, and nothing about them. */
export const fingerprintOf = (key: InstanceKey): string =>
  createHmac('sha256', key).update('comptoir: which key is this?').digest('base64url');

/** @param about whose text it is (`note:` and an id): sealed for one thing it does not open as another's */
export function sealText(key: InstanceKey, text: string, about: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return FIRST_WAY + Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** @returns undefined when it was sealed with another key, about something else, or has been changed */
export function openText(key: InstanceKey, sealed: string, about: string): string | undefined {
  if (!sealed.startsWith(FIRST_WAY)) return undefined;
  const bytes = Buffer.from(sealed.slice(FIRST_WAY.length), 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
