// A hundred thousand messages, requests and routes by chance, as tests/integration/fuzz.test.ts sends two thousand.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectUnharmed, type FuzzedOffice, MOST_GROWN_MB, openFuzzedOffice } from '../support/fuzz/fuzzOffice.ts';

const CASES = 100_000;

let fuzzed: FuzzedOffice;
beforeAll(async () => {
  fuzzed = await openFuzzedOffice();
});
afterAll(() => fuzzed.close());

// another try would be with another seed, and would hide the first
it('[P161] [P160] a hundred thousand harm nothing and learn nothing', { retry: 0 }, () => expectUnharmed(fuzzed, CASES));

it('[P164] and little of them is kept in memory', () => {
  expect(fuzzed.grownMb()).toBeLessThan(MOST_GROWN_MB);
});
