// The heart of the office: the island counter, the red machine with its steam, and what stands on it.
import { mix } from '../pixels/colour.ts';
import { grain } from '../pixels/form.ts';
import { INK, P, WHITE } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

/** Counter island of `tiles` tiles, 68 px tall: top 44 deep, front 22. One stands north and south of it. */
export function coffeeIsland(tiles = 8): Sprite {
  const w = tiles * 32;
  return makeSprite(
    `coffee-island-${tiles}`,
    w,
    68,
    (s) => {
      const T = P.walnut;
      const V = P.velvet;
      s.rr(0, 0, w, 44, 6, T[4])
        .hline(6, 0, w - 12, T[5])
        .vline(0, 6, 36, T[5]);
      grain(s, 3, 3, w - 8, 36, T[3], 5, 0.6);
      s.rr(8, 6, w - 16, 28, 5, mix(T[4], T[3], 0.45))
        .hline(12, 6, w - 24, T[3])
        .hline(12, 33, w - 24, T[5], 0.5);
      s.rect(1, 39, w - 2, 4, T[3])
        .hline(3, 39, w - 6, T[5])
        .hline(1, 43, w - 2, T[0]);
      s.rect(3, 44, w - 6, 22, V[2]);
      for (let x = 3; x < w - 3; x += 8) s.vline(x, 44, 22, V[1]).vline(x + 1, 44, 22, V[3]);
      s.hline(3, 44, w - 6, V[0])
        .hline(3, 45, w - 6, V[1])
        .rect(3, 62, w - 6, 4, V[0])
        .hline(6, 58, w - 12, P.gold[2])
        .hline(6, 59, w - 12, P.gold[3]);
      // A foot rail of brass on short stays.
      for (let x = 20; x < w - 12; x += 48) s.rect(x, 60, 3, 5, P.gold[1]);
      s.hline(8, 63, w - 16, P.gold[4])
        .hline(8, 64, w - 16, P.gold[2])
        .vline(3, 46, 18, V[4])
        .vline(w - 4, 46, 18, V[0]);
    },
    { base: 67, shadow: [2, -20, w + 4, 21], solid: [[2, -58, w - 4, 56]] },
  );
}

/** The espresso machine, 50x48, the one red thing of the house. Stands on the counter. */
export function coffeeMachine(): Sprite {
  return makeSprite(
    'coffee-machine',
    50,
    48,
    (s) => {
      const R = P.red;
      const C = P.steel;
      s.rect(3, 24, 44, 18, C[0])
        .rect(4, 25, 42, 12, mix(C[1], C[0], 0.45))
        .rect(4, 25, 42, 2, INK, 0.5);
      s.rr(1, 38, 48, 8, 2, C[3]).hline(2, 38, 46, C[5]).rect(3, 40, 44, 3, C[1]);
      for (let x = 4; x < 46; x += 3) s.vline(x, 40, 3, C[2]);
      s.hline(2, 45, 46, C[1]).rect(4, 46, 5, 2, INK).rect(41, 46, 5, 2, INK);
      for (const x of [0, 45])
        s.rr(x, 14, 5, 26, 2, R[2])
          .vline(x, 16, 22, R[4])
          .vline(x + 4, 18, 20, R[1]);
      s.rr(0, 8, 50, 17, 4, R[2]).rr(0, 8, 50, 15, 4, R[3]).rr(2, 9, 46, 5, 3, R[4]).hline(5, 9, 28, R[5]).hline(6, 10, 10, P.clay[5]);
      s.rect(1, 21, 48, 2, C[4]).hline(1, 21, 48, C[5]).hline(1, 23, 48, C[1]);
      s.ell(25, 16, 5, 5, C[1]).ell(25, 16, 4, 4, P.cream[5]).line(25, 16, 27, 14, R[2]).px(22, 16, INK).px(25, 13, INK).px(27, 17, INK);
      for (const [x, c] of [
        [8, P.leaf[4]],
        [12, P.gold[4]],
        [37, P.leaf[4]],
        [41, P.clay[4]],
      ] as const)
        s.rect(x - 1, 15, 3, 3, C[0]).vline(x, 15, 2, c);
      for (const x of [9, 33]) {
        s.rect(x, 24, 9, 3, C[4])
          .hline(x, 24, 9, C[5])
          .rect(x + 1, 27, 7, 2, C[2])
          .rect(x + 3, 29, 3, 5, P.walnut[1])
          .vline(x + 3, 29, 5, P.walnut[3]);
        s.rect(x + 2, 29, 1, 2, C[3])
          .rect(x + 6, 29, 1, 2, C[3])
          .vline(x + 2, 31, 3, P.walnut[0])
          .vline(x + 6, 31, 3, P.walnut[0]);
        s.rect(x + 1, 34, 7, 4, P.cream[5])
          .vline(x + 7, 34, 4, P.cream[1])
          .hline(x + 1, 34, 7, P.walnut[2])
          .px(x + 1, 34, P.cream[4])
          .px(x + 7, 34, P.cream[2]);
        s.hline(x, 38, 9, P.cream[2]).rect(x + 8, 35, 1, 2, P.cream[3]);
      }
      s.line(46, 24, 44, 35, C[5]).px(44, 36, C[3]).line(23, 24, 23, 31, C[4]).line(27, 24, 27, 31, C[3]);
      s.hline(3, 4, 44, C[4]).vline(3, 4, 5, C[3]).vline(46, 4, 5, C[2]).vline(25, 4, 4, C[3]);
      let x = 6;
      for (const A of [P.cream, P.teal, P.cream, P.gold, P.cream, P.clay]) {
        s.rect(x, 3, 5, 5, A[4])
          .vline(x, 3, 5, A[5])
          .vline(x + 4, 3, 5, A[2])
          .hline(x + 1, 2, 3, A[3]);
        x = Math.floor(x + 6.6);
      }
    },
    {
      outline: 0.78,
      glows: [
        [7, 14, 7, 4],
        [36, 14, 7, 4],
        [20, 11, 10, 10],
      ],
    },
  );
}

/** Two plumes of steam, four frames, 50x44: over the machine, its bottom on the machine's cups. */
export function steam(): Sprite {
  const frame = (f: number): Surface => {
    const s = new Surface(50, 44);
    for (const [cx, phase] of [
      [16, 0],
      [36, 2.1],
    ] as const) {
      for (let k = 0; k < 26; k++) {
        const x = cx + Math.sin(k * 0.42 + phase + f * 1.57) * (0.8 + k * 0.13);
        const alpha = (k < 3 ? k / 3 : 1) * (1 - k / 26) * 0.95;
        const r = 1 + k * 0.085;
        s.ell(x, 40 - k * 1.35, r, r * 1.15, P.cream[5], alpha * 0.6);
      }
    }
    return s;
  };
  const frames = [0, 1, 2, 3].map(frame);
  return { name: 'steam', surface: frames[0] ?? frame(0), originX: 25, baseY: 44, shadows: [], glows: [], frames, frameMs: 170 };
}

/** A bean grinder, 14x38. */
export function grinder(): Sprite {
  return makeSprite('grinder', 14, 38, (s) => {
    const C = P.steel;
    s.poly(
      [
        [1, 0],
        [13, 0],
        [10, 11],
        [4, 11],
      ],
      P.cream[2],
    ).poly(
      [
        [2, 4],
        [12, 4],
        [10, 11],
        [4, 11],
      ],
      P.walnut[2],
    );
    for (const [x, y] of [
      [4, 6],
      [8, 5],
      [6, 8],
      [9, 8],
    ] as const)
      s.px(x, y, P.walnut[4]);
    s.vline(2, 1, 4, WHITE).rect(1, 0, 12, 2, C[1]);
    s.rr(2, 11, 10, 20, 2, C[1])
      .vline(3, 12, 17, C[3])
      .vline(11, 13, 17, C[0])
      .rect(5, 14, 4, 3, P.gold[3])
      .rect(4, 22, 6, 2, C[0])
      .rect(5, 24, 4, 3, P.walnut[2]);
    s.rr(0, 31, 14, 6, 2, C[2]).hline(1, 31, 12, C[4]).hline(1, 36, 12, C[0]);
  });
}

/** A glass case of pastries, 46x26. */
export function pastryCase(): Sprite {
  return makeSprite(
    'pastry-case',
    46,
    26,
    (s) => {
      s.rr(0, 0, 46, 24, 3, P.steel[4], 0.9).rect(2, 3, 42, 19, P.cream[4]);
      for (const y of [10, 20]) s.hline(2, y, 42, P.oak[3]);
      for (let k = 0; k < 5; k++) {
        const [a, b] = k % 2 ? [P.clay, P.ochre[2]] : [P.ochre, P.walnut[3]];
        s.ell(7 + k * 8, 7, 3.4, 2.6, a[3])
          .ell(6.5 + k * 8, 6.4, 2, 1.4, a[4])
          .ell(7 + k * 8, 17, 3.4, 2.6, b)
          .px(6 + k * 8, 16, P.ochre[4]);
      }
      s.rect(0, 22, 46, 4, P.oak[2]).hline(0, 22, 46, P.oak[4]);
      for (let k = 0; k < 20; k++) s.px(8 + Math.floor(k * 0.6), 21 - k, WHITE, 0.5);
    },
    { outline: 0.6, glows: [[2, 3, 42, 8]] },
  );
}

/** A small pyramid of cups, 34x14. */
export function cupPyramid(): Sprite {
  return makeSprite('cup-pyramid', 34, 14, (s) => {
    for (let j = 0; j < 2; j++) {
      for (let k = 0; k < 4 - j; k++) {
        const x = 1 + k * 8 + j * 4;
        const y = 8 - j * 6;
        const A = [P.cream, P.teal, P.cream, P.clay][(k + j) % 4] ?? P.cream;
        s.rect(x, y, 7, 6, A[4])
          .vline(x, y, 6, A[5])
          .vline(x + 6, y, 6, A[2])
          .hline(x, y, 7, A[5])
          .hline(x + 1, y + 1, 5, A[2]);
      }
    }
  });
}

/** A wire basket of fruit, 26x18. */
export function fruitBasket(): Sprite {
  return makeSprite('fruit-basket', 26, 18, (s) => {
    for (const [x, y, R] of [
      [7, 6, P.ochre],
      [13, 4, P.leaf],
      [19, 6, P.gold],
      [10, 8, P.gold],
      [16, 8, P.clay],
    ] as const)
      s.ell(x, y, 4, 4, R[3]).ell(x - 1, y - 1, 2, 2, R[4]);
    s.poly(
      [
        [0, 8],
        [26, 8],
        [22, 18],
        [4, 18],
      ],
      P.walnut[3],
    )
      .hline(0, 8, 26, P.walnut[5])
      .hline(4, 17, 18, P.walnut[1]);
    for (let x = 3; x < 24; x += 4) s.vline(x, 10, 7, P.walnut[1], 0.7);
  });
}

/** The round sign over the bar: a cup and no word in any language. 34x44, lit in the evening. */
export function cupSign(): Sprite {
  return makeSprite(
    'cup-sign',
    34,
    44,
    (s) => {
      s.vline(8, 0, 12, P.walnut[1]).vline(25, 0, 12, P.walnut[1]).rect(6, 0, 5, 2, P.gold[2]).rect(23, 0, 5, 2, P.gold[2]);
      s.ell(17, 27, 17, 17, P.walnut[1])
        .ell(17, 27, 16, 16, P.gold[3])
        .ell(17, 27, 14, 14, P.velvet[0])
        .ell(16.5, 26.5, 13, 13, P.velvet[2]);
      s.rect(9, 23, 13, 10, P.cream[4])
        .rect(10, 33, 11, 2, P.cream[3])
        .hline(9, 23, 13, P.cream[5])
        .hline(10, 24, 11, P.walnut[2])
        .vline(21, 24, 9, P.cream[2]);
      s.rect(22, 25, 3, 1, P.cream[3]).rect(24, 26, 1, 4, P.cream[3]).rect(22, 30, 3, 1, P.cream[3]).hline(7, 36, 17, P.cream[3]);
      for (const x of [12, 16])
        s.px(x, 20, P.cream[4])
          .px(x + 1, 19, P.cream[4])
          .px(x, 18, P.cream[4])
          .px(x + 1, 17, P.cream[4]);
    },
    {
      glows: [
        [5, 15, 24, 24],
        [1, 21, 32, 12],
        [11, 11, 12, 32],
      ],
    },
  );
}

/** A till and a tip jar, 24x20. */
export function tipJar(): Sprite {
  return makeSprite('tip-jar', 22, 18, (s) => {
    s.rr(0, 6, 12, 11, 1, P.walnut[2]).rect(1, 7, 10, 5, P.cream[4]).hline(2, 9, 6, P.stone[2]).hline(0, 6, 12, P.walnut[4]);
    s.rect(14, 7, 7, 10, P.sky[4], 0.85)
      .rect(14, 12, 7, 5, P.gold[3])
      .hline(14, 12, 7, P.gold[4])
      .rect(13, 5, 9, 2, P.steel[2])
      .vline(15, 8, 8, WHITE, 0.7);
  });
}
