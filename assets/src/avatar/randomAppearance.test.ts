import type { Appearance } from '@comptoir/shared/people';
import { AIDS, BEARDS, BOTTOMS, decodeAppearance, encodeAppearance, HAIR_STYLES, HEAD_COVERINGS, TOPS } from '@comptoir/shared/people';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rng } from '../pixels/random.ts';
import { randomAppearance } from './randomAppearance.ts';

describe('an appearance at random', () => {
  test('is always a valid one, whatever the source of numbers', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (numbers) => {
        const appearance = randomAppearance(() => numbers.next().value ?? 0);
        expect(decodeAppearance(encodeAppearance(appearance))).toEqual(appearance);
      }),
    );
  });

  test('reaches every style, and no skin is rarer than another', () => {
    const random = rng(7);
    const people: Appearance[] = Array.from({ length: 3000 }, () => randomAppearance(random));
    const kinds = (part: keyof Appearance): number => new Set(people.map((person) => person[part])).size;
    expect([kinds('hair'), kinds('head'), kinds('beard'), kinds('top'), kinds('bottom'), kinds('aid')]).toEqual(
      [HAIR_STYLES, HEAD_COVERINGS, BEARDS, TOPS, BOTTOMS, AIDS].map((list) => list.length),
    );
    for (let skin = 0; skin < 6; skin++) {
      const share = people.filter((person) => person.skin === skin).length / people.length;
      expect(share).toBeGreaterThan(0.13);
      expect(share).toBeLessThan(0.2);
    }
  });

  test('never dresses top and bottom in one colour', () => {
    const random = rng(8);
    for (let n = 0; n < 500; n++) {
      const { topColor, bottomColor } = randomAppearance(random);
      expect(topColor).not.toBe(bottomColor);
    }
  });
});
