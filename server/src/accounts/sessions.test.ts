import { tuning } from '@comptoir/shared/tuning';
import { expect, test } from 'vitest';
import { GRACE_MS, judgeSession, ROTATE_MS, type SessionTimes, USED_MS } from './sessions.ts';

const NOW = 1_800_000 * USED_MS;
const session = (more: Partial<SessionTimes> = {}): SessionTimes => ({
  ...{ tokenHash: 'now', previousHash: null, previousUntilMs: null, usedMs: NOW, rotatedMs: NOW },
  ...more,
});

test('[P81] holds as long as it is used, and 90 days more', () => {
  expect(judgeSession(session(), 'now', NOW + tuning.sessionUnusedMs - 1, true)).not.toBe('over');
  expect(judgeSession(session(), 'now', NOW + tuning.sessionUnusedMs, true)).toBe('over');
  expect(judgeSession(session(), 'another', NOW, true)).toBe('over');
});

test('[P81] its use is written to the hour, once an hour', () => {
  expect(judgeSession(session(), 'now', NOW + USED_MS - 1, true)).toEqual({ rotate: false, changes: {} });
  expect(judgeSession(session(), 'now', NOW + USED_MS + 1234, true)).toEqual({ rotate: false, changes: { usedMs: NOW + USED_MS } });
});

test('[P81] its token changes after a week, where the answer can carry the new one', () => {
  const week = NOW + ROTATE_MS;
  expect(judgeSession(session({ usedMs: week }), 'now', week, true)).toEqual({ rotate: true, changes: {} });
  expect(judgeSession(session({ usedMs: week }), 'now', week, false)).toEqual({ rotate: false, changes: {} });
});

test('[P81] the token before holds until the new one was seen, and a minute longer', () => {
  const rotated = session({ previousHash: 'before' });
  expect(judgeSession(rotated, 'before', NOW + 1, true)).toEqual({ rotate: false, changes: {} });
  expect(judgeSession(rotated, 'now', NOW + 5, true)).toEqual({ rotate: false, changes: { previousUntilMs: NOW + 5 + GRACE_MS } });
  const seen = session({ previousHash: 'before', previousUntilMs: NOW + GRACE_MS });
  expect(judgeSession(seen, 'before', NOW + GRACE_MS - 1, true)).not.toBe('over');
  expect(judgeSession(seen, 'before', NOW + GRACE_MS, true)).toBe('over');
  expect(judgeSession(seen, 'now', NOW + GRACE_MS, true)).toEqual({ rotate: false, changes: {} });
});

test('[P81] a new token that was lost on its way is given again', () => {
  const rotated = session({ previousHash: 'before' });
  expect(judgeSession(rotated, 'before', NOW + GRACE_MS, true)).toEqual({ rotate: true, changes: {} });
});
