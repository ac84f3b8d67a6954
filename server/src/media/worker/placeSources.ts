// Who fills which slot of somebody who receives: pictures as wished, sounds by who speaks; whoever has a slot keeps it as long as it makes sense. Pure.

/** The other half of a pair: sound and picture of one person, or of one screen. */
const PARTNER: Readonly<Record<string, string>> = {
  microphone: 'camera',
  camera: 'microphone',
  screen: 'screenAudio',
  screenAudio: 'screen',
};

export const partnerOf = (key: string): string => {
  const [personId, as = ''] = key.split(' ');
  return `${personId} ${PARTNER[as]}`;
};

export interface SoundSource {
  key: string;
  isScreen: boolean;
  /** When they last spoke; it counts as speaking for a moment after. */
  spokeMs: number;
}

/** Between two words nobody loses their place. */
const STILL_SPEAKING_MS = 800;

export interface SoundRules {
  /** The last slot is for the sound of a screen, if there is more than one. */
  slots: number;
  /** When there are more voices than slots for them, so many are heard at once. */
  loudest: number;
}

/** K7. @param before what fills the slots now @param near the slot beside the picture of the same person, if it has one */
export function placeSounds(
  before: readonly (string | undefined)[],
  sources: readonly SoundSource[],
  { slots, loudest }: SoundRules,
  near: (key: string) => number | undefined,
  nowMs: number,
): (string | undefined)[] {
  const byKey = new Map(sources.map((source) => [source.key, source]));
  const placed = Array.from({ length: slots }, (_, slot) => {
    const key = before[slot];
    return key !== undefined && byKey.has(key) ? key : undefined;
  });
  const forVoices = slots > 1 ? slots - 1 : slots;
  const screens = sources.filter(({ isScreen }) => isScreen);
  for (const { key } of screens) put(placed, key, [slots - 1, ...range(forVoices)]);

  const voices = sources.filter(({ isScreen }) => !isScreen);
  if (voices.length <= forVoices) {
    for (const { key } of voices) put(placed, key, [near(key), ...range(forVoices)]);
    return placed;
  }
  const isSpeaking = (key: string): boolean => nowMs - (byKey.get(key)?.spokeMs ?? 0) < STILL_SPEAKING_MS;
  const isVoice = (key: string | undefined): key is string => key !== undefined && byKey.get(key)?.isScreen === false;
  const longestSilent = (): number | undefined =>
    range(slots)
      .filter((slot) => isVoice(placed[slot]) && !isSpeaking(placed[slot] ?? ''))
      .sort((a, b) => (byKey.get(placed[a] ?? '')?.spokeMs ?? 0) - (byKey.get(placed[b] ?? '')?.spokeMs ?? 0))[0];
  const heard = (): number => placed.filter(isVoice).length;
  for (let slot = longestSilent(); heard() > loudest && slot !== undefined; slot = longestSilent()) placed[slot] = undefined;
  for (const { key } of voices.toSorted((a, b) => b.spokeMs - a.spokeMs)) {
    if (placed.includes(key)) continue;
    if (heard() < loudest) put(placed, key, [near(key), ...range(forVoices)]);
    else if (isSpeaking(key)) {
      const slot = longestSilent();
      if (slot === undefined) break;
      placed[slot] = key;
    }
  }
  return placed;
}

/** @param wished most wanted first @param near the slot beside the voice of the same person, if it has one */
export function placePictures(
  before: readonly (string | undefined)[],
  wished: readonly string[],
  slots: number,
  near: (key: string) => number | undefined,
): (string | undefined)[] {
  const shown = new Set(wished.slice(0, slots));
  const placed = Array.from({ length: slots }, (_, slot) => {
    const key = before[slot];
    return key !== undefined && shown.has(key) ? key : undefined;
  });
  // from the end: the first slots are beside voices
  for (const key of shown) put(placed, key, [near(key), ...range(slots).reverse()]);
  return placed;
}

const range = (length: number): number[] => Array.from({ length }, (_, n) => n);

/** Into the first of these slots that is free, unless it is placed already. */
function put(placed: (string | undefined)[], key: string, order: readonly (number | undefined)[]): void {
  if (placed.includes(key)) return;
  const free = order.find((slot) => slot !== undefined && slot < placed.length && placed[slot] === undefined);
  if (free !== undefined) placed[free] = key;
}
