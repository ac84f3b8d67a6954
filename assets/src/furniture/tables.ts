// Tables: long work tables, round café tables, coffee tables, small side tables.
import { mix } from '../pixels/colour.ts';
import { box, grain } from '../pixels/form.ts';
import { BULB, INK, P } from '../pixels/palette.ts';
import { rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import type { Wood } from './chairs.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';
import { books, laptop, mug, papers, plate, potlet, vase } from './tableware.ts';

/** One setting of a work table, 40 px wide, `middle` = the row half way down the top. */
function setting(s: Surface, x: number, middle: number, kind: number): void {
  switch (kind % 7) {
    case 0:
      laptop(s, x, middle - 11);
      mug(s, x + 22, middle, P.clay);
      break;
    case 1:
      papers(s, x + 2, middle - 8);
      mug(s, x + 22, middle - 8, P.teal);
      break;
    case 2:
      potlet(s, x + 6, middle - 10);
      mug(s, x + 22, middle - 1, P.blue);
      break;
    case 3:
      mug(s, x, middle - 5, P.ochre);
      plate(s, x + 12, middle - 3);
      break;
    case 4:
      books(s, x + 3, middle - 7);
      papers(s, x + 19, middle - 4, P.sage);
      break;
    case 5:
      laptop(s, x + 4, middle - 10, P.plum);
      break;
    default:
      vase(s, x + 10, middle - 12);
      mug(s, x + 24, middle - 2, P.sage);
  }
}

/**
 * A rectangular table, w wide, its top `depth` px deep (28-64), 12 px of legs. Variants change what lies on it; -1 = bare.
 */
export function workTable({ w, depth, wood = 'oak', variant = 0 }: { w: number; depth: number; wood?: Wood; variant?: number }): Sprite {
  const R = P[wood];
  return makeSprite(
    `table-${w}x${depth}-${wood}-${variant}`,
    w,
    depth + 12,
    (s) => {
      s.rect(4, depth, w - 8, 9, mix(P.walnut[0], INK, 0.3), 0.8);
      for (const x of [3, w - 9])
        s.rect(x, depth - 2, 6, 14, R[2])
          .vline(x, depth, 12, R[3])
          .vline(x + 5, depth, 12, R[0]);
      s.rr(0, 0, w, depth, 4, R[4]);
      grain(s, 3, 2, w - 7, depth - 8, R[3], w + variant, 0.5);
      for (let y = 14; y < depth - 8; y += 14) s.hline(2, y, w - 4, R[3], 0.6);
      s.hline(4, 0, w - 8, R[5])
        .vline(0, 4, depth - 8, R[5])
        .rect(1, depth - 5, w - 2, 4, R[3])
        .hline(2, depth - 5, w - 4, R[5], 0.6)
        .hline(2, depth - 1, w - 4, R[1]);
      if (variant < 0) return;
      const random = rng(variant * 91 + 7);
      const count = Math.max(1, Math.floor(w / 46));
      // A deep table is laid on both sides.
      const rows = depth >= 44 ? [Math.floor(depth * 0.3), Math.floor(depth * 0.62)] : [Math.floor(depth / 2) - 2];
      rows.forEach((middle, row) => {
        for (let q = 0; q < count; q++) {
          const slack = Math.max(1, (w - 14) / count - 36);
          const x = Math.round(6 + (q * (w - 14)) / count + random() * Math.min(14, slack));
          const isBare = rows.length > 1 && count > 1 && (q + row + variant) % 3 === 2;
          if (!isBare) setting(s, x, middle + Math.round(random() * 3 - 1), variant * 3 + (q + row * 3) * (1 + (variant % 3)));
        }
      });
    },
    {
      base: depth + 11,
      shadow: [2, -Math.floor(depth * 0.7), w + 2, Math.floor(depth * 0.7)],
      solid: [[0, -Math.floor(depth * 0.8), w, Math.floor(depth * 0.8)]],
    },
  );
}

/** A round café table, 60x46. Variants: 0 flowers, 1 biscuits, 2 laptop, 3 papers, 4 candle (glows), 5 two plates. */
export function cafeTable({ wood = 'oak', variant = 0 }: { wood?: Wood; variant?: number } = {}): Sprite {
  const R = P[wood];
  const kind = variant % 6;
  return makeSprite(
    `cafe-table-${wood}-${kind}`,
    60,
    46,
    (s) => {
      s.rect(27, 26, 6, 14, R[1]).vline(27, 26, 14, R[2]).ell(30, 41, 12, 4.5, R[1]).ell(30, 40, 11, 3.5, R[2]);
      s.ell(30, 18.5, 30, 17, R[1]).ell(30, 17, 30, 17, R[3]).ell(30, 16, 29, 15.6, R[4]);
      grain(s, 10, 6, 38, 18, R[3], kind + 9, 0.5);
      for (let a = 3.3; a < 5; a += 0.03) s.px(30 + Math.cos(a) * 28, 16 + Math.sin(a) * 14.8, R[5]);
      if (kind === 0) vase(s, 25, 3);
      if (kind === 1) plate(s, 23, 12);
      if (kind === 2) laptop(s, 21, 6);
      if (kind === 3) papers(s, 22, 8, P.sage);
      if (kind === 4) {
        s.ell(30, 17, 6, 3.4, P.cream[3]).ell(30, 16.5, 4.6, 2.6, P.cream[4]);
        s.rect(28, 10, 4, 7, P.cream[5]).vline(31, 10, 7, P.cream[2]).rect(29, 7, 2, 3, P.gold[3]).px(29, 6, BULB).px(29, 8, BULB);
      }
      if (kind === 5) {
        plate(s, 13, 16, P.ochre, P.clay);
        plate(s, 33, 8, P.gold, P.leaf);
      }
      if (kind !== 5) mug(s, 11, kind % 2 ? 13 : 15, P.clay);
      mug(s, kind === 5 ? 20 : 43, kind === 5 ? 5 : 11, kind % 2 ? P.teal : P.sage);
    },
    { base: 43, roundShadow: [2, -19, 60, 22], glows: kind === 4 ? [[28, 5, 5, 6]] : [], solid: [[4, -26, 52, 24]] },
  );
}

/** A high standing table, 40x52, to lean on near the machine. */
export function standingTable({ variant = 0 }: { variant?: number } = {}): Sprite {
  const R = P.walnut;
  const kind = variant % 3;
  return makeSprite(
    `standing-table-${kind}`,
    40,
    54,
    (s) => {
      s.rect(18, 20, 4, 28, P.steel[1]).vline(18, 20, 28, P.steel[3]).ell(20, 49, 11, 4, P.steel[0]).ell(20, 48, 10, 3, P.steel[1]);
      s.ell(20, 14.5, 20, 12, R[1]).ell(20, 13, 20, 12, R[3]).ell(20, 12, 19, 11, R[4]);
      for (let a = 3.3; a < 5; a += 0.04) s.px(20 + Math.cos(a) * 18, 12 + Math.sin(a) * 10.4, R[5]);
      if (kind === 0) mug(s, 10, 8, P.cream);
      if (kind !== 2) mug(s, 24, 9, P.ochre);
      if (kind === 1) plate(s, 7, 8);
      if (kind === 2) papers(s, 12, 4, P.ochre);
    },
    { base: 51, roundShadow: [4, -12, 36, 14], solid: [[6, -16, 28, 14]] },
  );
}

/** A low table between sofas, 52x30. */
export function coffeeTable({ variant = 0 }: { variant?: number } = {}): Sprite {
  const kind = variant % 4;
  return makeSprite(
    `coffee-table-${kind}`,
    52,
    30,
    (s) => {
      const R = kind % 2 ? P.oak : P.walnut;
      box(s, 0, 27, 52, 17, 4, R, { radius: 2 });
      s.rect(2, 27, 4, 3, R[0]).rect(46, 27, 4, 3, R[0]);
      grain(s, 3, 8, 46, 12, R[3], kind + 3, 0.5);
      if (kind === 0) {
        papers(s, 9, 8, P.blue);
        mug(s, 33, 10, P.ochre);
      } else if (kind === 1) {
        books(s, 8, 8);
        potlet(s, 34, 5, P.sage);
      } else if (kind === 2) {
        laptop(s, 8, 5);
        mug(s, 32, 11, P.teal);
        mug(s, 42, 9, P.clay);
      } else {
        s.rect(6, 8, 18, 12, P.cream[4]).vline(15, 8, 12, P.cream[1]);
        for (let k = 0; k < 9; k++) s.px(7 + ((k * 5) % 16), 10 + ((k * 3) % 9), k % 2 ? P.walnut[1] : P.clay[3]);
        plate(s, 32, 10);
      }
    },
    { base: 29, shadow: [2, -12, 54, 14], solid: [[0, -18, 52, 17]] },
  );
}

/** A side table, 26x28, with a lamp, a plant or a book. */
export function sideTable({ variant = 0 }: { variant?: number } = {}): Sprite {
  const kind = variant % 3;
  return makeSprite(
    `side-table-${kind}`,
    26,
    40,
    (s) => {
      const R = P.walnut;
      s.rect(4, 22, 3, 17, R[2])
        .rect(19, 22, 3, 17, R[1])
        .hline(5, 34, 16, R[2])
        .ell(13, 21, 13, 8, R[1])
        .ell(13, 19.5, 13, 8, R[3])
        .ell(13, 19, 12, 7, R[4]);
      if (kind === 0)
        s.rect(12, 13, 2, 6, P.gold[2])
          .ell(13, 19, 4, 2, P.gold[2])
          .poly(
            [
              [9, 2],
              [17, 2],
              [21, 13],
              [5, 13],
            ],
            P.gold[4],
          )
          .poly(
            [
              [9, 2],
              [11, 2],
              [8, 13],
              [5, 13],
            ],
            P.gold[5],
          )
          .hline(5, 12, 16, P.gold[3]);
      if (kind === 1) potlet(s, 8, 6, P.ochre);
      if (kind === 2) {
        books(s, 6, 12);
        mug(s, 12, 6, P.teal);
      }
    },
    {
      base: 38,
      roundShadow: [1, -9, 27, 11],
      glows:
        kind === 0
          ? [
              [9, 2, 8, 5],
              [6, 7, 14, 6],
            ]
          : [],
      solid: [[2, -16, 22, 14]],
    },
  );
}

/** A game table: 72 px wide, a board in the middle of a work session. */
export function gameTable(): Sprite {
  return makeSprite(
    'game-table',
    64,
    46,
    (s) => {
      const R = P.walnut;
      s.rect(4, 34, 56, 8, mix(P.walnut[0], INK, 0.3), 0.8);
      for (const x of [3, 55])
        s.rect(x, 32, 6, 14, R[2])
          .vline(x, 33, 12, R[3])
          .vline(x + 5, 33, 12, R[0]);
      s.rr(0, 0, 64, 36, 4, R[3])
        .hline(4, 0, 56, R[5])
        .vline(0, 4, 26, R[4])
        .rr(4, 3, 56, 27, 2, P.velvet[2])
        .hline(5, 3, 54, P.velvet[0])
        .hline(4, 35, 56, R[1]);
      s.rect(22, 6, 20, 20, P.cream[4]);
      for (let j = 0; j < 5; j++) for (let i = 0; i < 5; i++) if ((i + j) % 2) s.rect(22 + i * 4, 6 + j * 4, 4, 4, P.oak[2]);
      for (const [x, y, c] of [
        [24, 8, 0],
        [36, 8, 1],
        [28, 16, 1],
        [32, 20, 0],
        [40, 16, 0],
        [24, 24, 1],
      ] as const)
        s.rect(x - 1, y - 3, 3, 4, c ? P.clay[2] : P.walnut[0]).px(x, y - 4, c ? P.clay[4] : P.walnut[3]);
      for (const [x, y, R2] of [
        [8, 8, P.ochre],
        [46, 17, P.plum],
      ] as const)
        s.rect(x, y, 6, 8, P.cream[5])
          .rect(x + 3, y + 2, 6, 8, R2[3])
          .hline(x + 3, y + 2, 6, R2[4]);
      mug(s, 9, 20, P.sage);
      mug(s, 49, 6, P.clay);
    },
    { base: 45, shadow: [2, -24, 66, 24], solid: [[0, -30, 64, 28]] },
  );
}
