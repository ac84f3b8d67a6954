import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossfade, curveOf, fadeInGain, firstSoundAt, gainAtDistance, gainOfDb } from './gains.ts';

describe('[K21] a voice', () => {
  it('rises from -12 dB to full within half a second', () => {
    expect(fadeInGain(-1)).toBe(0);
    expect(fadeInGain(0)).toBeCloseTo(gainOfDb(-12));
    expect(fadeInGain(tuning.fadeInMs / 2)).toBeCloseTo(gainOfDb(-6));
    expect(fadeInGain(tuning.fadeInMs)).toBe(1);
    expect(curveOf((share) => fadeInGain(share * tuning.fadeInMs), 3)).toEqual(Float32Array.of(gainOfDb(-12), gainOfDb(-6), 1));
  });

  it.each([
    ['300 ms after the ring, though it is ready before', 1000, 1100, 1300],
    ['as soon as it is ready, long after the ring', 1000, 1900, 1900],
  ])('is first heard %s', (_, ringMs, readyMs, atMs) => {
    expect(firstSoundAt(ringMs, readyMs)).toBe(atMs);
  });

  it('falls off with distance for those who listen from outside', () => {
    expect(gainAtDistance(0)).toBe(1);
    expect(gainAtDistance(tuning.joinPx)).toBe(1);
    expect(gainAtDistance(tuning.joinPx * 2)).toBeCloseTo(gainOfDb(-12));
    expect(gainAtDistance(10_000)).toBe(0);
    const px = fc.integer({ min: 0, max: 1000 });
    fc.assert(fc.property(px, px, (a, b) => a > b || gainAtDistance(a) >= gainAtDistance(b)));
  });
});

it('[K25] two transports together are never louder than one', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const { old, fresh } = crossfade(share);
      expect(old ** 2 + fresh ** 2).toBeCloseTo(1, 6);
    }),
  );
  expect(crossfade(0)).toEqual({ old: 1, fresh: 0 });
});
