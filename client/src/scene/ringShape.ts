// The line around people who talk: a rounded hull of their feet, smoothed until it looks drawn by hand. Pure geometry, px of the map.
import type { Point } from '@comptoir/shared/geometry';

/** Directions in which a shape is known. */
export const RING_POINTS = 72;

/** How far the line stays from the feet; less to north and south, because one looks at the floor from the south. */
export interface Margin {
  x: number;
  y: number;
}

/** How far a shape reaches in each of RING_POINTS directions from its origin (its support function). */
export type Reach = Float32Array;

const COS = Float32Array.from({ length: RING_POINTS }, (_, i) => Math.cos((i / RING_POINTS) * 2 * Math.PI));
const SIN = Float32Array.from({ length: RING_POINTS }, (_, i) => Math.sin((i / RING_POINTS) * 2 * Math.PI));
const STEP = (2 * Math.PI) / RING_POINTS;
/** Corners are rounded over this many directions each way. */
const SOFT = 5;
/** The hand that draws: a wave of three and one of five around the line, px. */
const WAVE_3_PX = 1.3;
const WAVE_5_PX = 0.7;

const at = (values: Float32Array, i: number): number => values[(i + RING_POINTS) % RING_POINTS] ?? 0;

/** How far the line stays from a foot in each direction: an ellipse. */
export const marginReach = (margin: Margin): Reach => Float32Array.from(COS, (x, i) => Math.hypot(margin.x * x, margin.y * at(SIN, i)));

/** The rounded hull of `feet`, widened by `margin`. Written into `reach`. */
export function reachAround(feet: readonly Point[], origin: Point, margin: Reach, reach: Reach): void {
  const sharp = new Float32Array(RING_POINTS);
  for (let i = 0; i < RING_POINTS; i++) {
    const x = at(COS, i);
    const y = at(SIN, i);
    let farthest = Number.NEGATIVE_INFINITY;
    for (const foot of feet) farthest = Math.max(farthest, (foot.x - origin.x) * x + (foot.y - origin.y) * y);
    sharp[i] = farthest + at(margin, i);
  }
  let sum = 0;
  for (let off = -SOFT; off <= SOFT; off++) sum += at(sharp, off);
  for (let i = 0; i < RING_POINTS; i++) {
    reach[i] = sum / (2 * SOFT + 1);
    sum += at(sharp, i + SOFT + 1) - at(sharp, i - SOFT);
  }
}

/** Moves `now` towards `target`. @returns the largest distance that is left, px */
export function easeReach(now: Reach, target: Reach, share: number): number {
  let left = 0;
  for (let i = 0; i < RING_POINTS; i++) {
    const off = at(target, i) - at(now, i);
    now[i] = at(now, i) + off * share;
    left = Math.max(left, Math.abs(off * (1 - share)));
  }
  return left;
}

/** The closed line of a shape. @param breath 0 to 1, one slow breath; undefined: the line keeps still */
export function outlineOf(reach: Reach, origin: Point, breath: number | undefined): Point[] {
  const turn = (breath ?? 0) * 2 * Math.PI;
  return Array.from({ length: RING_POINTS }, (_, i) => {
    const slope = (at(reach, i + 1) - at(reach, i - 1)) / (2 * STEP);
    const angle = i * STEP;
    const wave = WAVE_3_PX * Math.sin(3 * angle + turn) + WAVE_5_PX * Math.sin(5 * angle + 2 * turn);
    const out = at(reach, i) + wave;
    return { x: origin.x + out * at(COS, i) - slope * at(SIN, i), y: origin.y + out * at(SIN, i) + slope * at(COS, i) };
  });
}

/** People of one conversation who are farther apart than this are drawn in rings of their own: two desks that talk across the office. */
const TOGETHER_PX = 170;

/** Parts of `feet` that stand together, by their indexes; the part of the first comes first. @param same whether two belong together anyway */
export function standingTogether(feet: readonly Point[], same: (a: number, b: number) => boolean): number[][] {
  const left = new Set(feet.keys());
  const parts: number[][] = [];
  for (const first of feet.keys()) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (const from of part)
      for (const other of left) {
        const a = feet[from];
        const b = feet[other];
        if (!a || !b || (Math.hypot(a.x - b.x, a.y - b.y) > TOGETHER_PX && !same(from, other))) continue;
        left.delete(other);
        part.push(other);
      }
    parts.push(part);
  }
  return parts;
}
