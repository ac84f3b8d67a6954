import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePictures, placeSounds, type SoundSource } from './placeSources.ts';

const RULES = { slots: 5, loudest: 3 };
const nowhere = () => undefined;
const voice = (key: string, spokeMs = 0): SoundSource => ({ key, isScreen: false, spokeMs });
const screen = (key: string): SoundSource => ({ key, isScreen: true, spokeMs: 0 });
const place = (before: (string | undefined)[], sources: SoundSource[], nowMs = 10_000) =>
  placeSounds(before, sources, RULES, nowhere, nowMs);

describe('sounds', () => {
  it('[K7] up to four voices have a slot each, whether they speak or not', () => {
    expect(
      place(
        [],
        ['a', 'b', 'c', 'd'].map((key) => voice(key)),
      ),
    ).toEqual(['a', 'b', 'c', 'd', undefined]);
  });

  it('[K7] the sound of a screen has a slot of its own', () => {
    expect(place([], [voice('a'), screen('s')])).toEqual(['a', undefined, undefined, undefined, 's']);
    expect(place([], [screen('s'), screen('t')])).toEqual(['t', undefined, undefined, undefined, 's']);
  });

  it('[K7] of more voices the three that spoke last are heard', () => {
    const voices = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, n) => voice(key, n * 1000));
    expect(new Set(place([], voices).filter((key) => key !== undefined))).toEqual(new Set(['d', 'e', 'f']));
  });

  it('[K7] whoever speaks keeps the slot; a newcomer takes that of the one silent longest', () => {
    const voices = [voice('a', 9900), voice('b', 5000), voice('c', 2000), voice('d', 9990), voice('e')];
    expect(place(['a', 'b', 'c', undefined, undefined], voices)).toEqual(['a', 'b', 'd', undefined, undefined]);
  });

  it('[K7] while three speak, a fourth waits', () => {
    const voices = [voice('a', 9900), voice('b', 9900), voice('c', 9900), voice('d', 10_000), voice('e')];
    expect(place(['a', 'b', 'c'], voices).slice(0, 3)).toEqual(['a', 'b', 'c']);
  });

  it('[K7] nobody changes place while all are there and speak as before', () => {
    const some = fc.uniqueArray(
      fc.record({ key: fc.string({ minLength: 1, maxLength: 2 }), isScreen: fc.boolean(), spokeMs: fc.nat(10_000) }),
      {
        selector: ({ key }) => key,
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(some, some, (before, now) => {
        const first = place(place([], before), now);
        expect(place(first, now)).toEqual(first);
        const filled = first.filter((key) => key !== undefined);
        expect(new Set(filled).size).toBe(filled.length);
        expect(filled.every((key) => now.some((source) => source.key === key))).toBe(true);
      }),
    );
  });
});

describe('pictures', () => {
  it('[K7] go beside the voice of the same person where that is free', () => {
    expect(placePictures([], ['x', 'y'], 4, (key) => (key === 'y' ? 1 : undefined))).toEqual([undefined, 'y', undefined, 'x']);
    expect(placePictures(['z'], ['z', 'x'], 2, () => 0)).toEqual(['z', 'x']);
  });

  it('[K7] stay where they are while they are wished for, and at most as many as there are slots', () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }), { maxLength: 12 });
    fc.assert(
      fc.property(keys, keys, (before, now) => {
        const first = placePictures([], before, 9, nowhere);
        const second = placePictures(first, now, 9, nowhere);
        const wished = now.slice(0, 9);
        expect(new Set(second.filter((key) => key !== undefined))).toEqual(new Set(wished));
        first.forEach((key, slot) => {
          if (key !== undefined && wished.includes(key)) expect(second[slot]).toBe(key);
        });
      }),
    );
  });
});
