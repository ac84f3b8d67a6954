import { expect, it } from 'vitest';
import { linkQuality } from './linkQuality.ts';

const well = { lossShare: 0, jitterMs: 5, silentMs: 20 };

it.each([
  ['good', [well, well]],
  ['poor', [{ ...well, lossShare: 0.08 }]],
  ['poor', [well, { ...well, jitterMs: 90 }]],
  ['poor', [well, { ...well, silentMs: 4000 }]],
  ['lost', [{ ...well, silentMs: 4000 }]],
  ['lost', []],
] as const)('[K50] a link is %s', (quality, tracks) => {
  expect(linkQuality(tracks)).toBe(quality);
});
