import { expect, test } from 'vitest';
import { hashCode, hashToken, isToken, newCode, newToken } from './tokens.ts';

test('[P81] a token is 256 bits of chance, and what is kept of it is another text', () => {
  const token = newToken();
  expect(isToken(token)).toBe(true);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(newToken()).not.toBe(token);
  expect(hashToken(token)).not.toContain(token);
  expect(hashToken(token)).toBe(hashToken(token));
});

test.each([undefined, '', 'short', `${newToken()}x`, newToken().replace(/.$/, '/')])('[P81] %j is no token', (text) => {
  expect(isToken(text)).toBe(false);
});

test('[P83] a code is typed in any case, with or without its dash, on one device', () => {
  const code = newCode(8);
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  expect(hashCode(` ${code.toLowerCase().replace('-', '')} `, 'device')).toBe(hashCode(code, 'device'));
  expect(hashCode(code, 'device')).not.toBe(hashCode(code, 'other device'));
  expect(new Set(Array.from({ length: 200 }, () => newCode(8))).size).toBe(200);
});
