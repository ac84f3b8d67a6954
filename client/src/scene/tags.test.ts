import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, spreadTags } from './spreadTags.ts';
import { wrapTrade } from './wrapTrade.ts';

describe('trades', () => {
  test('[U25] up to 20 characters stand on one line', () => {
    expect(wrapTrade('Quality of care')).toEqual(['Quality of care']);
    expect(wrapTrade('')).toEqual([]);
  });

  test('[U25] 35 characters are readable on two', () => {
    expect(wrapTrade('Industrial maintenance engineer (h)')).toEqual(['Industrial', 'maintenance engineer (h)']);
    expect(wrapTrade('Chargée de projets culturels')).toEqual(['Chargée de projets', 'culturels']);
  });

  test('[U25] nothing is cut, and there are never three lines', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zé]{1,18}$/), { minLength: 1, maxLength: 6 })
      .map((all) => all.join(' ').slice(0, 40).trim());
    fc.assert(
      fc.property(words, (trade) => {
        const lines = wrapTrade(trade);
        expect(lines.join(' ')).toBe(trade);
        expect(lines.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

const box = (x: number, y: number, gives = 1): Box => ({ x, y, width: 80, height: 30, gives });
const isApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01 || a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01;

describe('places', () => {
  test('[U25] two tags on one place end beside one another', () => {
    const two = [box(0, 0), box(10, 4)];
    spreadTags(two);
    expect(isApart(two[0] as Box, two[1] as Box)).toBe(true);
  });

  test('[U25] a face does not give way, the tag does', () => {
    const face = box(0, 0, 0);
    const tag = box(5, 20);
    spreadTags([face, tag]);
    expect([face.x, face.y]).toEqual([0, 0]);
    expect(isApart(face, tag)).toBe(true);
  });

  test('[U25] a handful around a table are all readable', () => {
    const places = fc.array(fc.record({ x: fc.integer({ min: 0, max: 160 }), y: fc.integer({ min: 0, max: 120 }) }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(places, (all) => {
        const boxes = all.map(({ x, y }) => box(x, y));
        spreadTags(boxes);
        for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(isApart(a, b)).toBe(true);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
