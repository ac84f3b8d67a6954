// How the sound of a recording is counted.

export const RATE = 48_000;
export const PER_MS = RATE / 1000;
/** Samples of one packet: 20 ms. */
export const FRAME = 960;
