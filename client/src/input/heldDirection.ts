// Held keys, sticks and thumbs as one of eight directions.
import type { Direction, Gait } from '@comptoir/shared/movement';
import { directionOf } from '@comptoir/shared/movement';
import type { WalkingId } from './shortcuts.ts';

export interface Held {
  direction: Direction;
  gait: Gait;
}

/** @param held walking keys that are down, oldest first: of two opposite ones the newer counts */
export function heldByKeys(held: readonly WalkingId[]): Held | undefined {
  const newest = (a: WalkingId, b: WalkingId): number => Math.sign(held.lastIndexOf(b) - held.lastIndexOf(a));
  const direction = directionOf(newest('left', 'right'), newest('up', 'down'));
  return direction === undefined ? undefined : { direction, gait: held.includes('run') ? 'run' : 'walk' };
}

/** The nearest of eight directions of a vector, y down. */
export const nearestDirection = (x: number, y: number): Direction => ((Math.round(Math.atan2(y, x) / (Math.PI / 4)) + 8) % 8) as Direction;

/** A stick pushed less than this is at rest. */
const DEAD = 0.3;
const STROLL_BELOW = 0.6;

/** A stick or thumb, each axis -1 to 1, y down; pushed half it strolls. */
export function heldByStick(x: number, y: number, run: boolean): Held | undefined {
  const push = Math.hypot(x, y);
  if (push < DEAD) return undefined;
  return { direction: nearestDirection(x, y), gait: run ? 'run' : push < STROLL_BELOW ? 'stroll' : 'walk' };
}
