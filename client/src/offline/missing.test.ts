import { expect, it } from 'vitest';
import { whatIsMissing } from './missing.ts';

const never = (): Promise<number> => Promise.reject(new TypeError('no answer'));

it('[U13] without an answer the network is missing where there is none, else the server', async () => {
  expect(await whatIsMissing({ isOnline: () => false, ask: never })).toBe('network');
  expect(await whatIsMissing({ isOnline: () => true, ask: never })).toBe('server');
  for (const status of [502, 503, 504]) expect(await whatIsMissing({ isOnline: () => true, ask: async () => status })).toBe('server');
});

it('[U13] any answer of the server itself leads back, also on a machine whose only network is its own', async () => {
  for (const status of [200, 404, 429]) expect(await whatIsMissing({ isOnline: () => true, ask: async () => status })).toBeUndefined();
  expect(await whatIsMissing({ isOnline: () => false, ask: async () => 200 })).toBeUndefined();
});
