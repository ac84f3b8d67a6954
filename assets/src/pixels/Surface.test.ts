import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mix, toHex, toRgb } from './colour.ts';
import { INK } from './palette.ts';
import { hash, pickFrom, rng } from './random.ts';
import { Surface } from './Surface.ts';

describe('a surface', () => {
  test('[O30] ignores what is drawn outside and rounds coordinates down', () => {
    const s = new Surface(4, 4).rect(-2, -2, 3, 3, '#fff').px(-0.5, 1, '#fff').px(9, 9, '#fff').px(2.9, 3.9, '#f00');
    expect(s.alpha(0, 0)).toBe(255);
    expect(s.alpha(0, 1)).toBe(0);
    expect(s.alpha(1, 1)).toBe(0);
    expect(s.get(2, 3)).toEqual([255, 0, 0]);
  });

  test('[O30] blends half a colour over another, and keeps a lone half colour pure', () => {
    const s = new Surface(2, 1).px(0, 0, '#000').px(0, 0, '#fff', 0.5).px(1, 0, '#fff', 0.5);
    expect(s.get(0, 0)).toEqual([128, 128, 128]);
    expect(s.alpha(0, 0)).toBe(255);
    expect(s.get(1, 0)).toEqual([255, 255, 255]);
    expect(s.alpha(1, 0)).toBe(128);
  });

  test('[O30] outlines outside the shape only, in the shape`s own darkened colour', () => {
    const s = new Surface(5, 5).rect(2, 2, 1, 1, '#80c0ff');
    const outlined = s.outline(0.72);
    expect(outlined.get(2, 2)).toEqual(toRgb('#80c0ff'));
    expect(outlined.get(2, 1)).toEqual(mix('#80c0ff', INK, 0.72));
    expect(outlined.alpha(1, 1)).toBe(0);
    expect(s.alpha(2, 1)).toBe(0);
  });

  test('[O30] is itself again after two mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(), (w, h, seed) => {
        const random = rng(seed);
        const s = new Surface(w, h);
        for (let k = 0; k < 20; k++) s.px(random() * w, random() * h, [random() * 255, 0, 0]);
        expect(s.flip().flip().data).toEqual(s.data);
      }),
    );
  });

  test('[O30] crops to the asked part, transparent beyond the edge', () => {
    const s = new Surface(3, 3).rect(0, 0, 3, 3, '#123456');
    const part = s.crop(2, 2, 3, 3);
    expect(part.get(0, 0)).toEqual(toRgb('#123456'));
    expect(part.alpha(1, 0)).toBe(0);
  });
});

test('[O30] colours read and write as hexadecimal, short or long, and anything else is refused', () => {
  expect(toRgb('#fff')).toEqual([255, 255, 255]);
  expect(toHex(toRgb('#2a1b2e'))).toBe('#2a1b2e');
  expect(() => toRgb('plum')).toThrow('not a colour');
});

test('[O30] seeded numbers are the same each time and lie in [0, 1)', () => {
  const a = rng(7);
  const b = rng(7);
  for (let k = 0; k < 100; k++) {
    const value = a();
    expect(value).toBe(b());
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(1);
    expect(hash(k, -k, 3)).toBe(hash(k, -k, 3));
    expect(hash(k, -k, 3)).toBeLessThan(1);
  }
  expect(pickFrom(['a', 'b', 'c'], -1)).toBe('c');
  expect(pickFrom(['a', 'b', 'c'], 4.6)).toBe('b');
});
