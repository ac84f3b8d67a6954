import { describe, expect, it } from 'vitest';
import { nextVoice, SILENT_VOICE, shownLevel, type Voice } from './speaking.ts';

/** When it changed, looked at every 50 ms; levels by ms. */
function changes(levelAt: (ms: number) => number, untilMs: number): [number, boolean][] {
  const seen: [number, boolean][] = [];
  let voice: Voice = SILENT_VOICE;
  for (let ms = 0; ms <= untilMs; ms += 50) {
    const next = nextVoice(voice, levelAt(ms), ms);
    if (next.isSpeaking !== voice.isSpeaking) seen.push([ms, next.isSpeaking]);
    voice = next;
  }
  return seen;
}

describe('[K26] speaking', () => {
  it('is seen within 200 ms of the voice', () => {
    const [first] = changes((ms) => (ms >= 1000 ? 0.05 : 0), 2000);
    expect(first?.[1]).toBe(true);
    expect(first?.[0]).toBeLessThanOrEqual(1200);
  });

  it('is no click of the keyboard', () => {
    expect(changes((ms) => (ms === 1000 ? 0.2 : 0), 2000)).toEqual([]);
  });

  it('goes on between words, and ends with the sentence', () => {
    const levelAt = (ms: number): number => (ms < 3000 && ms % 400 < 200 ? 0.05 : 0.001);
    expect(changes(levelAt, 5000).map(([, isSpeaking]) => isSpeaking)).toEqual([true, false]);
  });

  it.each([
    [0, 0],
    [0.001, 0],
    [0.25, 1],
    [1, 1],
  ])('a level of %s is shown as %s', (rms, shown) => {
    expect(shownLevel(rms)).toBeCloseTo(shown, 1);
  });
});
