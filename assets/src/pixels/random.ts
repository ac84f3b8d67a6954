// Seeded randomness: the art must come out byte for byte the same on every run.

/** Xorshift32 generator of numbers in [0, 1); the same seed gives the same sequence. */
export function rng(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

/** A fixed pseudo-random number in [0, 1) for a grid point; `k` picks one of many independent fields. */
export function hash(x: number, y: number, k = 0): number {
  let h = (x * 374761393 + y * 668265263 + k * 2147483647) | 0;
  h = ((h ^ (h >>> 13)) * 1274126177) | 0;
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** The element of a non-empty list at a wrapped index, so that any seed picks something. Throws on an empty list. */
export function pickFrom<T>(list: readonly T[], index: number): T {
  const n = list.length;
  const item = list[((Math.floor(index) % n) + n) % n];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
