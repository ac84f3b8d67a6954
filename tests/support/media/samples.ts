// Real VP8 pictures and Opus sound, small enough to be written down or made here: what they show and sound is known wherever they arrive.
import { createEncoder } from 'libopus-wasm';
import type { Sample } from './syntheticMessages.ts';

/**
 * Keyframes of 320 x 180 in one colour each, and a frame after which everything is as it was; made once with
 * `ffmpeg -f lavfi -i color=<colour>:s=320x180:r=25:d=0.2 -c:v libvpx -b:v 50k -error-resilient default -lag-in-frames 0 <colour>.ivf`.
 */
export const COLOURS = {
  white:
    'cA8AnQEqQAG0ADkhAAEcJAwsLEQsJEAQAAAwsCeu6QyVlySF5el3SGSsuSQvL0u6QyVlySF5el3SGSsuSQvL0u6QyVlySF5el3SGSsuSQvL0u6' +
    'QyVlySF5el3SGSsuSQvL0u6QyVlySF5el3SGSsuSQvL0u6QyVlySF5el3SGSsuSQvJQP7/o94A',
  red:
    'UBAAnQEqQAG0ADkhAAEcJAwsLEQsJEAQABOtUB/AH9AQNbUnrukMlZckheXpd0hkrLkkLy9LukMlZckheXpd0hkrLkkLy9LukMlZckheXpd0hk' +
    'rLkkLy9LukMlZckheXpd0hkrLkkLy9LukMlZckheXpd0hkrLkkLy9LukMlZckheXpd0hkrLkkLyUD+/W7z/+OZNzDE/45t//FhPA4oyP/xUQA=',
  green:
    'UBAAnQEqQAG0ADkhAAEcJAwsLEQsJEAQABOtUB/AH9AQNbUnrukMlZckheXpd0hkrLkkLy9LukMlZckheXpd0hkrLkkLy9LukMlZckheXpd0hk' +
    'rLkkLy9LukMlZckheXpd0hkrLkkLy9LukMlZckheXpd0hkrLkkLy9LukMlZckheXpd0hkrLkkLyUD+/W7z/+K1h1nF/4rf/9Nk8VeM/+mLAA==',
  blue:
    'EBAAnQEqQAG0ADkhAAEcJAwsLEQsJEAQABOtUB/AEDQ0J67pDJWXJIXl6XdIZKy5JC8vS7pDJWXJIXl6XdIZKy5JC8vS7pDJWXJIXl6XdIZKy5' +
    'JC8vS7pDJWXJIXl6XdIZKy5JC8vS7pDJWXJIXl6XdIZKy5JC8vS7pDJWXJIXl6XdIZKy5JC8lA/v9NEv/8WFfxYV/FhX/xYV/8/M7txfzmAA==',
  yellow:
    'EBAAnQEqQAG0ADkhAAEcJAwsLEQsJEAQABOtUB/AEDQ0J67pDJWXJIXl6XdIZKy5JC8vS7pDJWXJIXl6XdIZKy5JC8vS7pDJWXJIXl6XdIZKy5' +
    'JC8vS7pDJWXJIXl6XdIZKy5JC8vS7pDJWXJIXl6XdIZKy5JC8vS7pDJWXJIXl6XdIZKy5JC8lA/v8TS3/8XxfxfF/F8X/xfF/89M15g/wsAA==',
} as const;
export type Colour = keyof typeof COLOURS;
const SAME = 'MQUA40vfuHRnrxBPT66PL94/gB/AYWC/0AAh/tVLQkxjGYw3nfXHPO+uObAA';

export const PICTURES_PER_S = 25;
export const PACKETS_PER_S = 50;
const FRAME = 960;

/** Each colour for so long, again and again. */
export function pictures(shown: readonly { colour: Colour; ms: number }[]): Sample[] {
  return shown.flatMap(({ colour, ms }) => {
    const key = Buffer.from(COLOURS[colour], 'base64');
    const count = Math.round((ms * PICTURES_PER_S) / 1000);
    return Array.from({ length: count }, (_, n) => ({ key, delta: n === 0 ? key : Buffer.from(SAME, 'base64') }));
  });
}

/** A tone of so many Hz, or silence (0), for so long each, again and again. */
export async function tones(heard: readonly { hz: number; ms: number }[]): Promise<Sample[]> {
  const encoder = await createEncoder({ channels: 1, bitrate: 32_000 });
  const samples: Sample[] = [];
  let at = 0;
  for (const { hz, ms } of heard)
    for (let n = 0; n < Math.round((ms * PACKETS_PER_S) / 1000); n++) {
      const sound = Float32Array.from({ length: FRAME }, () => (hz === 0 ? 0 : 0.3 * Math.sin((2 * Math.PI * hz * at++) / 48_000)));
      const packet = Buffer.from(encoder.encodeFloat(sound));
      samples.push({ key: packet, delta: packet });
    }
  encoder.free();
  return samples;
}
