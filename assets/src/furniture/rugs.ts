// Rugs, runners and mats: flat, calm in the middle, so that people and shadows on them read.
import type { Ramp } from '../pixels/colour.ts';
import { blendRamps, mix } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';
import type { Sprite } from './Sprite.ts';

export type RugColour = 'ochre' | 'sage' | 'plum' | 'teal' | 'clay' | 'blue';

/** Rugs are quieter than other cloth, and warmer: the floor under people. */
const RUG_RAMPS: Record<RugColour, Ramp> = {
  ochre: blendRamps(P.ochre, P.sage, 0.18),
  sage: P.sage,
  plum: blendRamps(P.plum, P.sage, 0.4),
  teal: blendRamps(P.teal, P.sage, 0.4),
  clay: blendRamps(P.clay, P.ochre, 0.4),
  blue: blendRamps(P.blue, P.sage, 0.25),
};

const flat = (name: string, surface: Surface): Sprite => ({
  name,
  surface,
  originX: Math.floor(surface.width / 2),
  baseY: surface.height,
  shadows: [],
  glows: [],
  flat: true,
});

/** A woven rug of w x h px. Patterns: diamonds, stripes, frames. The base line is its lower edge. */
export function rug({
  w,
  h,
  colour = 'ochre',
  pattern = 'diamonds',
}: {
  w: number;
  h: number;
  colour?: RugColour;
  pattern?: 'diamonds' | 'stripes' | 'frames';
}): Sprite {
  const A = RUG_RAMPS[colour];
  const s = new Surface(w, h);
  const middle = mix(A[3], P.cream[2], 0.3);
  const field = mix(mix(A[2], A[3], 0.35), middle, 0.5);
  const edge = (c: Ramp[number]) => mix(c, middle, 0.16);
  s.rr(0, 0, w, h, 6, edge(mix(A[2], A[1], 0.3)))
    .rr(1, 0, w - 2, h - 2, 6, edge(A[2]))
    .rr(3, 3, w - 6, h - 7, 5, edge(P.cream[3]))
    .rr(5, 5, w - 10, h - 11, 4, edge(A[3]))
    .rr(9, 9, w - 18, h - 19, 3, field);
  const faint = (c: Ramp[number]) => mix(c, field, 0.5);
  if (pattern === 'diamonds') {
    for (let x = 15, i = 0; x < w - 14; x += 14, i++) {
      for (let y = 15, j = 0; y < h - 16; y += 14, j++) {
        const c = faint((i + j) % 2 ? P.cream[2] : P.gold[3]);
        s.px(x, y - 2, c)
          .hline(x - 1, y - 1, 3, c)
          .hline(x - 2, y, 5, c)
          .hline(x - 1, y + 1, 3, c)
          .px(x, y + 2, c);
      }
    }
  } else if (pattern === 'stripes') {
    for (let x = 13, i = 0; x < w - 12; x += 9, i++) s.rect(x, 10, i % 2 ? 3 : 1, h - 21, faint(i % 2 ? A[4] : P.cream[3]));
  } else {
    for (let inset = 14, i = 0; inset < Math.min(w, h) / 2 - 6; inset += 9, i++) {
      s.rr(inset, inset, w - inset * 2, h - inset * 2 - 1, 2, faint(i % 2 ? P.cream[3] : A[4])).rr(
        inset + 2,
        inset + 2,
        w - inset * 2 - 4,
        h - inset * 2 - 5,
        2,
        field,
      );
    }
  }
  for (let y = 4; y < h - 5; y += 3) s.px(0, y, P.cream[2]).px(w - 1, y + 1, P.cream[2]);
  return flat(`rug-${w}x${h}-${colour}-${pattern}`, s);
}

/** A round rug of radius r px (drawn 1.7 r tall). */
export function roundRug({ r, colour = 'sage' }: { r: number; colour?: RugColour }): Sprite {
  const A = RUG_RAMPS[colour];
  const s = new Surface(r * 2, Math.round(r * 1.7));
  const bands = [
    [r, A[1]],
    [r - 1, A[3]],
    [r - 4, P.cream[3]],
    [r - 7, A[3]],
    [r * 0.74, mix(A[3], A[4], 0.5)],
    [r * 0.62, A[4]],
    [r * 0.5, P.cream[3]],
    [r * 0.44, mix(A[3], A[4], 0.4)],
  ] as const;
  for (const [radius, c] of bands)
    s.ell(r, r * 0.85 - (radius < r ? 0.6 : 0), radius, radius * 0.83, radius === r ? c : mix(c, P.cream[2], 0.15));
  return flat(`round-rug-${r}-${colour}`, s);
}

/** The aisle carpet of the auditorium: plum with gold, w x h px; a pale line each `stepPx` marks the risers. */
export function runner({
  w = 40,
  h,
  stepPx = 64,
  firstStepPx = 84,
}: {
  w?: number;
  h: number;
  stepPx?: number;
  firstStepPx?: number;
}): Sprite {
  const R = P.plum;
  const s = new Surface(w, h);
  s.rect(0, 0, w, h, R[1])
    .rect(3, 0, w - 6, h, mix(R[1], R[2], 0.35))
    .vline(3, 0, h, P.gold[3])
    .vline(w - 4, 0, h, P.gold[2]);
  const cx = Math.floor(w / 2);
  for (let y = 10; y < h - 6; y += 22)
    s.px(cx, y, P.gold[3])
      .hline(cx - 1, y + 1, 3, P.gold[3])
      .hline(cx - 2, y + 2, 5, P.gold[3])
      .hline(cx - 1, y + 3, 3, P.gold[3])
      .px(cx, y + 4, P.gold[3]);
  for (let y = firstStepPx; y < h; y += stepPx) s.rect(0, y - 3, w, 3, R[0], 0.5).rect(0, y, w, 2, P.cream[4], 0.3);
  return flat(`runner-${w}x${h}`, s);
}

/** A door mat of w x h px. */
export function mat({ w = 58, h = 18 }: { w?: number; h?: number } = {}): Sprite {
  const s = new Surface(w, h);
  s.rr(0, 0, w, h, 2, P.walnut[2])
    .rect(2, 2, w - 4, h - 5, mix(P.velvet[2], P.sage[2], 0.4))
    .hline(2, 2, w - 4, P.velvet[1], 0.6);
  for (let x = 4; x < w - 4; x += 4) s.vline(x, 2, h - 5, P.velvet[1], 0.35);
  return flat(`mat-${w}x${h}`, s);
}
