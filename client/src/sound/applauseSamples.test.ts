import { describe, expect, test } from 'vitest';
import { APPLAUSE_PEAK, applauseSamples } from './applauseSamples.ts';

/** The same each time. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
const energyOf = (samples: Float32Array): number => samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
const peakOf = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe('[T65] the sound of applause', () => {
  test('is heard, more of more hands, and never above -20 dB, even two at once', () => {
    const few = applauseSamples(1, 8000, chanceOf(1));
    const many = applauseSamples(300, 8000, chanceOf(1));
    expect(energyOf(few)).toBeGreaterThan(1e-7);
    expect(energyOf(many)).toBeGreaterThan(energyOf(few) * 5);
    expect(20 * Math.log10(peakOf(many) * 2)).toBeLessThanOrEqual(-19.99);
    expect(peakOf(many) * 2).toBeLessThanOrEqual(APPLAUSE_PEAK + 1e-6);
  });

  test('begins and ends without a click', () => {
    const samples = applauseSamples(40, 8000, chanceOf(7));
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01);
  });
});
