// Evenly spaced points along a way, for dotted trails on the floor.
import type { Point } from '@comptoir/shared/geometry';

/**
 * Points every `spacing` along the corners, counted from the END, so that the dots lie still on the floor while one walks over them.
 * Same unit in and out; the last corner is always a point. At most `most` points, nearest to the end first.
 */
export function dotsAlong(corners: readonly Point[], spacing: number, most: number): Point[] {
  const back = [...corners].reverse();
  const dots: Point[] = back[0] ? [back[0]] : [];
  let into = spacing;
  for (let i = 0; i + 1 < back.length; i++) {
    const from = back[i];
    const to = back[i + 1];
    if (!from || !to) break;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    while (into <= length) {
      if (dots.length >= most) return dots;
      dots.push({ x: from.x + ((to.x - from.x) * into) / length, y: from.y + ((to.y - from.y) * into) / length });
      into += spacing;
    }
    into -= length;
  }
  return dots;
}

/** The dots (last place first) that are still ahead of `me`: from the goal to the one I am nearest to. */
export function dotsAhead(dots: readonly Point[], me: Point): readonly Point[] {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  dots.forEach((dot, i) => {
    const off = Math.hypot(dot.x - me.x, dot.y - me.y);
    if (off >= least) return;
    least = off;
    nearest = i;
  });
  return dots.slice(0, nearest);
}
