// Things that make a lounge: the phone booth, a piano, a record player, an aquarium, a copier for the corner.
import { mix } from '../pixels/colour.ts';
import { INK, P, WHITE } from '../pixels/palette.ts';
import { rng } from '../pixels/random.ts';
import type { Fabric } from './chairs.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

/** A booth for one call, 60x86, lit inside. */
export function phoneBooth({ fabric = 'sage' }: { fabric?: Fabric } = {}): Sprite {
  const R = P[fabric];
  return makeSprite(
    `phone-booth-${fabric}`,
    60,
    86,
    (s) => {
      s.rr(0, 0, 60, 84, 4, R[2])
        .rr(0, 0, 60, 22, 4, R[4])
        .hline(4, 0, 52, R[5])
        .vline(0, 4, 16, R[5])
        .rect(0, 20, 60, 3, R[3])
        .hline(0, 22, 60, R[1])
        .vline(59, 20, 62, R[0])
        .vline(0, 22, 60, R[3]);
      s.rect(5, 27, 50, 55, P.oak[2])
        .rect(5, 27, 50, 1, P.oak[4])
        .rect(7, 29, 46, 53, mix(P.walnut[1], P.gold[1], 0.35))
        .rect(7, 29, 46, 30, mix(P.gold[2], P.walnut[3], 0.35));
      for (let x = 9; x < 52; x += 6) s.vline(x, 29, 30, P.walnut[3], 0.5);
      s.rect(22, 29, 16, 4, P.gold[5]).rect(20, 33, 20, 2, P.gold[4], 0.7);
      s.rr(13, 58, 34, 14, 3, P.ochre[3])
        .hline(15, 58, 30, P.ochre[5])
        .rect(13, 68, 34, 6, P.ochre[2])
        .rr(15, 46, 30, 13, 3, P.ochre[3])
        .hline(18, 46, 24, P.ochre[4]);
      s.rect(7, 78, 46, 4, P.walnut[1]).rect(0, 82, 60, 2, R[0]).rect(7, 29, 46, 53, P.water[4], 0.16);
      for (let k = 0; k < 53; k++) {
        const x = 12 + Math.floor((53 - k) * 0.45);
        if (x < 52) s.rect(x, 29 + k, 4, 1, WHITE, 0.2);
        if (x + 7 < 53) s.px(x + 7, 29 + k, WHITE, 0.2);
      }
      s.rect(29, 27, 2, 55, P.oak[3])
        .vline(31, 27, 55, P.oak[1])
        .rect(33, 52, 2, 8, P.steel[4])
        .rr(24, 7, 12, 9, 2, P.velvet[3])
        .hline(25, 7, 10, P.velvet[4])
        .rect(27, 10, 6, 1, WHITE)
        .rect(27, 12, 4, 1, WHITE);
    },
    { base: 84, shadow: [2, -10, 63, 12], glows: [[7, 29, 46, 30]], solid: [[0, -34, 60, 33]] },
  );
}

/** An upright piano, 72x58. */
export function piano(): Sprite {
  return makeSprite(
    'piano',
    72,
    60,
    (s) => {
      const R = P.walnut;
      s.rect(0, 8, 72, 50, R[2])
        .rect(0, 0, 72, 10, R[4])
        .hline(0, 0, 72, R[5])
        .hline(0, 10, 72, R[1])
        .vline(0, 10, 48, R[4])
        .vline(71, 10, 48, R[0])
        .rect(5, 14, 62, 12, R[1])
        .hline(5, 25, 62, R[3]);
      s.rect(22, 13, 28, 12, P.cream[4]).vline(36, 13, 12, P.cream[1]);
      for (let y = 16; y < 24; y += 3) s.hline(24, y, 10, P.stone[3]).hline(39, y, 9, P.stone[3]);
      s.rect(0, 30, 72, 9, R[3]).rect(3, 31, 66, 6, P.cream[5]).hline(3, 36, 66, P.cream[1]);
      for (let x = 6; x < 68; x += 3) s.vline(x, 31, 6, P.cream[2]);
      for (let x = 5, k = 0; x < 66; x += 3, k++) if (![2, 6].includes(k % 7)) s.rect(x, 31, 2, 4, P.stone[0]);
      s.rect(0, 38, 72, 3, R[4]).hline(0, 38, 72, R[5]).hline(0, 41, 72, R[0]).rect(6, 43, 60, 12, R[1]);
      for (const x of [3, 64])
        s.rect(x, 40, 5, 18, R[3])
          .vline(x, 40, 18, R[4])
          .vline(x + 4, 40, 18, R[1]);
      s.rect(32, 54, 3, 2, P.gold[3])
        .rect(37, 54, 3, 2, P.gold[3])
        .rect(8, 3, 14, 5, P.plum[3])
        .hline(8, 3, 14, P.plum[4])
        .hline(9, 7, 13, P.cream[4])
        .rect(12, 1, 12, 4, P.sage[3])
        .hline(12, 1, 12, P.sage[4]);
      s.hline(2, 58, 68, INK);
    },
    { base: 59, shadow: [2, -9, 74, 11], solid: [[0, -20, 72, 19]] },
  );
}

/** A sideboard with a record player, 62x44; the record turns. */
export function recordPlayer(): Sprite {
  return makeSprite(
    'record-player',
    62,
    46,
    (s, frame) => {
      const R = P.walnut;
      s.rect(0, 14, 62, 28, R[3])
        .rect(0, 12, 62, 8, R[4])
        .hline(0, 12, 62, R[5])
        .hline(0, 20, 62, R[1])
        .vline(61, 20, 22, R[1])
        .vline(0, 13, 29, R[5]);
      for (const x of [3, 32]) {
        s.rect(x, 23, 27, 17, R[1]);
        const random = rng(x);
        for (let k = 2; k < 25; k += 2)
          s.rect(
            x + k,
            25 + Math.floor(random() * 3),
            2,
            15 - Math.floor(random() * 2),
            [P.clay, P.teal, P.ochre, P.plum, P.sage, P.blue][Math.floor(random() * 6)]?.[3] ?? P.sage[3],
          );
      }
      s.rect(4, 42, 3, 4, R[0]).rect(55, 42, 3, 4, R[0]);
      s.rr(8, 3, 30, 13, 2, P.oak[2])
        .hline(9, 3, 28, P.oak[4])
        .hline(9, 15, 28, P.oak[0])
        .ell(20, 9, 8, 4.6, P.stone[0])
        .ell(20, 9, 3, 1.7, P.clay[3])
        .px(20, 8, P.cream[5]);
      const glint = [
        [14, 8],
        [17, 6],
        [24, 7],
        [25, 10],
      ][frame] ?? [14, 8];
      s.hline(glint[0] ?? 14, glint[1] ?? 8, 3, P.steel[2])
        .line(34, 5, 28, 9, P.steel[4])
        .rect(33, 4, 3, 3, P.steel[3]);
      s.rr(44, 0, 13, 15, 2, R[1])
        .ell(50.5, 5, 3.5, 3.5, P.stone[1])
        .ell(50.5, 11, 2, 2, P.stone[1])
        .ell(50, 4.6, 1.4, 1.4, P.stone[3])
        .hline(45, 0, 11, R[3]);
    },
    { base: 45, shadow: [2, -8, 63, 10], frameCount: 4, frameMs: 220, solid: [[0, -16, 62, 15]] },
  );
}

/** An aquarium on a cabinet, 62x58, lit; the fish swim. */
export function aquarium(): Sprite {
  return makeSprite(
    'aquarium',
    62,
    60,
    (s, frame) => {
      const R = P.walnut;
      s.rect(2, 34, 58, 24, R[3])
        .hline(2, 34, 58, R[5])
        .vline(2, 35, 23, R[4])
        .vline(59, 35, 23, R[1])
        .vline(31, 37, 18, R[1])
        .rect(27, 45, 2, 3, P.gold[3])
        .rect(34, 45, 2, 3, P.gold[3])
        .hline(4, 57, 54, INK);
      s.rect(0, 4, 62, 30, P.water[2])
        .rect(2, 6, 58, 26, P.water[3])
        .rect(0, 0, 62, 5, P.steel[0])
        .hline(0, 0, 62, P.steel[2])
        .hline(2, 6, 58, P.water[5]);
      s.rect(2, 28, 58, 5, P.gravel[2]).hline(2, 28, 58, P.gravel[4]).ell(44, 27, 7, 4, P.stone[2]).ell(43, 26, 4, 2.4, P.stone[3]);
      for (const [x, h] of [
        [8, 14],
        [12, 10],
        [32, 12],
        [54, 16],
        [51, 9],
      ] as const)
        for (let k = 0; k < h; k++) s.px(x + Math.round(Math.sin(k / 2 + frame) * 1.1), 28 - k, k % 3 ? P.leaf[3] : P.leaf[4]);
      for (const [x, y, R2] of [
        [16 + frame * 2, 13, P.gold],
        [38 - frame * 2, 18, P.clay],
        [24 + frame, 22, P.blue],
      ] as const)
        s.rect(x, y, 5, 3, R2[3])
          .hline(x, y, 4, R2[4])
          .px(x - 1, y - 1, R2[2])
          .px(x - 1, y + 3, R2[2])
          .px(x + 4, y + 1, INK);
      for (let k = 0; k < 20; k++) s.px(6 + Math.floor(k * 0.5), 30 - k, WHITE, 0.4);
      s.vline(0, 5, 29, P.steel[3]).vline(61, 5, 29, P.steel[1]).hline(0, 33, 62, P.steel[1]);
    },
    { base: 59, shadow: [3, -8, 62, 10], frameCount: 3, frameMs: 480, glows: [[2, 6, 58, 26]], solid: [[1, -18, 60, 17]] },
  );
}

/** A printer on a cabinet, 40x48. */
export function printer(): Sprite {
  return makeSprite(
    'printer',
    40,
    50,
    (s) => {
      s.rect(2, 26, 36, 22, P.sage[2])
        .hline(2, 26, 36, P.sage[4])
        .vline(2, 27, 21, P.sage[3])
        .vline(37, 27, 21, P.sage[0])
        .vline(20, 28, 18, P.sage[1])
        .rect(16, 35, 2, 3, P.gold[3])
        .rect(22, 35, 2, 3, P.gold[3])
        .hline(3, 47, 34, INK);
      s.rr(0, 8, 40, 20, 3, P.stone[4])
        .rr(2, 4, 36, 10, 2, P.stone[5])
        .hline(4, 4, 32, WHITE)
        .rect(0, 16, 40, 2, P.stone[2])
        .rect(6, 19, 24, 5, P.stone[1])
        .rect(8, 20, 20, 6, P.cream[5])
        .hline(10, 22, 14, P.stone[3])
        .hline(10, 24, 10, P.stone[3]);
      s.rect(31, 9, 6, 5, P.teal[0])
        .hline(32, 11, 3, P.teal[4])
        .px(35, 20, P.leaf[3])
        .poly(
          [
            [10, 5],
            [28, 5],
            [25, 0],
            [13, 0],
          ],
          P.cream[5],
        )
        .hline(13, 0, 12, P.cream[4])
        .vline(39, 11, 15, P.stone[3]);
    },
    { base: 49, shadow: [2, -8, 42, 10], glows: [[31, 9, 6, 5]], solid: [[0, -18, 40, 17]] },
  );
}

/** A plinth with a sculpture, 26x58. */
export function sculpture(): Sprite {
  return makeSprite(
    'sculpture',
    26,
    60,
    (s) => {
      s.rect(3, 36, 20, 22, P.paver[3])
        .rect(1, 32, 24, 6, P.paver[4])
        .hline(1, 32, 24, P.paver[5])
        .vline(3, 38, 20, P.paver[5])
        .vline(22, 38, 20, P.paver[1])
        .hline(2, 57, 22, P.paver[0])
        .hline(1, 37, 24, P.paver[1])
        .rect(8, 44, 10, 5, P.gold[2])
        .hline(8, 44, 10, P.gold[4]);
      const R = P.velvet;
      s.ell(13, 25, 9, 8, R[3])
        .ell(13, 25, 4, 3.6, P.paver[2])
        .ell(12, 12, 7, 8, R[3])
        .ell(12.5, 12.5, 3, 3.8, P.paver[2])
        .ell(10, 8, 2.4, 3.4, R[5], 0.8)
        .ell(8, 22, 2.4, 3, R[5], 0.7)
        .line(18, 28, 20, 24, R[1])
        .line(17, 17, 18, 12, R[1])
        .ell(13, 3.5, 4, 3.4, R[4]);
    },
    { base: 58, shadow: [3, -8, 23, 10], solid: [[1, -12, 24, 11]] },
  );
}
