// Kitchen: fridge, cupboards, shelf of mugs, tiled wall, water and bins.
import { mix } from '../pixels/colour.ts';
import { grain } from '../pixels/form.ts';
import { INK, P, WHITE } from '../pixels/palette.ts';
import { hash, pickFrom } from '../pixels/random.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';
import { mug } from './tableware.ts';

/** A fridge with notes on its door, 34x72. */
export function fridge(colour: 'sage' | 'cream' | 'teal' = 'sage'): Sprite {
  const R = P[colour];
  return makeSprite(
    `fridge-${colour}`,
    34,
    72,
    (s) => {
      s.rr(0, 0, 34, 68, 4, R[3])
        .rect(2, 0, 30, 8, R[4])
        .hline(3, 0, 28, R[5])
        .rr(0, 7, 34, 62, 3, R[3])
        .rr(2, 8, 30, 20, 3, R[4])
        .rr(2, 31, 30, 35, 3, R[4]);
      s.hline(4, 8, 26, R[5])
        .hline(4, 31, 26, R[5])
        .vline(2, 11, 14, R[5])
        .vline(2, 34, 28, R[5])
        .vline(33, 8, 58, R[1])
        .vline(31, 34, 30, R[3])
        .hline(1, 29, 32, R[1]);
      for (const [y, h] of [
        [17, 9],
        [34, 13],
      ] as const)
        s.rect(27, y, 2, h, P.steel[5]).vline(29, y, h, P.steel[2]);
      s.rect(3, 68, 5, 4, INK).rect(26, 68, 5, 4, INK).hline(2, 67, 30, R[1]);
      s.rect(6, 13, 7, 8, P.cream[5])
        .hline(7, 16, 5, P.stone[2])
        .hline(7, 18, 4, P.stone[2])
        .px(9, 13, P.clay[3])
        .rect(16, 14, 4, 4, P.gold[3]);
      s.rect(7, 38, 9, 7, P.sky[2])
        .rect(7, 42, 9, 3, P.leaf[3])
        .px(11, 38, P.clay[3])
        .rect(19, 41, 3, 3, P.clay[3])
        .rect(14, 50, 3, 3, P.plum[3]);
    },
    { base: 71, shadow: [1, -7, 37, 10], solid: [[0, -16, 34, 15]] },
  );
}

/** Kitchen cupboards of `tiles` tiles, 44 px tall, against a wall; `sink` is the tile that holds it. */
export function kitchenCounter({ tiles, sink, variant = 0 }: { tiles: number; sink?: number; variant?: number }): Sprite {
  const w = tiles * 32;
  return makeSprite(
    `kitchen-counter-${tiles}-${sink ?? 'x'}-${variant}`,
    w,
    44,
    (s) => {
      const R = P.sage;
      const T = P.walnut;
      s.rect(0, 20, w, 24, R[2]).rect(0, 41, w, 3, INK, 0.6);
      for (let k = 0; k < tiles; k++) {
        const x = k * 32;
        s.rect(x + 2, 23, 28, 17, R[3])
          .hline(x + 2, 23, 28, R[5])
          .vline(x + 2, 23, 17, R[4])
          .hline(x + 2, 39, 28, R[1])
          .vline(x + 29, 24, 16, R[1]);
        if ((k + variant) % 3 === 1) {
          for (const y of [28, 34]) s.hline(x + 3, y, 26, R[1]).hline(x + 3, y + 1, 26, R[4]);
          for (const y of [25, 31, 37]) s.rect(x + 12, y, 8, 1, P.gold[3]);
        } else
          s.vline(x + 15, 24, 15, R[1])
            .vline(x + 16, 24, 15, R[4])
            .vline(x + 12, 29, 5, P.gold[3])
            .vline(x + 19, 29, 5, P.gold[3]);
      }
      s.rect(0, 0, w, 18, T[4]).hline(0, 0, w, T[5]);
      grain(s, 1, 2, w - 3, 14, T[3], tiles + 5, 0.6);
      s.rect(0, 16, w, 5, T[3]).hline(0, 16, w, T[5]).hline(0, 20, w, T[1]);
      if (sink !== undefined) {
        const x = sink * 32 + 3;
        s.rr(x, 3, 26, 11, 2, P.steel[2])
          .rr(x + 1, 4, 24, 9, 2, P.steel[1])
          .rect(x + 3, 9, 20, 3, P.steel[2])
          .rect(x + 12, 0, 2, 6, P.steel[4])
          .rect(x + 12, 5, 5, 2, P.steel[3]);
      }
    },
    { shadow: [1, -6, w + 3, 9], solid: [[0, -26, w, 25]] },
  );
}

/** A kettle, a jar and a toaster to stand on a counter, 40x20. */
export function counterThings(): Sprite {
  return makeSprite('counter-things', 42, 20, (s) => {
    s.rr(0, 6, 12, 13, 3, P.steel[2])
      .vline(1, 8, 9, P.steel[4])
      .rect(3, 3, 6, 3, P.steel[1])
      .vline(12, 9, 6, P.stone[0])
      .hline(1, 18, 10, P.steel[1]);
    s.rect(17, 8, 8, 11, P.cream[3]).rect(17, 11, 8, 8, P.walnut[3]).rect(17, 6, 8, 2, P.oak[2]).vline(18, 8, 10, P.cream[5]);
    s.rr(28, 9, 14, 10, 3, P.clay[3])
      .hline(30, 9, 10, P.clay[4])
      .rect(31, 7, 8, 3, P.oak[4])
      .hline(31, 7, 8, P.oak[2])
      .vline(41, 12, 5, P.clay[1]);
  });
}

/** A board with mugs, w wide, 18 px tall, for the wall. */
export function mugShelf(w = 60): Sprite {
  return makeSprite(
    `mug-shelf-${w}`,
    w,
    18,
    (s) => {
      s.rect(0, 13, w, 4, P.oak[3]).hline(0, 13, w, P.oak[5]).hline(0, 16, w, P.oak[1]);
      for (let x = 3, k = 0; x < w - 7; x += 9, k++) {
        if (k % 4 === 3) s.rect(x, 4, 6, 9, P.cream[2]).rect(x, 7, 6, 6, P.walnut[3]).rect(x, 2, 6, 2, P.oak[2]);
        else mug(s, x, 7, pickFrom([P.clay, P.cream, P.teal, P.ochre, P.blue], k));
      }
    },
    { outline: 0.55 },
  );
}

/** Dark glazed tiles behind a counter, so that white steam and cups read. */
export function tiledWall(w: number, h = 46): Sprite {
  return makeSprite(
    `tiled-wall-${w}x${h}`,
    w,
    h,
    (s) => {
      const R = P.teal;
      for (let y = 0; y < h; y++) {
        for (let x = 0; x < w; x++) {
          const row = Math.floor(y / 8);
          const shifted = x + (row % 2) * 8;
          const v = hash(Math.floor(shifted / 16), row, 21);
          let c = mix(R[2], v < 0.5 ? R[1] : R[3], 0.1 + Math.abs(v - 0.5) * 0.55);
          if (shifted % 16 === 15 || y % 8 === 7) c = mix(R[1], R[0], 0.25);
          else if (y % 8 === 0 || shifted % 16 === 0) c = mix(c, R[4], 0.35);
          s.px(x, y, c);
        }
      }
      s.rect(0, 0, w, 2, P.oak[4])
        .hline(0, 2, w, R[0])
        .vline(0, 0, h, P.oak[3])
        .vline(w - 1, 0, h, P.oak[2]);
    },
    { outline: 0.5 },
  );
}

/** A water cooler, 18x48. */
export function waterCooler(): Sprite {
  return makeSprite(
    'water-cooler',
    18,
    50,
    (s) => {
      s.rr(1, 20, 16, 28, 2, P.steel[4])
        .vline(1, 22, 24, P.steel[5])
        .vline(16, 22, 25, P.steel[2])
        .rect(3, 26, 12, 8, P.steel[1])
        .rect(5, 27, 2, 3, P.blue[3])
        .rect(10, 27, 2, 3, P.clay[3])
        .hline(3, 33, 12, P.steel[3]);
      s.rr(2, 2, 14, 18, 4, P.water[3], 0.95)
        .rr(3, 6, 12, 13, 3, P.water[2])
        .vline(4, 5, 11, P.water[5])
        .hline(5, 2, 8, P.water[5])
        .hline(3, 7, 12, P.water[4])
        .rect(5, 18, 8, 3, P.steel[2])
        .rect(2, 47, 14, 2, P.steel[1]);
      s.rect(15, 36, 3, 8, P.cream[4]).vline(17, 36, 8, P.cream[1]);
    },
    { base: 49, shadow: [1, -6, 20, 8], solid: [[0, -12, 18, 11]] },
  );
}

/** Three sorting bins, 42x30. */
export function bins(): Sprite {
  return makeSprite(
    'bins',
    42,
    30,
    (s) => {
      [P.sage, P.ochre, P.blue].forEach((R, k) => {
        const x = k * 14;
        s.rr(x, 4, 13, 25, 2, R[2])
          .rect(x, 4, 13, 6, R[4])
          .hline(x + 1, 4, 11, R[5])
          .rr(x + 3, 6, 7, 3, 1, R[0])
          .vline(x, 10, 17, R[3])
          .vline(x + 12, 10, 18, R[1])
          .hline(x + 1, 28, 11, R[0]);
        s.rect(x + 5, 15, 3, 4, WHITE, 0.7);
      });
    },
    { base: 29, shadow: [1, -7, 44, 9], solid: [[0, -14, 42, 13]] },
  );
}
