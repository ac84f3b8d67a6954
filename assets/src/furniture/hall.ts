// What stands in the auditorium: its seats, loudspeakers, a camera on a tripod, the sound desk.
import { blendRamps, mix } from '../pixels/colour.ts';
import { INK, P } from '../pixels/palette.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

/**
 * An auditorium seat seen from behind, 28x28. Variants: 0-1 plain in two tones, 2 a scarf over it, 3 a programme, 4 a jacket,
 * 5 a reserved sign. The sitter is drawn before it and cut off by it.
 */
export function hallSeat({ variant = 0 }: { variant?: number } = {}): Sprite {
  const kind = variant % 6;
  const R = blendRamps(P.blue, P.velvet, kind === 1 || kind === 3 ? 0.22 : 0.4);
  return makeSprite(
    `hall-seat-${kind}`,
    28,
    28,
    (s) => {
      s.rect(3, 22, 3, 5, INK)
        .rect(22, 22, 3, 5, INK)
        .rr(0, 10, 28, 13, 3, R[1])
        .rr(2, 1, 24, 21, 5, R[2])
        .rr(3, 2, 22, 17, 4, R[3])
        .hline(6, 1, 16, R[4])
        .vline(2, 5, 12, R[4])
        .hline(5, 18, 18, R[2]);
      s.vline(14, 4, 13, R[2], 0.5).hline(6, 15, 16, R[2], 0.6).vline(24, 6, 11, R[2]);
      for (const x of [0, 25]) s.rect(x, 10, 3, 9, P.walnut[3]).hline(x, 10, 3, P.walnut[5]).hline(x, 18, 3, P.walnut[1]);
      s.rect(12, 20, 4, 2, P.gold[3]);
      if (kind === 2)
        s.rect(7, 0, 5, 15, P.ochre[3])
          .vline(7, 0, 15, P.ochre[4])
          .vline(11, 1, 14, P.ochre[2])
          .hline(7, 13, 5, P.ochre[1])
          .hline(7, 4, 5, P.ochre[4]);
      if (kind === 3) s.rect(15, 5, 7, 9, P.cream[4]).hline(16, 7, 5, P.plum[3]).hline(16, 9, 4, P.stone[3]).hline(16, 11, 5, P.stone[3]);
      if (kind === 4)
        s.rr(4, 0, 20, 12, 3, P.sage[1])
          .rect(6, 4, 16, 11, P.sage[2])
          .vline(13, 3, 12, P.sage[1])
          .hline(7, 0, 14, P.sage[3])
          .vline(6, 5, 9, P.sage[3]);
      if (kind === 5) s.rect(9, 5, 10, 7, P.cream[5]).ell(14, 8.5, 2.5, 2.5, P.teal[2]).hline(9, 11, 10, P.cream[1]);
    },
    { base: 27, shadow: [1, -7, 29, 8], cut: 0, sitters: [{ dx: 14, feetDy: -9, depthDy: -1, clip: 46 }] },
  );
}

/** A loudspeaker tower, 26x64. */
export function speakerTower(): Sprite {
  return makeSprite(
    'speaker-tower',
    26,
    66,
    (s) => {
      s.rect(0, 8, 26, 56, P.stone[0])
        .rect(0, 0, 26, 10, P.stone[2])
        .hline(0, 0, 26, P.stone[3])
        .hline(0, 9, 26, P.stone[1])
        .vline(0, 10, 54, P.stone[2])
        .vline(25, 10, 54, INK);
      for (const [y, r] of [
        [20, 8],
        [40, 8],
        [56, 4.5],
      ] as const)
        s.ell(13, y, r + 1.5, r + 1.5, P.stone[1])
          .ell(13, y, r, r, P.steel[0])
          .ell(13, y, r * 0.6, r * 0.6, P.stone[1])
          .ell(12, y - 1, r * 0.28, r * 0.28, P.steel[2]);
      s.hline(2, 30, 22, P.stone[1]).rect(20, 61, 3, 1, P.leaf[3]).rect(1, 64, 5, 2, INK).rect(20, 64, 5, 2, INK);
    },
    { base: 65, shadow: [1, -8, 28, 10], glows: [[20, 61, 3, 1]], solid: [[0, -14, 26, 13]] },
  );
}

/** A camera on a tripod, seen from behind, 26x52. */
export function tripodCamera(): Sprite {
  return makeSprite(
    'tripod-camera',
    26,
    52,
    (s) => {
      s.line(13, 18, 4, 49, P.steel[0])
        .line(14, 18, 5, 49, P.steel[1])
        .line(13, 18, 22, 49, P.steel[0])
        .line(12, 18, 12, 46, P.steel[1])
        .line(13, 18, 13, 46, P.steel[2])
        .hline(8, 34, 10, P.steel[1]);
      s.rr(5, 4, 16, 14, 3, P.stone[1])
        .hline(7, 4, 12, P.stone[3])
        .rect(7, 7, 9, 7, P.teal[0])
        .rect(8, 8, 7, 5, P.sky[2])
        .rect(8, 11, 7, 2, P.oak[3])
        .rect(18, 7, 2, 2, P.leaf[3])
        .rect(9, 0, 8, 4, P.stone[0])
        .hline(9, 0, 8, P.stone[2]);
    },
    { base: 50, roundShadow: [3, -6, 22, 7], glows: [[7, 7, 9, 7]], solid: [[5, -8, 16, 7]] },
  );
}

/** The sound desk at the back of the hall, 72x46. */
export function soundDesk(): Sprite {
  return makeSprite(
    'sound-desk',
    72,
    46,
    (s) => {
      const R = P.walnut;
      s.rect(2, 24, 68, 20, R[1]).rect(2, 24, 68, 2, INK, 0.4);
      for (let x = 6; x < 68; x += 12) s.vline(x, 26, 17, R[0]).vline(x + 1, 26, 17, R[2]);
      s.rr(0, 4, 72, 22, 2, R[3]).hline(2, 4, 68, R[5]).vline(0, 6, 18, R[4]).rect(0, 23, 72, 3, R[2]).hline(0, 25, 72, R[0]);
      s.poly(
        [
          [6, 7],
          [50, 7],
          [52, 21],
          [4, 21],
        ],
        P.stone[0],
      ).hline(6, 7, 44, P.stone[2]);
      for (let k = 0; k < 10; k++) {
        const x = 8 + k * 4;
        s.vline(x, 12, 7, P.stone[1])
          .rect(x - 1, 13 + ((k * 5) % 5), 3, 2, k % 3 ? P.stone[4] : P.clay[3])
          .px(x, 9, [P.leaf[4], P.gold[3], P.teal[4]][k % 3] ?? P.gold[3]);
      }
      s.rect(54, 0, 15, 11, P.steel[1])
        .rect(55, 1, 13, 9, P.teal[0])
        .hline(57, 3, 7, P.teal[4])
        .hline(57, 5, 9, P.gold[3])
        .hline(57, 7, 5, P.plum[4])
        .rect(56, 12, 12, 3, P.steel[3]);
      s.hline(2, 43, 68, INK);
    },
    {
      base: 45,
      shadow: [2, -8, 74, 10],
      glows: [
        [55, 1, 13, 9],
        [8, 8, 38, 2],
      ],
      solid: [[0, -30, 72, 29]],
    },
  );
}

/** A row of hooks with coats on a stand, 40x58. */
export function coatRack(): Sprite {
  return makeSprite(
    'coat-rack',
    40,
    60,
    (s) => {
      for (const x of [2, 36])
        s.rect(x, 4, 2, 52, P.walnut[2])
          .vline(x, 4, 52, P.walnut[4])
          .rect(x - 2, 55, 6, 3, P.walnut[1]);
      s.rect(0, 4, 40, 3, P.walnut[3]).hline(0, 4, 40, P.walnut[5]).rect(2, 48, 36, 2, P.walnut[2]);
      [P.ochre, P.blue, P.sage].forEach((R, k) => {
        const x = 5 + k * 11;
        const h = 34 - k * 4;
        s.rr(x - 1, 9, 11, h, 4, R[2])
          .rr(x, 9, 9, h - 2, 3, R[3])
          .vline(x, 12, h - 6, R[4])
          .vline(x + 4, 12, h - 4, R[1])
          .hline(x + 3, 7, 3, P.steel[2])
          .vline(x + 8, 13, h - 8, R[2]);
      });
      s.rect(8, 50, 8, 5, P.clay[2])
        .hline(8, 50, 8, P.clay[4])
        .rr(22, 50, 10, 5, 2, mix(P.stone[1], INK, 0.2));
    },
    { base: 58, shadow: [1, -6, 41, 8], solid: [[0, -9, 40, 8]] },
  );
}

/** A stand of wet umbrellas, 16x34. */
export function umbrellaStand(): Sprite {
  return makeSprite(
    'umbrella-stand',
    16,
    34,
    (s) => {
      for (const [x, top, R] of [
        [4, 2, P.plum],
        [8, 0, P.ochre],
        [12, 4, P.teal],
      ] as const)
        s.rect(x - 1, top + 4, 3, 16, R[2])
          .vline(x - 1, top + 4, 16, R[3])
          .vline(x, top, 5, P.walnut[3])
          .px(x + 1, top, P.walnut[3]);
      s.rr(0, 16, 16, 17, 3, P.steel[1]).vline(1, 18, 12, P.steel[3]).vline(14, 18, 12, P.steel[0]).hline(1, 16, 14, P.steel[4]);
      for (let y = 20; y < 31; y += 4) s.hline(3, y, 10, P.steel[0]);
    },
    { base: 33, roundShadow: [1, -6, 18, 8], solid: [[1, -9, 14, 8]] },
  );
}
