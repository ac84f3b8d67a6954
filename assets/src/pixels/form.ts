// Shapes with light from the top left that most furniture is made of.
import type { Colour, Ramp } from './colour.ts';
import { toneOf } from './colour.ts';
import { rng } from './random.ts';
import type { Surface } from './Surface.ts';

/**
 * A box in the oblique view: left edge x, bottom of the front face yBottom, top face `depth` px, front face `height` px.
 * `tone` is the ramp index of the lip (default 3), `radius` rounds the top's corners.
 */
export function box(
  s: Surface,
  x: number,
  yBottom: number,
  w: number,
  depth: number,
  height: number,
  colours: Ramp,
  { tone = 3, radius = 0 }: { tone?: number; radius?: number } = {},
): void {
  const top = yBottom - height - depth;
  s.rr(x, top, w, depth + Math.min(height, 3), radius, toneOf(colours, tone + 1));
  s.rect(x, yBottom - height, w, height, toneOf(colours, tone - 1));
  s.hline(x + radius, top, w - 2 * radius, toneOf(colours, tone + 2));
  s.vline(x, top + radius, depth - radius, toneOf(colours, tone + 2));
  s.hline(x, yBottom - height, w, toneOf(colours, tone));
  s.vline(x + w - 1, yBottom - height + 1, height - 1, toneOf(colours, tone - 2));
  if (height > 4) s.hline(x, yBottom - 1, w, toneOf(colours, tone - 2));
}

/** Wood grain: a few strokes of 3-10 px inside the rectangle. */
export function grain(s: Surface, x: number, y: number, w: number, h: number, colour: Colour, seed: number, a = 0.35): void {
  const random = rng(seed * 7919 + 13);
  for (let k = 0; k < (w * h) / 70; k++) {
    const gx = x + Math.floor(random() * w);
    const gy = y + Math.floor(random() * h);
    const length = 3 + Math.floor(random() * 8);
    s.hline(gx, gy, Math.max(1, Math.min(length, x + w - gx)), colour, a);
  }
}

/** A soft spot: `steps` stacked ellipses that add up to opacity `a` in the middle. */
export function soft(s: Surface, cx: number, cy: number, rx: number, ry: number, colour: Colour, a: number, steps = 4): void {
  for (let k = steps; k > 0; k--) s.ell(cx, cy, (rx * k) / steps, (ry * k) / steps, colour, a / steps);
}

/** An upholstered cushion, lit at the top and left. `tone` is the ramp index of its face. */
export function cushion(s: Surface, x: number, y: number, w: number, h: number, colours: Ramp, tone = 4): void {
  s.rr(x, y, w, h, 3, toneOf(colours, tone));
  s.hline(x + 3, y, w - 6, toneOf(colours, tone + 1));
  s.vline(x, y + 3, h - 6, toneOf(colours, tone + 1));
  s.rect(x + 2, y + h - 2, w - 4, 2, toneOf(colours, tone - 1));
  s.vline(x + w - 1, y + 3, h - 6, toneOf(colours, tone - 1));
}
