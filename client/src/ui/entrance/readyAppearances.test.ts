import { decodeAppearance, encodeAppearance } from '@comptoir/shared/people';
import { expect, test } from 'vitest';
import { readyAppearances } from './readyAppearances.ts';

test('[U1] eight different avatars stand ready, each of them a valid one', () => {
  const codes = readyAppearances().map(encodeAppearance);
  expect(new Set(codes).size).toBe(8);
  for (const code of codes) expect(decodeAppearance(code), code).toBeDefined();
});
