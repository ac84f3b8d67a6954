// Leaves, crowns and flower pots: the parts all plants are made of.
import type { Ramp } from '../pixels/colour.ts';
import { toneOf } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';

/** A flower pot with its rim at row y, w wide, h tall, centred on cx. */
export function pot(s: Surface, cx: number, y: number, w: number, h: number, R: Ramp): void {
  s.poly(
    [
      [cx - w / 2, y],
      [cx + w / 2, y],
      [cx + w / 2 - 2, y + h],
      [cx - w / 2 + 2, y + h],
    ],
    R[3],
  );
  s.rect(cx - w / 2 - 1, y, w + 2, 3, R[3])
    .hline(cx - w / 2 - 1, y, w + 2, R[4])
    .vline(cx - w / 2 + 1, y + 3, h - 4, R[4]);
  s.rect(cx + w / 2 - 4, y + 3, 2, h - 3, R[2]).hline(cx - w / 2, y + 3, w, R[2]);
}

/** Earth in a pot, centred on (cx, y). */
export function earth(s: Surface, cx: number, y: number, rx: number): void {
  s.ell(cx, y, rx, 2, P.walnut[1]);
}

/** A pointed leaf from (x0, y0) to (x1, y1), at most 2 * half wide, bent upwards; `tone` is the ramp index of its face. */
export function leaf(
  s: Surface,
  from: readonly [number, number],
  to: readonly [number, number],
  half: number,
  R: Ramp,
  tone: number,
): void {
  const [x0, y0] = from;
  const [x1, y1] = to;
  const n = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) * 1.5;
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const nx = -(y1 - y0) / length;
  const ny = (x1 - x0) / length;
  for (let k = 0; k <= n; k++) {
    const t = k / n;
    const w = Math.sin(Math.PI * t ** 0.75) * half;
    for (let q = -w; q <= w; q += 0.5) {
      const x = Math.round(x0 + (x1 - x0) * t + nx * q);
      const y = Math.round(y0 + (y1 - y0) * t + ny * q - Math.sin(t * Math.PI) * 2);
      const isVein = Math.abs(q) < 0.4 && t > 0.15 && t < 0.85;
      s.px(x, y, toneOf(R, isVein ? tone - 1 : q * (nx + ny) < 0 ? tone + 1 : tone));
    }
  }
}

/** A rounded crown of overlapping leaf clumps, lit from the top left; five layers from dark to light. */
export function crown(s: Surface, cx: number, cy: number, rx: number, ry: number, R: Ramp, seed: number, clumps = 26, size = 6): void {
  const random = rng(seed);
  for (let layer = 0; layer < 5; layer++) {
    const shrink = 1 - layer * 0.13;
    for (let k = 0; k < clumps - layer * 3; k++) {
      const a = random() * Math.PI * 2;
      const d = Math.sqrt(random()) * shrink;
      const x = cx + Math.cos(a) * rx * d - layer * rx * 0.05;
      const y = cy + Math.sin(a) * ry * d - layer * ry * 0.1;
      s.ell(x, y, size * shrink, size * 0.85 * shrink, toneOf(R, layer));
    }
  }
}
