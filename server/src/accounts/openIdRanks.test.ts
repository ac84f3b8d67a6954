import type { Rank } from '@comptoir/shared/people';
import { expect, test } from 'vitest';
import { claimAt, givenRank, rankAfter } from './openIdRanks.ts';

const rankOf = new Map<string, Rank>([
  ['staff', 'host'],
  ['admin', 'admin'],
  ['everyone', 'member'],
]);

test.each([
  [undefined, undefined],
  [null, undefined],
  [[], 'visitor'],
  ['everyone', 'member'],
  ['everyone staff', 'host'],
  [['everyone', 'admin', 'staff'], 'admin'],
  [['constructor', '__proto__'], 'visitor'],
  [{ admin: true }, 'visitor'],
  [42, 'visitor'],
])('[P87] a claim %j gives %s', (claim, rank) => {
  expect(givenRank(claim, rankOf)).toBe(rank);
});

test('[P87] a claim is found by its own name first, then along its dots', () => {
  expect(claimAt({ realm_access: { roles: ['staff'] } }, 'realm_access.roles')).toEqual(['staff']);
  expect(claimAt({ 'https://example.org/roles': ['staff'] }, 'https://example.org/roles')).toEqual(['staff']);
  expect(claimAt({ roles: 'staff' }, 'roles.length')).toBeUndefined();
  expect(claimAt({}, 'constructor')).toBeUndefined();
});

test.each([
  ['visitor', undefined, 'host', 'host'],
  // what the provider gave it takes away
  ['host', 'host', 'visitor', 'visitor'],
  ['admin', 'admin', 'member', 'member'],
  // what was given here stays
  ['host', 'member', 'member', 'host'],
  ['host', undefined, 'member', 'host'],
  ['member', 'host', 'visitor', 'member'],
  ['host', 'host', undefined, 'host'],
] as const)('[P87] %s here, %s from the provider before, %s now: %s', (own, before, given, after) => {
  expect(rankAfter(own, before, given)).toBe(after);
});
