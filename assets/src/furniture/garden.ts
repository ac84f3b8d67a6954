// The garden: hedges, bushes, flower beds, the vegetable garden, the pond, the fire bowl.
import type { Ramp } from '../pixels/colour.ts';
import { blendRamps, mix, toneOf } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { hash, pickFrom, rng } from '../pixels/random.ts';
import { Surface } from '../pixels/Surface.ts';
import { crown } from './foliage.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

const hedgeLeaf = blendRamps(P.leaf, P.olive, 0.3);

/** A clipped hedge of `tiles` tiles, 34 tall. */
export function hedge({ tiles, seed = 0 }: { tiles: number; seed?: number }): Sprite {
  const w = tiles * 32;
  return makeSprite(
    `hedge-${tiles}-${seed}`,
    w,
    34,
    (s) => {
      const R = hedgeLeaf;
      const random = rng(seed + tiles * 3 + 1);
      s.rr(0, 4, w, 28, 5, R[1]);
      for (let k = 0; k < tiles * 14; k++) s.ell(2 + random() * (w - 4), 18 + random() * 11, 4, 3.4, k % 2 ? R[2] : R[1]);
      s.rr(1, 2, w - 2, 14, 5, R[3]);
      for (let k = 0; k < tiles * 16; k++) s.ell(3 + random() * (w - 6), 4 + random() * 9, 3.6, 2.8, k % 2 ? R[4] : R[3]);
      for (let k = 0; k < tiles * 8; k++) s.hline(3 + random() * (w - 6), 3 + random() * 10, 2, R[5]);
      if (seed % 3 === 1)
        for (let k = 0; k < tiles * 4; k++)
          s.rect(4 + random() * (w - 8), 5 + random() * 20, 2, 2, pickFrom([P.cream[4], P.plum[5], P.cream[5]], k));
      s.hline(2, 31, w - 4, R[0]);
    },
    { base: 32, outline: 0.6, shadow: [3, -9, w + 2, 11], solid: [[0, -20, w, 19]] },
  );
}

/** A round bush, 40x32; odd seeds bloom. */
export function bush({ seed = 1, colour = 'leaf' }: { seed?: number; colour?: 'leaf' | 'olive' | 'lawn' } = {}): Sprite {
  return makeSprite(
    `bush-${colour}-${seed}`,
    40,
    32,
    (s) => {
      crown(s, 20, 17, 14, 10, P[colour], seed * 13 + 5, 24, 6);
      const random = rng(seed);
      if (seed % 2)
        for (let k = 0; k < 9; k++) s.rect(7 + random() * 26, 7 + random() * 16, 2, 2, pickFrom([P.clay[4], P.plum[4], P.cream[5]], seed));
    },
    { base: 30, outline: 0.6, rootedAt: 23, roundShadow: [5, -10, 34, 12], solid: [[8, -9, 24, 8]] },
  );
}

export type Bloom = 'plum' | 'cream' | 'clay' | 'gold' | 'blue';

/** A flower bed of `tiles` tiles, 24 tall, in two colours. */
export function flowerBed({ tiles, blooms, seed = 0 }: { tiles: number; blooms: readonly [Bloom, Bloom]; seed?: number }): Sprite {
  const w = tiles * 32;
  return makeSprite(
    `flower-bed-${tiles}-${blooms.join('-')}-${seed}`,
    w,
    24,
    (s) => {
      const random = rng(seed * 7 + tiles * 31 + 3);
      s.rr(0, 8, w, 15, 6, P.soil[3]).hline(4, 22, w - 8, P.soil[1]);
      for (let k = 0; k < tiles * 16; k++) s.ell(3 + random() * (w - 6), 7 + random() * 12, 3.6, 3, toneOf(P.leaf, 1 + (k % 4)));
      for (let k = 0; k < tiles * 11; k++) {
        const x = Math.floor(3 + random() * (w - 7));
        const y = Math.floor(3 + random() * 14);
        const c = P[pickFrom(blooms, k)][4];
        s.hline(x, y, 3, c)
          .vline(x + 1, y - 1, 3, c)
          .px(x + 1, y, P.gold[3]);
      }
    },
    { base: 23, outline: 0.55, shadow: [2, -6, w, 7], solid: [[2, -12, w - 4, 11]] },
  );
}

/** A raised bed of vegetables, 60x34; three crops. */
export function vegetableBed({ crop = 0 }: { crop?: number } = {}): Sprite {
  return makeSprite(
    `vegetable-bed-${crop % 3}`,
    60,
    34,
    (s) => {
      const R = P.oak;
      s.rr(0, 2, 60, 31, 2, R[2]).rect(0, 2, 60, 4, R[4]).hline(0, 2, 60, R[5]).rect(3, 6, 54, 18, P.soil[2]);
      for (let y = 9; y < 24; y += 6) s.hline(3, y, 54, P.soil[1]);
      s.rect(0, 24, 60, 9, R[3]).hline(0, 24, 60, R[5]).hline(0, 32, 60, R[0]).vline(20, 25, 7, R[1]).vline(40, 25, 7, R[1]);
      for (let j = 0; j < 3; j++) {
        for (let i = 0; i < 6; i++) {
          const x = 6 + i * 9;
          const y = 9 + j * 6;
          const kind = (crop + j) % 3;
          if (kind === 0) s.ell(x, y, 4, 3, P.leaf[3]).ell(x - 1, y - 1, 2.6, 1.8, P.leaf[4]);
          else if (kind === 1)
            s.vline(x, y - 7, 8, P.leaf[2])
              .px(x - 1, y - 5, P.leaf[4])
              .px(x + 1, y - 3, P.leaf[3])
              .rect(x - 1, y - 2, 2, 2, i % 2 ? P.clay[3] : P.gold[3])
              .px(x + 1, y - 6, P.leaf[4]);
          else
            s.line(x, y, x - 2, y - 5, P.leaf[4])
              .line(x, y, x + 2, y - 5, P.leaf[3])
              .vline(x, y - 6, 6, P.leaf[3]);
        }
      }
      s.rect(50, 14, 1, 8, P.oak[4]).rect(47, 12, 7, 5, P.cream[4]).hline(48, 14, 4, P.leaf[2]);
    },
    { base: 33, shadow: [2, -8, 62, 9], solid: [[0, -26, 60, 25]] },
  );
}

/** A watering can, 22x18. */
export function wateringCan(): Sprite {
  return makeSprite(
    'watering-can',
    22,
    18,
    (s) => {
      const R = P.teal;
      s.rr(7, 6, 12, 11, 2, R[3])
        .vline(8, 8, 7, R[4])
        .vline(18, 8, 9, R[1])
        .hline(8, 6, 10, R[5])
        .line(8, 13, 2, 6, R[2])
        .line(8, 12, 2, 5, R[3])
        .rect(0, 4, 4, 3, R[4]);
      s.line(10, 6, 12, 1, R[2]).hline(12, 1, 5, R[3]).line(17, 1, 20, 7, R[2]).vline(20, 7, 4, R[2]);
    },
    { base: 17, roundShadow: [6, -4, 16, 6] },
  );
}

/** A wheelbarrow of earth and plants, 46x30. */
export function wheelbarrow(): Sprite {
  return makeSprite(
    'wheelbarrow',
    46,
    30,
    (s) => {
      s.ell(10, 9, 8, 5, P.soil[1])
        .ell(20, 8, 9, 5, P.soil[2])
        .ell(15, 6, 4, 3.4, P.leaf[3])
        .ell(24, 6, 4, 3, P.leaf[2])
        .rect(23, 4, 2, 2, P.clay[4])
        .rect(14, 3, 2, 2, P.gold[4]);
      s.poly(
        [
          [1, 9],
          [33, 9],
          [28, 21],
          [7, 21],
        ],
        P.sage[2],
      )
        .hline(1, 9, 32, P.sage[4])
        .line(2, 10, 7, 20, P.sage[3])
        .hline(7, 20, 21, P.sage[1]);
      s.line(28, 20, 45, 12, P.oak[2])
        .line(28, 19, 45, 11, P.oak[4])
        .line(24, 21, 28, 28, P.steel[1])
        .ell(7, 24, 5, 5, P.stone[0])
        .ell(7, 24, 3, 3, P.steel[2])
        .ell(7, 24, 1, 1, P.stone[0]);
    },
    { base: 29, roundShadow: [2, -6, 34, 8], solid: [[2, -9, 30, 8]] },
  );
}

/** The pond of w x h px, flat, with lilies, reeds and a stone edge. What is inside its edge blocks feet: solid is the map's business. */
export function pond({ w, h, seed = 41 }: { w: number; h: number; seed?: number }): Sprite {
  const s = new Surface(w, h);
  const cx = w / 2;
  const cy = h / 2;
  const W = P.water;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const u = (x - cx) / (cx - 6);
      const v = (y - cy) / (cy - 6);
      const angle = Math.atan2(v, u);
      const d =
        (Math.abs(u) ** 2.7 + Math.abs(v) ** 2.7) ** (1 / 2.7) * (1.01 + 0.03 * Math.sin(angle * 3 + 1) + 0.018 * Math.sin(angle * 7));
      if (d > 1.03) continue;
      const stone = (angle + 4) * 16;
      let c = mix(W[2], W[3], 0.3);
      if (d > 0.965) c = stone % 1 < 0.09 ? P.paver[1] : hash(Math.floor(stone), 0, 3) < 0.5 ? P.paver[3] : P.paver[4];
      else if (d > 0.945) c = mix(P.paver[1], W[0], 0.4);
      else if (d > 0.9) c = W[1];
      else if (d > 0.72) c = W[2];
      if (d < 0.86 && x % 16 < 11 && hash(x >> 4, y >> 1, 12) < 0.045) c = mix(c, W[4], 0.55);
      s.px(x, y, c);
    }
  }
  const random = rng(seed);
  for (let k = 0; k < 13; k++) {
    const a = random() * Math.PI * 2;
    const d = 0.3 + random() * 0.5;
    const x = cx + Math.cos(a) * cx * d;
    const y = cy + Math.sin(a) * cy * d;
    s.ell(x + 1, y + 1.5, 7, 4, W[1])
      .ell(x, y, 7, 4.2, P.leaf[3])
      .ell(x - 1, y - 1, 4.6, 2.6, P.leaf[4])
      .line(x, y, x + 6, y - 2, W[2]);
    if (k % 3 === 0) s.ell(x, y - 2, 3, 2, P.plum[5]).px(x, y - 2, P.gold[3]);
  }
  for (let k = 0; k < 12; k++) {
    const a = 2.2 + random() * 1.9 + (k > 8 ? 3.4 : 0);
    const x = cx + Math.cos(a) * (cx - 14);
    const y = cy + Math.sin(a) * (cy - 14);
    for (let j = 0; j < 5; j++) {
      const reedX = Math.floor(x + j * 3 - 6);
      const height = Math.floor(9 + random() * 10);
      s.vline(reedX, y - height, height, j % 2 ? P.leaf[3] : P.leaf[2]).rect(reedX, y - height - 2, 2, 4, P.walnut[3]);
    }
  }
  return { name: `pond-${w}x${h}`, surface: s, originX: Math.floor(w / 2), baseY: h, shadows: [], glows: [], flat: true };
}

/** Light that plays on water: three frames, 40x10, to lay over the pond. */
export function waterGlint(seed = 0): Sprite {
  const frame = (f: number): Surface => {
    const s = new Surface(40, 10);
    for (let k = 0; k < 4; k++) {
      const on = (k + f + seed) % 3;
      const x = Math.floor(hash(k, seed, 7) * 28);
      if (on < 2) s.hline(x + on * 2, 1 + k * 2, 10 - on * 4, P.water[5], on ? 0.4 : 0.65);
    }
    return s;
  };
  const frames = [0, 1, 2].map(frame);
  return {
    name: `water-glint-${seed}`,
    surface: frames[0] ?? frame(0),
    originX: 20,
    baseY: 10,
    shadows: [],
    glows: [],
    frames,
    frameMs: 520,
  };
}

/** The fire bowl of the garden circle, 60x44, four frames. */
export function fireBowl(): Sprite {
  const tips = [
    [29, 8],
    [31, 6],
    [28, 9],
    [32, 8],
  ] as const;
  return makeSprite(
    'fire-bowl',
    60,
    44,
    (s, frame) => {
      s.ell(30, 30, 30, 13, P.paver[1]).ell(30, 28, 30, 13, P.paver[3]);
      for (let k = 0; k < 14; k++) {
        const a = (k / 14) * Math.PI * 2;
        s.ell(30 + Math.cos(a) * 26, 28 + Math.sin(a) * 10.5, 4, 3, k % 2 ? P.paver[4] : P.paver[2]);
      }
      s.ell(30, 28, 21, 8, P.soil[0]).ell(30, 28, 17, 6, P.soil[2]).line(20, 29, 38, 25, P.walnut[3]).line(22, 25, 40, 30, P.walnut[2]);
      const [tx, ty] = pickFrom(tips, frame);
      s.poly(
        [
          [23, 28],
          [37, 28],
          [35, 16 + (frame % 2) * 2],
          [31, 20],
          [tx, ty],
          [26, 18 - (frame % 2) * 2],
        ],
        P.gold[2],
      );
      s.poly(
        [
          [27, 28],
          [34, 28],
          [tx + 1, 15],
          [29, 20],
        ],
        P.gold[4],
      ).px(tx + 4, ty - 2 + frame, P.gold[3]);
    },
    { base: 42, roundShadow: [3, -22, 60, 24], glows: [[22, 4, 16, 25]], frameCount: 4, frameMs: 150, solid: [[2, -24, 56, 23]] },
  );
}

/** A flat stone of a path over grass, 28x14, three shapes. */
export function steppingStone({ variant = 0 }: { variant?: number } = {}): Sprite {
  const R: Ramp = P.paver;
  const s = new Surface(28, 15);
  const rx = [13, 12, 11][variant % 3] ?? 12;
  s.ell(14, 8, rx, 6.5, R[1])
    .ell(14, 7, rx, 6.5, R[3])
    .ell(13, 6, rx - 3, 4.5, R[4]);
  s.hline(8 + (variant % 3) * 2, 8, 5, R[2]);
  return { name: `stepping-stone-${variant % 3}`, surface: s, originX: 14, baseY: 15, shadows: [], glows: [], flat: true };
}
