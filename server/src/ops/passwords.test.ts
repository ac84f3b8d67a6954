import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

test('[P14] a password is kept so that it can be checked and not read', async () => {
  const kept = await hashPassword('Café crème');
  expect(kept).not.toContain('Caf');
  expect(await isPassword('Café crème', kept)).toBe(true);
  expect(await isPassword('Cafe\u0301 cre\u0300me', kept)).toBe(true);
  expect(await isPassword('café crème', kept)).toBe(false);
  expect(await hashPassword('Café crème')).not.toBe(kept);
});

test.each(['', 'scrypt..', 'plain', 'scrypt.AAAA.BBBB'])("[P14] what is no hash (%s) is nobody's password", async (kept) => {
  expect(await isPassword('', kept)).toBe(false);
});
