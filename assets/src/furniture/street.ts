// Around the house: the gate, bicycles, the coffee cart, a flower stall, crates, the post box.
import { mix } from '../pixels/colour.ts';
import { INK, P, WHITE } from '../pixels/palette.ts';
import { pickFrom, rng } from '../pixels/random.ts';
import type { Fabric } from './chairs.ts';
import { crown } from './foliage.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

/** The garden gate between two pillars, 56x66, closed. */
export function gate(): Sprite {
  return makeSprite(
    'gate',
    56,
    66,
    (s) => {
      for (const x of [0, 48]) {
        s.rect(x, 8, 8, 58, P.paver[3])
          .vline(x, 8, 58, P.paver[5])
          .vline(x + 7, 8, 58, P.paver[1])
          .rect(x - 1, 6, 10, 4, P.paver[4]);
        for (let y = 18; y < 64; y += 9) s.hline(x + 1, y, 6, P.paver[2]);
      }
      for (let x = 8; x < 48; x++) s.rect(x, Math.round(6 - 3.5 * Math.sin(((x - 8) / 40) * Math.PI)), 1, 3, P.steel[1]);
      crown(s, 28, 6, 25, 4, P.leaf, 9, 22, 4);
      for (let x = 11; x < 47; x += 5) {
        const h = 24 + Math.round(Math.sin(((x - 8) / 40) * Math.PI) * 8);
        s.rect(x, 64 - h, 2, h, P.oak[2]).vline(x, 64 - h, h, P.oak[4]);
      }
      s.rect(9, 44, 38, 2, P.oak[2]).rect(9, 58, 38, 2, P.oak[2]).hline(9, 44, 38, P.oak[4]).rect(26, 50, 4, 3, P.gold[3]);
    },
    { base: 65, shadow: [2, -5, 58, 6], solid: [[0, -12, 56, 11]] },
  );
}

/** A parked bicycle, 46x34. */
export function bicycle({ fabric = 'teal' }: { fabric?: Fabric } = {}): Sprite {
  const R = P[fabric];
  return makeSprite(
    `bicycle-${fabric}`,
    46,
    34,
    (s) => {
      for (const cx of [10, 36]) {
        for (let a = 0; a < 6.3; a += 0.06)
          s.px(cx + Math.cos(a) * 9.4, 23 + Math.sin(a) * 9.4, P.stone[0]).px(cx + Math.cos(a) * 8.4, 23 + Math.sin(a) * 8.4, P.steel[2]);
        for (let a = 0.4; a < 3.2; a += 0.8)
          s.line(cx + Math.cos(a) * 8, 23 + Math.sin(a) * 8, cx - Math.cos(a) * 8, 23 - Math.sin(a) * 8, P.steel[3], 0.35);
        s.rect(cx - 1, 22, 2, 2, P.steel[4]);
      }
      for (const [x0, y0, x1, y1] of [
        [10, 22, 17, 12],
        [17, 12, 31, 11],
        [17, 12, 22, 24],
        [22, 24, 10, 23],
        [22, 24, 31, 11],
        [31, 11, 36, 22],
      ] as const)
        s.line(x0, y0, x1, y1, R[3]).line(x0, y0 + 1, x1, y1 + 1, R[2]);
      s.line(31, 11, 30, 5, P.steel[1])
        .hline(28, 4, 6, P.stone[0])
        .px(33, 5, P.stone[0])
        .line(17, 12, 16, 8, P.steel[1])
        .rect(12, 6, 8, 3, P.walnut[2])
        .hline(12, 6, 8, P.walnut[4]);
      s.rect(32, 6, 8, 7, P.ochre[3]).hline(32, 6, 8, P.ochre[5]).hline(32, 9, 8, P.ochre[2]).ell(22, 24, 2, 2, P.steel[1]);
    },
    { base: 33, roundShadow: [2, -5, 44, 8], solid: [[2, -8, 42, 7]] },
  );
}

/** A steel stand for bicycles, 66x18. */
export function bicycleStand(): Sprite {
  return makeSprite(
    'bicycle-stand',
    66,
    20,
    (s) => {
      s.rect(0, 17, 66, 2, P.steel[1]).hline(0, 17, 66, P.steel[3]);
      for (let x = 4; x < 62; x += 14)
        s.vline(x, 2, 16, P.steel[2])
          .vline(x + 8, 2, 16, P.steel[1])
          .hline(x, 1, 9, P.steel[3])
          .px(x, 2, P.steel[4]);
    },
    { base: 19, shadow: [0, -3, 68, 5], solid: [[0, -6, 66, 5]] },
  );
}

/** A coffee cart with its awning, 76x82: life in the square when nobody is there. */
export function coffeeCart(): Sprite {
  return makeSprite(
    'coffee-cart',
    76,
    84,
    (s) => {
      const R = P.sage;
      for (const x of [8, 66]) s.rect(x, 14, 2, 40, P.walnut[2]).vline(x, 14, 40, P.walnut[4]);
      // Shelf and things between the posts.
      s.rect(10, 34, 56, 14, mix(P.walnut[1], INK, 0.15), 0.55);
      s.rr(14, 34, 16, 14, 2, P.steel[2])
        .rect(15, 35, 14, 5, P.steel[4])
        .hline(15, 35, 14, P.steel[5])
        .rect(17, 42, 10, 6, P.steel[0])
        .rect(19, 44, 4, 4, P.cream[5]);
      s.rect(34, 40, 6, 8, P.cream[3])
        .rect(34, 42, 6, 6, P.walnut[3])
        .rect(43, 40, 6, 8, P.cream[3])
        .rect(43, 43, 6, 5, P.ochre[3])
        .ell(57, 44, 5, 4, P.clay[3])
        .ell(56, 43, 3, 2, P.clay[4]);
      s.rect(2, 48, 72, 5, P.walnut[4]).hline(2, 48, 72, P.walnut[5]).hline(2, 52, 72, P.walnut[1]);
      s.rect(4, 53, 68, 20, R[3])
        .vline(4, 53, 20, R[4])
        .vline(71, 53, 20, R[1])
        .rect(8, 56, 60, 13, R[2])
        .hline(8, 56, 60, R[1])
        .hline(8, 68, 60, R[4]);
      s.ell(38, 62, 7, 6, P.cream[4])
        .rect(34, 59, 7, 5, P.walnut[2])
        .rect(41, 60, 2, 1, P.walnut[2])
        .rect(42, 61, 1, 2, P.walnut[2])
        .hline(33, 65, 9, P.walnut[2]);
      for (const cx of [16, 60]) {
        s.ell(cx, 74, 8, 8, P.walnut[0]).ell(cx, 74, 6.5, 6.5, P.walnut[3]).ell(cx, 74, 4.6, 4.6, R[2]).ell(cx, 74, 2, 2, P.gold[3]);
        s.hline(cx - 5, 74, 11, P.walnut[3]).vline(cx, 69, 11, P.walnut[3]);
      }
      s.rect(70, 56, 6, 2, P.walnut[3]);
      for (let x = 0; x < 76; x++) {
        const c = Math.floor(x / 8) % 2 ? P.cream[4] : P.velvet[3];
        for (let y = 2; y < 18; y++) s.px(x, y, y < 5 ? mix(c, WHITE, 0.3) : y > 14 ? mix(c, INK, 0.14) : c);
        s.vline(x, 18, Math.round(Math.sin((((x % 8) + 0.5) / 8) * Math.PI) * 4), mix(c, INK, 0.22));
      }
      s.rect(2, 0, 72, 3, P.walnut[3]).hline(2, 0, 72, P.walnut[5]);
    },
    { base: 82, shadow: [4, -10, 74, 12], glows: [[12, 22, 52, 12]], solid: [[2, -26, 72, 25]] },
  );
}

/** A market stall, 70x72, of flowers (0), books (1) or fruit (2). */
export function marketStall({ variant = 0 }: { variant?: number } = {}): Sprite {
  const kind = variant % 3;
  const cloth = pickFrom([P.plum, P.ochre, P.teal], kind);
  return makeSprite(
    `market-stall-${kind}`,
    70,
    74,
    (s) => {
      for (const x of [3, 64]) s.rect(x, 14, 3, 58, P.oak[2]).vline(x, 14, 58, P.oak[4]);
      s.rect(6, 36, 58, 6, P.oak[4])
        .hline(6, 36, 58, P.oak[5])
        .rect(6, 46, 58, 6, P.oak[3])
        .hline(6, 46, 58, P.oak[5])
        .rect(2, 52, 66, 16, P.oak[2])
        .hline(2, 52, 66, P.oak[4])
        .hline(2, 67, 66, P.oak[0]);
      for (let x = 13; x < 66; x += 11) s.vline(x, 53, 14, P.oak[1]);
      const random = rng(kind * 9 + 4);
      for (let row = 0; row < 2; row++) {
        for (let k = 0; k < 6; k++) {
          const x = 9 + k * 9;
          const y = 38 + row * 10;
          if (kind === 0) {
            const c = pickFrom([P.clay[4], P.gold[4], P.plum[4], P.cream[5], P.blue[4]], random() * 5);
            s.rect(x, y - 1, 6, 5, P.steel[2])
              .ell(x + 3, y - 4, 4, 3.4, P.leaf[2])
              .rect(x + 1, y - 7, 2, 2, c)
              .rect(x + 4, y - 6, 2, 2, c)
              .rect(x + 2, y - 4, 2, 2, c)
              .rect(x, y - 4, 2, 2, c);
          } else if (kind === 1) {
            for (let b = 0; b < 3; b++) {
              const C = pickFrom([P.clay, P.teal, P.ochre, P.blue, P.plum, P.sage], random() * 6);
              s.rect(x + b * 3, y - 7, 3, 10, C[3]).vline(x + b * 3, y - 7, 10, C[4]);
            }
          } else {
            const C = pickFrom([P.clay, P.ochre, P.leaf, P.gold, P.plum], k + row * 2);
            for (const [dx, dy] of [
              [0, 0],
              [4, 0],
              [2, -3],
            ] as const)
              s.ell(x + 2 + dx, y + dy, 2.6, 2.4, C[3]).px(x + 1 + dx, y - 1 + dy, C[4]);
          }
        }
      }
      for (let x = 0; x < 70; x++) {
        const c = Math.floor(x / 10) % 2 ? P.cream[4] : cloth[3];
        for (let y = 2; y < 20; y++) s.px(x, y, y < 5 ? mix(c, WHITE, 0.3) : y > 16 ? mix(c, INK, 0.14) : c);
        s.vline(x, 20, Math.round(Math.sin((((x % 10) + 0.5) / 10) * Math.PI) * 4), mix(c, INK, 0.22));
      }
      s.rect(1, 0, 68, 3, P.oak[3]).hline(1, 0, 68, P.oak[5]);
    },
    { base: 72, shadow: [3, -8, 70, 10], solid: [[2, -22, 66, 21]] },
  );
}

/** Wooden crates, one upon the other, 40x38. */
export function crates({ variant = 0 }: { variant?: number } = {}): Sprite {
  return makeSprite(
    `crates-${variant % 2}`,
    42,
    40,
    (s) => {
      const crate = (x: number, y: number, w: number, full: boolean) => {
        const R = P.oak;
        s.rect(x, y, w, 18, R[2])
          .rect(x, y, w, 5, full ? P.soil[1] : R[1])
          .hline(x, y, w, R[4]);
        for (const dy of [5, 12])
          s.rect(x, y + dy, w, 5, R[3])
            .hline(x, y + dy, w, R[5])
            .hline(x, y + dy + 4, w, R[1]);
        for (const px of [x, x + w - 3]) s.rect(px, y, 3, 18, R[3]).vline(px, y, 18, R[4]);
        if (full)
          for (let k = 0; k < 4; k++)
            s.ell(x + 4 + k * 5, y + 1, 3, 2.6, pickFrom([P.clay[3], P.leaf[3], P.ochre[3]], k + variant)).px(
              x + 3 + k * 5,
              y,
              pickFrom([P.clay[4], P.leaf[4], P.ochre[4]], k + variant),
            );
      };
      crate(0, 20, 22, variant % 2 === 0);
      crate(21, 21, 21, variant % 2 === 1);
      crate(9, 3, 22, true);
    },
    { base: 38, shadow: [1, -8, 44, 10], solid: [[0, -17, 42, 16]] },
  );
}

/** The post box, 20x40. */
export function postBox(): Sprite {
  return makeSprite(
    'post-box',
    22,
    42,
    (s) => {
      const R = P.gold;
      s.rect(9, 22, 4, 18, P.steel[1])
        .vline(9, 22, 18, P.steel[3])
        .rr(0, 2, 22, 22, 4, R[2])
        .rr(0, 2, 22, 8, 4, R[3])
        .hline(4, 2, 14, R[4])
        .vline(1, 8, 13, R[3])
        .vline(20, 8, 14, R[1])
        .rect(4, 9, 14, 3, R[0])
        .hline(4, 12, 14, R[4]);
      s.rect(7, 15, 8, 6, P.cream[4]).line(7, 15, 10, 18, P.stone[2]).line(14, 15, 11, 18, P.stone[2]).rect(5, 39, 12, 2, P.steel[0]);
    },
    { base: 40, roundShadow: [3, -6, 20, 8], solid: [[5, -7, 12, 6]] },
  );
}
