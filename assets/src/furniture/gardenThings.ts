// Small things that keep a lawn from being empty: tufts, stones, leaves, a bird bath, beehives, mushrooms.
import { P } from '../pixels/palette.ts';
import { pickFrom, rng } from '../pixels/random.ts';
import { Surface } from '../pixels/Surface.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

/** A tuft of long grass, 18x14; odd seeds with flowers. */
export function grassTuft({ seed = 0 }: { seed?: number } = {}): Sprite {
  return makeSprite(
    `grass-tuft-${seed}`,
    18,
    14,
    (s) => {
      const random = rng(seed * 11 + 2);
      for (let k = 0; k < 9; k++) {
        const x = 2 + k * 1.7;
        const lean = (k - 4) * 0.7 + random() * 2 - 1;
        const h = 6 + random() * 6;
        s.line(
          Math.round(x + 1),
          13,
          Math.round(x + 1 + lean),
          Math.round(13 - h),
          pickFrom([P.lawn[1], P.lawn[2], P.lawn[4], P.leaf[3]], k),
        );
        if (seed % 2 && k % 3 === 1)
          s.rect(Math.round(x + lean), Math.round(12 - h), 2, 2, pickFrom([P.plum[4], P.cream[5], P.gold[4]], k + seed));
      }
    },
    { base: 13, outline: 0.35, rootedAt: 9, roundShadow: [1, -3, 17, 4] },
  );
}

/** A boulder or two, 34x22. */
export function rock({ variant = 0 }: { variant?: number } = {}): Sprite {
  return makeSprite(
    `rock-${variant % 3}`,
    34,
    22,
    (s) => {
      const R = P.stone;
      const stone = (cx: number, cy: number, rx: number, ry: number) => {
        s.ell(cx, cy, rx, ry, R[2])
          .ell(cx - 1, cy - 1.5, rx - 1.5, ry - 2, R[3])
          .ell(cx - rx * 0.25, cy - ry * 0.45, rx * 0.5, ry * 0.35, R[4]);
        s.line(cx + 1, cy - ry * 0.4, cx + rx * 0.4, cy + ry * 0.3, R[1], 0.6);
      };
      if (variant % 3 !== 1) stone(13, 12, 12, 9);
      if (variant % 3 !== 0) stone(24, 15, 8.5, 6);
      if (variant % 3 === 1) stone(11, 15, 6, 5);
      s.rect(6, 17, 4, 2, P.lawn[2]).rect(15, 19, 3, 2, P.lawn[1]).px(8, 16, P.lawn[4]);
    },
    { base: 21, outline: 0.6, roundShadow: [2, -9, 33, 11], solid: [[2, -8, 30, 7]] },
  );
}

/** Fallen leaves, 48x26, flat. */
export function fallenLeaves({ seed = 0 }: { seed?: number } = {}): Sprite {
  const s = new Surface(48, 26);
  const random = rng(seed * 13 + 5);
  for (let k = 0; k < 20; k++) {
    const a = random() * Math.PI * 2;
    const d = Math.sqrt(random());
    const x = 23 + Math.cos(a) * 22 * d;
    const y = 12 + Math.sin(a) * 11 * d;
    const c = pickFrom([P.ochre[3], P.ochre[4], P.lawn[4], P.clay[4], P.olive[3]], random() * 5);
    s.hline(x, y, 2, c, 0.85).px(x + (k % 2), y + 1, c, 0.85);
  }
  return { name: `fallen-leaves-${seed}`, surface: s, originX: 24, baseY: 26, shadows: [], glows: [], flat: true };
}

/** A stone bird bath with a sparrow drinking, 28x40. */
export function birdBath(): Sprite {
  return makeSprite(
    'bird-bath',
    28,
    42,
    (s, frame) => {
      const R = P.paver;
      s.rect(11, 16, 6, 20, R[3])
        .vline(11, 16, 20, R[5])
        .vline(16, 16, 20, R[1])
        .ell(14, 37, 9, 4, R[1])
        .ell(14, 36, 9, 3.6, R[3])
        .hline(8, 34, 9, R[5]);
      s.ell(14, 15, 14, 6, R[1])
        .ell(14, 13, 14, 6, R[3])
        .ell(14, 12.5, 11.5, 4.4, P.water[2])
        .ell(13, 12, 9, 3, P.water[3])
        .hline(7 + frame, 12, 6, P.water[5], 0.8);
      s.ell(21, 8, 3.4, 2.6, P.walnut[3])
        .ell(18, frame ? 8 : 5.5, 2, 2, P.walnut[3])
        .px(16, frame ? 9 : 6, P.gold[2])
        .px(17, frame ? 7 : 5, P.stone[0])
        .hline(23, 6, 3, P.walnut[2])
        .hline(20, 9, 3, P.walnut[5]);
    },
    { base: 39, roundShadow: [5, -7, 22, 9], frameCount: 2, frameMs: 1100, solid: [[5, -8, 18, 7]] },
  );
}

/** Two beehives, 44x36. */
export function beehives(): Sprite {
  return makeSprite(
    'beehives',
    46,
    38,
    (s) => {
      for (const [x, y, R] of [
        [0, 4, P.ochre],
        [24, 2, P.sage],
      ] as const) {
        for (let k = 0; k < 3; k++) {
          const top = y + 4 + k * 9;
          s.rect(x + 1, top, 20, 9, k % 2 ? R[4] : R[3])
            .hline(x + 1, top, 20, R[5])
            .hline(x + 1, top + 8, 20, R[1])
            .vline(x + 20, top, 9, R[2])
            .rect(x + 8, top + 4, 6, 1, R[1]);
        }
        s.rect(x, y, 22, 5, P.steel[3])
          .hline(x, y, 22, P.steel[5])
          .hline(x, y + 4, 22, P.steel[1])
          .rect(x + 6, y + 28, 10, 2, P.stone[0])
          .rect(x + 3, y + 31, 3, 3, P.walnut[1])
          .rect(x + 16, y + 31, 3, 3, P.walnut[1]);
      }
      for (const [x, y] of [
        [22, 8],
        [20, 20],
        [44, 14],
      ] as const)
        s.hline(x, y, 2, P.gold[3]).px(x, y - 1, P.cream[5]);
    },
    { base: 36, shadow: [1, -7, 46, 9], solid: [[0, -14, 46, 13]] },
  );
}

/** Three mushrooms, 16x12. */
export function mushrooms(): Sprite {
  return makeSprite(
    'mushrooms',
    16,
    12,
    (s) => {
      for (const [x, y, r] of [
        [4, 7, 3.4],
        [10, 5, 4.4],
        [13, 9, 2.4],
      ] as const)
        s.rect(x - 1, y, 2, Math.round(r), P.cream[4])
          .ell(x, y, r, r * 0.7, P.ochre[2])
          .ell(x - 0.6, y - 0.8, r * 0.6, r * 0.4, P.ochre[3])
          .px(x, y - 1, P.cream[5]);
    },
    { base: 11, outline: 0.6, roundShadow: [1, -3, 15, 4] },
  );
}

/** A wooden deck at the water's edge, w x h px, flat. */
export function deck({ w = 72, h = 44 }: { w?: number; h?: number } = {}): Sprite {
  const s = new Surface(w, h + 6);
  const R = P.oak;
  s.rect(3, h - 2, w - 6, 5, P.walnut[0], 0.5);
  for (let x = 0; x < w; x += 8) {
    const c = (x / 8) % 3 === 1 ? R[3] : R[4];
    s.rect(x, 0, Math.min(8, w - x), h, c)
      .vline(x, 0, h, R[5])
      .vline(Math.min(w - 1, x + 7), 0, h, R[2])
      .rect(x + 3, 4, 1, 1, R[1])
      .rect(x + 3, h - 5, 1, 1, R[1]);
  }
  s.hline(0, 0, w, R[5]).rect(0, h - 2, w, 2, R[2]);
  for (const x of [2, w - 6])
    s.rect(x, h - 8, 4, 12, P.walnut[2])
      .hline(x, h - 8, 4, P.walnut[4])
      .vline(x, h - 8, 12, P.walnut[3]);
  return { name: `deck-${w}x${h}`, surface: s.outline(0.5), originX: Math.floor(w / 2), baseY: h + 6, shadows: [], glows: [], flat: true };
}
