import { expect, it } from 'vitest';
import { measure } from '../bench/formation.ts';

it('[B18] 2,000 walking people cost less than 2 ms a round', () => {
  expect(measure(2000, 'walking', 5).roundMs).toBeLessThan(2);
}, 60_000);
