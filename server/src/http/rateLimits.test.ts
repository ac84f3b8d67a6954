import type { Request } from 'express';
import { expect, test } from 'vitest';
import { addressKey, createRateLimits } from './rateLimits.ts';

const from = (ip: string): Request => ({ ip }) as Request;

async function joinsUntilRefused(limits: ReturnType<typeof createRateLimits>, ip: string, most: number, person?: string): Promise<number> {
  for (let count = 0; count < most; count++) {
    const isRefused = await limits.countJoin(from(ip), person, {}).then(
      () => false,
      () => true,
    );
    if (isRefused) return count;
  }
  return most;
}

test('[P3] sixty joins a minute and a burst of thirty fit behind one address', async () => {
  expect(await joinsUntilRefused(createRateLimits(60), '192.0.2.1', 200)).toBe(90);
});

test('[P3] a thousand at once fit when the operator says so', async () => {
  expect(await joinsUntilRefused(createRateLimits(100_000), '192.0.2.1', 1000)).toBe(1000);
});

test('[P3] addresses are counted apart, and a returning person apart from the address', async () => {
  const limits = createRateLimits(2);
  expect(await joinsUntilRefused(limits, '192.0.2.1', 10)).toBe(3);
  expect(await joinsUntilRefused(limits, '192.0.2.2', 10)).toBe(3);
  expect(await joinsUntilRefused(limits, '192.0.2.1', 10, 'ada')).toBe(10);
  expect(await joinsUntilRefused(limits, '192.0.2.1', 100, 'bob')).toBe(60);
});

test('[P3] a refusal says when to try again', async () => {
  const limits = createRateLimits(1);
  await joinsUntilRefused(limits, '192.0.2.1', 10);
  const refusal = limits.countJoin(from('192.0.2.1'), undefined, { code: 4613 });
  await expect(refusal).rejects.toMatchObject({ status: 429, reason: 'tooMany', more: { code: 4613, retryAfterS: expect.any(Number) } });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [undefined, 'unknown'],
])('[P3] %s is counted as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
