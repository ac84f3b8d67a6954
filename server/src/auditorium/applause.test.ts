import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { applaud, newApplause, takeApplause } from './applause.ts';

it('[T31] is told as a sum of all, and begins anew', () => {
  const applause = newApplause();
  expect(takeApplause(applause)).toBeUndefined();
  applaud(applause, 'ada', 'clap', 3);
  applaud(applause, 'bob', 'clap', 2);
  applaud(applause, 'bob', 'heart', 1);
  expect(takeApplause(applause)).toEqual({ clap: 5, heart: 1 });
  expect(takeApplause(applause)).toBeUndefined();
});

it('[T31] nobody claps for a hundred', () => {
  const applause = newApplause();
  for (let n = 0; n < 40; n++) applaud(applause, 'ada', n % 2 ? 'clap' : 'wow', 20);
  applaud(applause, 'bob', 'clap', 1);
  const sum = takeApplause(applause) ?? {};
  expect((sum.clap ?? 0) + (sum.wow ?? 0)).toBe(tuning.applauseMost + 1);
});
