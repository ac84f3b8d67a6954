// Secrets that sign in: made of chance, and kept as hashes only, so that a stolen database opens no door.
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Without 0, 1, I, L and O, which are mistaken for one another. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** 256 random bits, as 43 url-safe characters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text);

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** To be typed: `K7QF-2MXA`. */
export function newCode(length: number): string {
  const letters = Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, length / 2)}-${letters.slice(length / 2)}`;
}

/** Of the device it is typed on: the same code elsewhere is another hash. In any case, with or without the dash. */
export const hashCode = (code: string, deviceHash: string): string =>
  createHash('sha256')
    .update(`${deviceHash}\n${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest('base64url');
