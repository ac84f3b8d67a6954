import { describe, expect, it } from 'vitest';
import { type Shares, toGive, toTake } from './share.ts';

const shares = (more: Partial<Shares>): Shares => ({ mine: [], free: new Map(), count: 4, others: [], isEmpty: () => true, ...more });
const free = (...ids: string[]) => new Map(ids.map((id) => [id, 1]));

describe('which offices a process takes', () => {
  it('[O81] takes all alone, and its share beside others', () => {
    expect(toTake(shares({ free: free('d', 'c', 'b', 'a') }))).toEqual(['a', 'b', 'c', 'd']);
    expect(toTake(shares({ free: free('d', 'c', 'b', 'a'), others: [0] }))).toEqual(['a', 'b']);
    expect(toTake(shares({ mine: ['a'], free: free('b', 'c'), count: 3, others: [0] }))).toEqual(['b']);
    expect(toTake(shares({ mine: ['a', 'b'], free: free('c'), others: [1] }))).toEqual([]);
  });

  it('[O81] takes what nobody takes', () => {
    expect(toTake(shares({ mine: ['a', 'b'], free: new Map([['c', 3]]), others: [1] }))).toEqual(['c']);
  });

  it('[O81] gives an empty office to a process that came later, one at a time', () => {
    expect(toGive(shares({ mine: ['a', 'b', 'c', 'd'], others: [0], isEmpty: (id) => id !== 'a' }))).toBe('b');
    expect(toGive(shares({ mine: ['a', 'b', 'c', 'd'], others: [0], isEmpty: () => false }))).toBeUndefined();
    expect(toGive(shares({ mine: ['a', 'b'], others: [2] }))).toBeUndefined();
    expect(toGive(shares({ mine: ['a', 'b', 'c'], free: free('d'), others: [0] }))).toBeUndefined();
    expect(toGive(shares({ mine: ['a'], count: 1, others: [0] }))).toBeUndefined();
  });
});
