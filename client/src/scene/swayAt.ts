// A quiet wind: how far plants lean at a place and a time.

const GUST_MS = 5200;
const SWING_MS = 1150;

/** px of the map to the right, within one; gusts travel over the map, so that no two plants nod as one. */
export function swayAt(x: number, y: number, nowMs: number): number {
  const gust = 0.55 + 0.45 * Math.sin(nowMs / GUST_MS - x / 420 + y / 610);
  return gust * Math.sin(nowMs / SWING_MS - x / 85 + y / 140);
}
