// Trees of four kinds, whole and on benches; their crowns fade when somebody walks behind.
import type { Ramp } from '../pixels/colour.ts';
import { blendRamps, desaturate, mapRamp, mix } from '../pixels/colour.ts';
import { INK, P } from '../pixels/palette.ts';
import { pickFrom, rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import { crown } from './foliage.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

export type TreeKind = 'plane' | 'blossom' | 'olive' | 'birch';

// Trees must not outshout people: their greens lean to the lawn and lose a seventh of their saturation.
const calmLeaf = mapRamp(P.leaf, (c) => desaturate(mix(c, P.lawn[3], 0.16), 0.18));
const CROWNS: Record<TreeKind, Ramp> = {
  plane: calmLeaf,
  blossom: blendRamps(
    mapRamp(P.lawn, (c) => desaturate(c, 0.08)),
    P.leaf,
    0.3,
  ),
  olive: P.olive,
  birch: blendRamps(blendRamps(P.lawn, P.ochre, 0.22), P.leaf, 0.12),
};

function trunk(s: Surface, kind: TreeKind, cx: number, top: number, bottom: number): void {
  const R = kind === 'birch' ? P.cream : P.walnut;
  const [right, face, left] = kind === 'birch' ? ([R[0], R[2], R[4]] as const) : ([R[1], R[2], R[4]] as const);
  const w = kind === 'plane' ? 10 : kind === 'birch' ? 7 : 8;
  const x = cx - Math.floor(w / 2);
  s.rect(x, top, w, bottom - top, face)
    .vline(x, top, bottom - top, left)
    .vline(x + w - 1, top, bottom - top, right)
    .vline(x + w - 2, top + 6, bottom - top - 6, right, 0.5);
  s.line(cx, top + 12, cx - 14, top - 6, face)
    .line(cx + 1, top + 12, cx - 13, top - 6, right)
    .line(cx + 1, top + 10, cx + 14, top - 6, face);
  s.poly(
    [
      [x - 3, bottom + 1],
      [x + w + 3, bottom + 1],
      [x + w, bottom - 7],
      [x, bottom - 7],
    ],
    face,
  )
    .px(x - 3, bottom, left)
    .line(x + w - 1, bottom - 6, x + w + 2, bottom, right);
  const random = rng(bottom + w);
  for (let k = 0; k < 6; k++)
    s.hline(x + 1 + random() * (w - 4), top + 4 + random() * (bottom - top - 10), 3, kind === 'birch' ? P.stone[1] : R[1], 0.8);
}

export interface TreeOptions {
  kind?: TreeKind;
  /** Another crown of the same kind. */
  seed?: number;
  /** Fairy lights in the crown. */
  lights?: boolean;
  size?: 'full' | 'small';
}

/** A tree, 96x112 (small: 72x88). Its base line is the foot of the trunk. */
export function tree({ kind = 'plane', seed = 0, lights = false, size = 'full' }: TreeOptions = {}): Sprite {
  const k = size === 'full' ? 1 : 0.76;
  const w = Math.round(96 * k);
  const h = Math.round(112 * k);
  const cx = Math.floor(w / 2);
  const cy = Math.round(42 * k);
  const R = CROWNS[kind];
  const spread = (kind === 'olive' ? 0.86 : kind === 'birch' ? 0.78 : 1) * k;
  const tall = kind === 'birch' ? 1.12 : 1;
  const random = rng(seed * 53 + kind.length * 7 + 71);
  const bulbs: [number, number, number, number][] = [];
  if (lights) {
    for (let q = 0; q < 26; q++) {
      const a = random() * Math.PI * 2;
      const d = Math.sqrt(random());
      bulbs.push([Math.floor(cx + Math.cos(a) * 33 * spread * d), Math.floor(cy + Math.sin(a) * 27 * spread * d), 2, 2]);
    }
  }
  return makeSprite(
    `tree-${kind}-${size}-${seed}${lights ? '-lit' : ''}`,
    w,
    h,
    (s) => {
      trunk(s, kind, cx, Math.round(70 * k), h - 4);
      crown(s, cx, cy, 36 * spread, 31 * spread * tall, R, 31 + seed * 7 + kind.length, Math.round(46 * k), 11 * k);
      const leaves = rng(seed * 17 + 5);
      for (let q = 0; q < 46; q++) {
        const a = leaves() * Math.PI * 2;
        const d = Math.sqrt(leaves());
        const x = Math.floor(cx + Math.cos(a) * 38 * spread * d);
        const y = Math.floor(cy - 2 + Math.sin(a) * 31 * spread * d);
        if (s.alpha(x, y)) s.hline(x, y, 2, d > 0.6 ? R[1] : R[4]).px(x + 1, y + 1, R[2]);
      }
      if (kind === 'blossom') {
        for (let q = 0; q < 24; q++) {
          const a = leaves() * Math.PI * 2;
          const d = Math.sqrt(leaves());
          s.rect(cx + Math.cos(a) * 34 * spread * d, cy - 4 + Math.sin(a) * 28 * spread * d, 2, 2, q % 3 ? P.clay[5] : P.plum[5]);
        }
      }
    },
    {
      base: h - 5,
      outline: 0.62,
      fades: true,
      rootedAt: Math.round(cy + 31 * spread * tall),
      roundShadow: [cx - Math.round(28 * k), -Math.round(17 * k), Math.round(68 * k), Math.round(24 * k)],
      solid: [[cx - 7, -9, 14, 8]],
      glows: bulbs,
      ...(lights
        ? {
            after: (s: Surface) => {
              for (const [x, y] of bulbs) s.rect(x, y, 2, 2, P.gold[5]);
            },
          }
        : {}),
    },
  );
}

/** A square bench with a planted middle, 124x128, to put a tree in: the tree's base line is 58 px above this one's, its depth the bench's. */
export function ringBench({ variant = 0 }: { variant?: number } = {}): Sprite {
  return makeSprite(
    `ring-bench-${variant % 2}`,
    124,
    128,
    (s) => {
      const R = P.oak;
      s.rr(0, 6, 124, 100, 8, R[4]);
      for (let y = 8; y < 104; y += 6) s.hline(3, y + 5, 118, R[3], 0.8);
      // Mitred corners: the boards of the sides run the other way.
      for (let x = 3; x < 20; x += 6) for (const left of [x, 121 - x]) s.vline(left, 28 - Math.min(20, x), 60 + Math.min(20, x), R[3], 0.5);
      s.hline(8, 6, 108, R[5])
        .vline(0, 14, 84, R[5])
        .vline(123, 14, 84, R[2])
        .line(2, 8, 22, 24, R[2], 0.6)
        .line(121, 8, 101, 24, R[2], 0.6)
        .line(2, 103, 22, 82, R[2], 0.6)
        .line(121, 103, 101, 82, R[2], 0.6);
      s.rr(22, 24, 80, 58, 5, P.paver[2]).rr(22, 22, 80, 50, 5, P.paver[4]).rr(27, 26, 70, 40, 4, P.soil[1]);
      const random = rng(3 + variant);
      for (let k = 0; k < 90; k++) {
        const size = 4.4 - Math.floor(k / 30) * 0.7;
        const c = pickFrom([calmLeaf[1], P.olive[2], calmLeaf[2], calmLeaf[3], P.olive[3], calmLeaf[4]], Math.floor(k / 30) * 2 + (k % 2));
        s.ell(31 + random() * 62, 30 + random() * 31, size, size * 0.75, c);
      }
      const blooms = variant % 2 ? [P.plum[4], P.cream[5], P.gold[4]] : [P.clay[4], P.gold[4], P.cream[5]];
      for (let k = 0; k < 18; k++) s.rect(30 + random() * 63, 28 + random() * 33, 2, 2, pickFrom(blooms, k));
      s.rect(22, 72, 80, 11, P.paver[2]).hline(22, 72, 80, P.paver[5]).hline(22, 82, 80, P.paver[1]);
      for (const x of [42, 62, 82]) s.vline(x, 73, 9, P.paver[1]);
      // A bag and a book somebody left.
      if (variant % 2)
        s.rr(104, 40, 13, 10, 3, P.blue[3])
          .hline(106, 40, 9, P.blue[4])
          .line(106, 40, 110, 36, P.blue[1])
          .line(110, 36, 114, 40, P.blue[1]);
      else s.rect(6, 58, 9, 7, P.plum[3]).hline(6, 58, 9, P.plum[4]).rect(7, 64, 8, 1, P.cream[4]);
      s.rect(2, 104, 120, 4, R[4])
        .hline(2, 104, 120, R[5])
        .rect(3, 108, 118, 17, mix(P.walnut[0], INK, 0.2));
      for (const x of [4, 58, 112])
        s.rect(x, 108, 8, 18, R[2])
          .vline(x, 108, 18, R[3])
          .vline(x + 7, 108, 18, R[0]);
      s.hline(2, 108, 120, R[1]);
    },
    {
      base: 126,
      shadow: [3, -24, 124, 25],
      solid: [[2, -110, 120, 108]],
      sitters: [18, 44, 80, 106].map((dx) => ({ dx, feetDy: 2, depthDy: 1 })),
    },
  );
}
