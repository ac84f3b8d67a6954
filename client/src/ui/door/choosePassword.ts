// A password to be told to others: syllables that can be read aloud and typed on a telephone, about 50 bits.

const STARTS = [...'bdfgklmnprstvz'];
const VOWELS = [...'aeiou'];
const GROUPS = 3;
const SYLLABLES = 3;

/** @param fill writes chance into the bytes */
export function choosePassword(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const pick = (letters: readonly string[]): string => {
    // bytes beyond the last whole round would make the first letters more frequent
    const most = 256 - (256 % letters.length);
    for (;;) {
      const byte = new Uint8Array(1);
      fill(byte);
      const [value = 0] = byte;
      if (value < most) return letters[value % letters.length] ?? '';
    }
  };
  const syllable = (): string => pick(STARTS) + pick(VOWELS);
  return Array.from({ length: GROUPS }, () => Array.from({ length: SYLLABLES }, syllable).join('')).join('-');
}
