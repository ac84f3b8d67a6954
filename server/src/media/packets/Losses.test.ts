import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Losses } from './Losses.ts';

describe('losses', () => {
  it('[K7] exactly what is missing is asked for, whatever the order and the wrap', () => {
    const scene = fc.record({
      first: fc.nat(65_535),
      arrives: fc.array(fc.boolean(), { minLength: 2, maxLength: 60 }),
    });
    fc.assert(
      fc.property(scene, ({ first, arrives }) => {
        const losses = new Losses();
        const numbers = arrives.map((_, n) => (first + n) & 0xffff);
        const last = arrives.lastIndexOf(true);
        const begin = arrives.indexOf(true);
        numbers.forEach((number, n) => {
          if (arrives[n]) losses.arrived(number);
        });
        const missing = numbers.filter((_, n) => !arrives[n] && n > begin && n < last);
        const asked = [losses.ask(1000), losses.ask(1001)].flat();
        expect(asked).toEqual(missing);
        for (const number of missing) losses.arrived(number);
        expect(losses.ask(2000)).toEqual([]);
      }),
    );
  });

  it('[K7] it is asked for again every 40 ms, five times', () => {
    const losses = new Losses();
    losses.arrived(1);
    losses.arrived(3);
    const asks = Array.from({ length: 20 }, (_, n) => losses.ask(1000 + n * 20).length);
    expect(asks.reduce((sum, ask) => sum + ask)).toBe(5);
    expect(asks.slice(0, 3)).toEqual([1, 0, 1]);
  });

  it('[K7] a large jump is another beginning', () => {
    const losses = new Losses();
    losses.arrived(1);
    losses.arrived(1000);
    expect(losses.ask(1000)).toEqual([]);
    expect(losses.report(7)).toMatchObject({ lossShare: 0, lostInAll: 0, highestSequence: 1000 });
  });

  it('[K7] reports count since the last one', () => {
    const losses = new Losses();
    expect(losses.report(7)).toBeUndefined();
    for (const number of [65_534, 65_535, 1]) losses.arrived(number);
    expect(losses.report(7)).toMatchObject({ ssrc: 7, lossShare: 0.25, lostInAll: 1, highestSequence: 65_537 });
    for (const number of [2, 3]) losses.arrived(number);
    expect(losses.report(7)).toMatchObject({ lossShare: 0, lostInAll: 1 });
  });
});
