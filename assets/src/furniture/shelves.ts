// Bookshelves, the card catalogue, a globe, a ladder: the library's furniture and what any wall likes to have.
import { mix } from '../pixels/colour.ts';
import { INK, P } from '../pixels/palette.ts';
import { pickFrom, rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

const COVERS = [P.clay, P.teal, P.ochre, P.blue, P.plum, P.sage, P.velvet, P.cream] as const;

/** One board of books between x and x + w, standing on row `bottom`, at most `h` tall. */
function bookRow(s: Surface, x0: number, w: number, bottom: number, h: number, random: () => number): void {
  let x = x0;
  while (x < x0 + w - 3) {
    const chance = random();
    if (chance < 0.03 && x < x0 + w - 12) {
      s.rect(x + 2, bottom - 5, 7, 5, P.clay[3])
        .ell(x + 5.5, bottom - 8, 4, 3.5, P.leaf[3])
        .ell(x + 4, bottom - 9, 2, 2, P.leaf[4]);
      x += 11;
    } else if (chance < 0.06 && x < x0 + w - 12) {
      s.ell(x + 5, bottom - 4.5, 4, 4.5, P.ochre[3]).ell(x + 4, bottom - 6, 2, 2, P.ochre[4]);
      x += 11;
    } else if (chance < 0.15 && x < x0 + w - 13) {
      // A pile lying down.
      for (let k = 0; k < 3; k++) {
        const C = pickFrom(COVERS, random() * 8);
        s.rect(x + k, bottom - 3 - k * 3, 10 - k, 3, C[3])
          .hline(x + k, bottom - 3 - k * 3, 10 - k, C[4])
          .vline(x + 9, bottom - 2 - k * 3, 2, P.cream[4]);
      }
      x += 12;
    } else if (chance < 0.2) x += 4;
    else {
      const bw = 2 + Math.floor(random() * 3);
      const bh = h - 6 + Math.floor(random() * 5);
      const C = pickFrom(COVERS, random() * 8);
      if (x + bw > x0 + w - 1) return;
      s.rect(x, bottom - bh, bw, bh, C[3])
        .vline(x, bottom - bh, bh, C[4])
        .vline(x + bw - 1, bottom - bh, bh, C[2]);
      if (bw > 2) s.rect(x + 1, bottom - bh + 2, bw - 2, 1, C[5]);
      x += bw;
    }
  }
}

/** A bookcase, 62 (two tiles) or 30 px wide and 64 tall; every seed is another collection. */
export function bookshelf({ w = 62, seed = 3, wood = 'walnut' }: { w?: number; seed?: number; wood?: 'walnut' | 'oak' } = {}): Sprite {
  const R = P[wood];
  return makeSprite(
    `bookshelf-${w}-${wood}-${seed}`,
    w,
    64,
    (s) => {
      s.rr(0, 0, w, 62, 1, R[3])
        .rect(0, 0, w, 7, R[4])
        .hline(0, 0, w, R[5])
        .rect(0, 7, w, 2, R[2])
        .rect(2, 62, 4, 2, R[0])
        .rect(w - 6, 62, 4, 2, R[0]);
      const random = rng(seed * 131 + w);
      const inner = mix(P.walnut[0], INK, 0.25);
      const hasDoors = seed % 4 === 2;
      for (let j = 0; j < 3; j++) {
        const y = 10 + j * 17;
        if (j === 2 && hasDoors) {
          for (const x of [3, Math.floor(w / 2)])
            s.rect(x, y, Math.floor(w / 2) - 3, 14, R[2])
              .hline(x, y, Math.floor(w / 2) - 3, R[4])
              .vline(x, y, 14, R[4]);
          s.vline(Math.floor(w / 2) - 1, y, 14, R[0])
            .rect(Math.floor(w / 2) - 4, y + 6, 2, 3, P.gold[3])
            .rect(Math.floor(w / 2) + 2, y + 6, 2, 3, P.gold[3]);
        } else {
          s.rect(3, y, w - 6, 14, inner).hline(3, y, w - 6, INK, 0.5);
          bookRow(s, 4, w - 8, y + 14, 14, random);
        }
        s.rect(2, y + 14, w - 4, 2, R[4]).hline(2, y + 16, w - 4, R[1]);
      }
      s.vline(0, 2, 60, R[4])
        .vline(w - 1, 8, 53, R[1])
        .vline(w - 2, 10, 50, R[2]);
    },
    { base: 63, shadow: [2, -8, w + 2, 10], solid: [[0, -14, w, 13]] },
  );
}

/** A low shelf, w wide and 36 tall, with things on top: one looks over it. */
export function lowShelf({ w = 62, seed = 1 }: { w?: number; seed?: number } = {}): Sprite {
  return makeSprite(
    `low-shelf-${w}-${seed}`,
    w,
    50,
    (s) => {
      const R = P.oak;
      s.rect(0, 14, w, 34, R[3])
        .rect(0, 14, w, 10, R[4])
        .hline(0, 14, w, R[5])
        .hline(0, 24, w, R[1])
        .vline(0, 15, 33, R[5])
        .vline(w - 1, 24, 24, R[1]);
      s.rect(3, 26, w - 6, 19, mix(P.walnut[0], INK, 0.2));
      bookRow(s, 4, w - 8, 45, 17, rng(seed * 17 + 5));
      s.rect(2, 45, w - 4, 2, R[3])
        .rect(3, 48, 4, 2, R[0])
        .rect(w - 7, 48, 4, 2, R[0]);
      const kind = seed % 3;
      if (kind === 0)
        s.ell(14, 10, 7, 6, P.leaf[2])
          .ell(12, 8, 4.5, 4, P.leaf[3])
          .ell(11, 6, 2, 2, P.leaf[4])
          .rect(9, 14, 10, 6, P.clay[3])
          .hline(9, 14, 10, P.clay[4]);
      if (kind === 1)
        s.rr(6, 8, 22, 12, 2, P.walnut[2])
          .hline(7, 8, 20, P.walnut[4])
          .ell(13, 13, 4, 3, P.steel[0])
          .ell(13, 13, 1, 1, P.gold[3])
          .rect(20, 11, 6, 1, P.gold[3])
          .rect(20, 14, 6, 1, P.steel[3]);
      if (kind === 2)
        s.rect(8, 10, 3, 10, P.teal[3]).rect(12, 8, 3, 12, P.ochre[3]).rect(16, 9, 3, 11, P.plum[3]).rect(20, 12, 8, 8, P.cream[3]);
      if (w > 50)
        s.rect(w - 20, 10, 12, 9, P.cream[4])
          .rect(w - 19, 11, 10, 7, P.sky[2])
          .rect(w - 19, 15, 10, 3, P.leaf[3])
          .hline(w - 20, 10, 12, P.oak[2])
          .vline(w - 8, 10, 9, P.oak[1]);
    },
    { base: 49, shadow: [2, -8, w + 2, 10], solid: [[0, -18, w, 17]] },
  );
}

/** A card catalogue with small drawers, 46x50. */
export function cardCatalogue(): Sprite {
  return makeSprite(
    'card-catalogue',
    46,
    52,
    (s) => {
      const R = P.walnut;
      s.rect(0, 6, 46, 44, R[2]).rect(0, 0, 46, 9, R[4]).hline(0, 0, 46, R[5]).hline(0, 9, 46, R[1]);
      for (let j = 0; j < 4; j++)
        for (let i = 0; i < 4; i++) {
          const x = 3 + i * 10;
          const y = 12 + j * 9;
          s.rect(x, y, 9, 8, R[3])
            .hline(x, y, 9, R[4])
            .hline(x, y + 7, 9, R[1])
            .rect(x + 2, y + 2, 5, 2, P.cream[4])
            .rect(x + 4, y + 5, 1, 1, P.gold[4]);
        }
      s.rect(13, 39 - 27, 9, 8, R[1])
        .rect(12, 39 - 24, 11, 7, R[3])
        .hline(12, 15, 11, P.cream[4])
        .rect(3, 49, 4, 3, R[0])
        .rect(39, 49, 4, 3, R[0]);
    },
    { base: 51, shadow: [2, -8, 48, 10], solid: [[0, -16, 46, 15]] },
  );
}

/** A globe on a stand, 24x38. */
export function globe(): Sprite {
  return makeSprite(
    'globe',
    24,
    38,
    (s) => {
      s.rect(10, 24, 4, 10, P.walnut[2])
        .ell(12, 35, 8, 3, P.walnut[1])
        .ell(12, 34, 7, 2.4, P.walnut[3])
        .ell(12, 13, 12, 12, P.gold[2])
        .ell(12, 13, 10.5, 10.5, P.water[2])
        .ell(10, 11, 7, 7, P.water[3]);
      s.poly(
        [
          [6, 7],
          [12, 5],
          [14, 9],
          [10, 13],
          [7, 12],
        ],
        P.leaf[3],
      )
        .poly(
          [
            [12, 14],
            [18, 12],
            [19, 17],
            [14, 20],
          ],
          P.leaf[2],
        )
        .rect(8, 18, 3, 2, P.leaf[3])
        .px(8, 7, P.water[5])
        .px(9, 6, P.water[5]);
    },
    { base: 36, roundShadow: [4, -6, 20, 8], solid: [[4, -10, 16, 9]] },
  );
}

/** A library ladder that leans on a shelf, 22x66. */
export function ladder(): Sprite {
  return makeSprite(
    'ladder',
    22,
    66,
    (s) => {
      const R = P.oak;
      s.line(5, 0, 2, 64, R[3]).line(6, 0, 3, 64, R[2]).line(15, 0, 18, 64, R[3]).line(16, 0, 19, 64, R[1]);
      for (let y = 8; y < 60; y += 10) s.hline(4, y, 14, R[4]).hline(4, y + 1, 14, R[1]);
      s.rect(1, 63, 4, 3, P.steel[0]).rect(17, 63, 4, 3, P.steel[0]);
    },
    { base: 65, shadow: [2, -4, 20, 5] },
  );
}

/** A rack of magazines, 30x44. */
export function magazineRack(): Sprite {
  return makeSprite(
    'magazine-rack',
    32,
    46,
    (s) => {
      const R = P.oak;
      s.rect(0, 2, 32, 42, R[2]).rect(0, 0, 32, 4, R[4]).hline(0, 0, 32, R[5]).vline(0, 2, 42, R[4]).vline(31, 3, 41, R[1]);
      const covers = [P.clay, P.teal, P.plum, P.ochre, P.blue, P.sage] as const;
      for (let j = 0; j < 3; j++) {
        for (let i = 0; i < 2; i++) {
          const C = pickFrom(covers, j * 2 + i);
          const x = 3 + i * 14;
          const y = 6 + j * 13;
          s.rect(x, y, 11, 11, C[3])
            .rect(x, y, 11, 3, C[4])
            .hline(x + 2, y + 1, 6, P.cream[5])
            .ell(x + 5.5, y + 7, 3, 2.4, C[5]);
        }
        s.rect(1, 15 + j * 13, 30, 3, R[3]).hline(1, 15 + j * 13, 30, R[5]);
      }
      s.rect(2, 44, 4, 2, R[0]).rect(26, 44, 4, 2, R[0]);
    },
    { base: 45, shadow: [2, -7, 33, 9], solid: [[0, -14, 32, 13]] },
  );
}
