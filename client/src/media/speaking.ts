// Pure rule of who speaks: louder than the room for a moment, and still speaking through the pauses between words.

/** RMS, 0 to 1: about -42 dB. */
const SPEAKS_ABOVE = 0.008;
/** Quieter than that ends it: a softer end of a sentence is still the sentence. */
const GOES_ON_ABOVE = 0.004;
/** A click of the keyboard is shorter. */
const BEGINS_AFTER_MS = 80;
const ENDS_AFTER_MS = 350;

export interface Voice {
  isSpeaking: boolean;
  /** Since when (ms) the level says the opposite of `isSpeaking`. */
  otherwiseSinceMs: number | undefined;
}

export const SILENT_VOICE: Voice = { isSpeaking: false, otherwiseSinceMs: undefined };

/** Levels are looked at every 50 ms or so: voice is seen within 150 ms, 200 ms at most. @param level RMS, 0 to 1 */
export function nextVoice(before: Voice, level: number, nowMs: number): Voice {
  const { isSpeaking, otherwiseSinceMs } = before;
  const saysOtherwise = isSpeaking ? level < GOES_ON_ABOVE : level > SPEAKS_ABOVE;
  if (!saysOtherwise) return otherwiseSinceMs === undefined ? before : { isSpeaking, otherwiseSinceMs: undefined };
  const sinceMs = otherwiseSinceMs ?? nowMs;
  if (nowMs - sinceMs < (isSpeaking ? ENDS_AFTER_MS : BEGINS_AFTER_MS)) return { isSpeaking, otherwiseSinceMs: sinceMs };
  return { isSpeaking: !isSpeaking, otherwiseSinceMs: undefined };
}

/** Loudness as a bar shows it, 0 to 1: -60 dB is nothing, -12 dB is full. */
export const shownLevel = (rms: number): number => (rms <= 0 ? 0 : Math.min(1, Math.max(0, (20 * Math.log10(rms) + 60) / 48)));
