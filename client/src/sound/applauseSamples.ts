// Clapping hands as numbers: short bursts of noise, more of them the more people clap, never loud.

/** Amplitude that no sample goes beyond: -20 dB of full scale. */
export const APPLAUSE_PEAK = 0.1;
/** Two sounds may overlap, and together they still stay below it. */
const OWN_PEAK = APPLAUSE_PEAK / 2;
const SECONDS = 0.7;
/** More hands are heard as one and the same rustling. */
const HANDS_MOST = 48;
const CLAP_SECONDS = 0.035;

/** @param n claps @param chance 0 to 1, anew each time @returns samples of one channel */
export function applauseSamples(n: number, sampleRate: number, chance: () => number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.ceil(SECONDS * sampleRate));
  const hands = Math.min(Math.max(1, Math.round(n)), HANDS_MOST);
  const length = Math.floor(CLAP_SECONDS * sampleRate);
  for (let hand = 0; hand < hands; hand++) {
    const start = Math.floor(chance() * (samples.length - length));
    const loud = 0.5 + 0.5 * chance();
    let last = 0;
    for (let i = 0; i < length && start + i < samples.length; i++) {
      // hollow hands: noise without its lowest part, gone within a moment
      const noise = chance() * 2 - 1;
      const bright = noise - last;
      last = noise * 0.6;
      samples[start + i] = (samples[start + i] ?? 0) + bright * loud * Math.exp((-9 * i) / length);
    }
  }
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  // one clap is softer than many
  const wanted = OWN_PEAK * (0.4 + (0.6 * Math.log(hands)) / Math.log(HANDS_MOST));
  return samples.map((sample) => (peak === 0 ? 0 : (sample * wanted) / peak));
}
