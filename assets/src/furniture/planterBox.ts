// Long wooden boxes of grasses, flowers, lavender or clipped balls.
import { P } from '../pixels/palette.ts';
import { pickFrom, rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import { leaf } from './foliage.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

function flower(s: Surface, x: number, y: number, kind: number): void {
  const c = pickFrom([P.clay[4], P.gold[4], P.plum[4], P.cream[5]], kind);
  s.hline(x - 1, y, 3, c)
    .vline(x, y - 1, 3, c)
    .px(x, y, P.gold[3]);
}

/** What grows in a box whose earth is at row 20. */
function fill(s: Surface, w: number, kind: number, random: () => number): void {
  if (kind === 2) {
    // Lavender.
    for (let x = 3; x < w - 2; x += 2) {
      const h = 9 + Math.floor(random() * 8);
      s.vline(x, 21 - h, h, x % 4 === 1 ? P.sage[1] : P.leaf[2])
        .rect(x - 1, 20 - h, 2, 5, x % 4 === 1 ? P.plum[3] : P.plum[4])
        .px(x, 19 - h, P.plum[4]);
    }
    return;
  }
  if (kind === 3) {
    // Clipped balls with gaps.
    for (let x = 9; x < w - 4; x += 17)
      s.ell(x, 12, 8.4, 8.4, P.leaf[1])
        .ell(x, 11, 7.6, 7.2, P.leaf[2])
        .ell(x - 1, 9, 5.6, 5, P.leaf[3])
        .ell(x - 2, 7.5, 3, 2.4, P.leaf[4]);
    return;
  }
  for (const [top, tone, step] of [
    [7, 1, 6],
    [3, 2, 7],
    [8, 3, 9],
  ] as const) {
    for (let x = 4; x < w - 2; x += step - Math.floor(random() * 2))
      leaf(s, [x, 22], [x - 5 + random() * 10, top + random() * 8], 1.8 + random(), P.leaf, tone);
  }
  if (kind === 1) for (let k = 0; k < w / 6; k++) flower(s, Math.floor(4 + k * 6 + random() * 3), Math.floor(5 + random() * 9), k);
}

/** A long wooden box, w wide, 34 tall: divides a floor without hiding it. Variants: 0 grasses, 1 flowers, 2 lavender, 3 clipped balls. */
export function planterBox({ w = 64, variant = 0 }: { w?: number; variant?: number } = {}): Sprite {
  return makeSprite(
    `planter-box-${w}-${variant}`,
    w,
    34,
    (s) => {
      const R = variant % 2 ? P.walnut : P.oak;
      const random = rng(variant * 31 + 7 + w);
      fill(s, w, variant % 4, random);
      s.rect(0, 19, w, 14, R[2])
        .rect(0, 19, w, 3, R[4])
        .hline(0, 19, w, R[5])
        .hline(0, 22, w, R[1])
        .vline(0, 19, 13, R[4])
        .hline(0, 32, w, R[0])
        .vline(w - 1, 20, 12, R[1]);
      s.hline(1, 27, w - 2, R[1], 0.7).hline(1, 28, w - 2, R[3], 0.7);
      for (let x = 16; x < w - 4; x += 16) s.vline(x, 23, 9, R[1], 0.7);
      // A few leaves hang over the edge.
      for (let k = 0; k < w / 16; k++) {
        const x = 3 + random() * (w - 8);
        s.vline(x, 19, 3 + random() * 4, P.leaf[2])
          .px(x - 1, 20, P.leaf[3])
          .px(x + 1, 22, P.leaf[4]);
      }
    },
    { base: 33, rootedAt: 18, shadow: [2, -6, w + 2, 8], solid: [[0, -13, w, 12]] },
  );
}
