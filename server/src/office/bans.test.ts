import { expect, it } from 'vitest';
import { isKeptOut, marksOf } from './bans.ts';

const BAN = { personId: 'eve', deviceHash: 'd1', address: null, untilMs: null };

it.each([
  [{ personId: 'eve' }, true],
  [{ personId: 'ada', deviceHash: 'd1' }, true],
  [{ personId: 'ada', deviceHash: 'd2', address: 'd1' }, false],
  [{ personId: 'ada' }, false],
  [{}, false],
])('[P32] %j is kept out: %s', (comer, out) => {
  expect(isKeptOut(marksOf([BAN], 0), comer)).toBe(out);
});

it('[P32] of several one is enough, and one that is over keeps nobody out', () => {
  const network = { personId: null, deviceHash: null, address: '203.0.113.7', untilMs: 1000 };
  expect(isKeptOut(marksOf([BAN, network], 999), { address: '203.0.113.7' })).toBe(true);
  expect(isKeptOut(marksOf([BAN, network], 1000), { address: '203.0.113.7' })).toBe(false);
});
