// Pure curves of loudness: how a voice fades in and out, how it falls off with distance, how two transports change over.
import { tuning } from '@comptoir/shared/tuning';

export const gainOfDb = (db: number): number => 10 ** (db / 20);

/** Quieter by this for every doubling of the distance beyond `joinPx`: a murmur at the rim. */
const DB_PER_DOUBLING = 12;

/**
 * How loud a member is to a listener who stands `px` away: full as near as members stand, nothing from the listening distance on.
 * Members among themselves hear each other in full, wherever they sit at their table.
 */
export function gainAtDistance(px: number): number {
  if (px <= tuning.joinPx) return 1;
  if (px >= tuning.leavePx + tuning.listenPx) return 0;
  return gainOfDb(-DB_PER_DOUBLING * Math.log2(px / tuning.joinPx));
}

/** When (ms) the first sound may be heard: never at once with the ring. @param ringMs when the ring appeared */
export const firstSoundAt = (ringMs: number, readyMs: number): number => Math.max(ringMs + tuning.firstSoundMs, readyMs);

/** Gain `sinceMs` into the fade in: even in decibels, which is even to the ear. */
export function fadeInGain(sinceMs: number): number {
  if (sinceMs < 0) return 0;
  if (sinceMs >= tuning.fadeInMs) return 1;
  return gainOfDb(tuning.fadeInFromDb * (1 - sinceMs / tuning.fadeInMs));
}

/** The points of a curve for AudioParam.setValueCurveAtTime. */
export const curveOf = (gainAt: (share: number) => number, points = 32): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: points }, (_, i) => gainAt(i / (points - 1)));

/** One transport gives way to another: together never louder than one (equal power, for they are not in step). */
export const crossfade = (share: number): { old: number; fresh: number } => ({
  old: Math.cos((share * Math.PI) / 2),
  fresh: Math.sin((share * Math.PI) / 2),
});
