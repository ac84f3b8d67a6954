import { describe, expect, test } from 'vitest';
import { forgetTogether, type MetTimes, pairOf, spendTogether } from './met.ts';
import { type Apart, knowBlocks } from './reachable.ts';

const nobodyApart: Apart = new Map();
const spend = (times: MetTimes, people: string[], ms: number, apart = nobodyApart) => spendTogether(times, people, apart, ms, 180_000);

describe('[B22] who has met', () => {
  test('three minutes together, in one go or in several, are told once', () => {
    const times: MetTimes = new Map();
    expect(spend(times, ['bob', 'ada'], 170_000)).toEqual([]);
    expect(spend(times, ['ada', 'bob', 'lou'], 10_000)).toEqual([['ada', 'bob']]);
    expect(spend(times, ['ada', 'bob', 'lou'], 169_000)).toEqual([]);
    expect(spend(times, ['lou', 'bob', 'ada'], 1000)).toEqual([
      ['bob', 'lou'],
      ['ada', 'lou'],
    ]);
  });

  test('whoever leaves begins anew', () => {
    const times: MetTimes = new Map();
    spend(times, ['ada', 'bob'], 170_000);
    forgetTogether(times, 'bob');
    expect(spend(times, ['ada', 'bob'], 170_000)).toEqual([]);
    expect(times.size).toBe(1);
  });

  test('two between whom nothing is heard have not met', () => {
    const apart: Apart = new Map();
    knowBlocks(apart, 'ada', { mine: ['bob'], ofMe: [] });
    expect(spend(new Map(), ['ada', 'bob', 'lou'], 200_000, apart)).toEqual([pairOf('lou', 'ada'), pairOf('lou', 'bob')]);
  });
});
