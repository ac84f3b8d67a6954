// Everything that gives light in the evening: pendants, floor lamps, wall lamps, lanterns, strings of bulbs.
import { mix } from '../pixels/colour.ts';
import { BULB, P } from '../pixels/palette.ts';
import type { Fabric } from './chairs.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

/**
 * A lamp that hangs from a ceiling rose on a short rod, 26x30: nothing ends in the air. Base line = bottom of the shade; place it over
 * the far edge of a table, never where a face would be. Fades near people.
 */
export function pendant({ fabric = 'ochre', shape = 'cone' }: { fabric?: Fabric; shape?: 'cone' | 'dome' | 'globe' } = {}): Sprite {
  const R = P[fabric];
  return makeSprite(
    `pendant-${shape}-${fabric}`,
    26,
    32,
    (s) => {
      s.ell(13, 2.5, 6, 2.5, P.walnut[2]).ell(12.5, 2, 4.5, 1.6, P.walnut[4]).vline(12, 4, 9, P.walnut[1]).vline(13, 4, 9, P.walnut[2]);
      if (shape === 'globe') {
        s.rect(10, 12, 6, 3, P.gold[2])
          .hline(10, 12, 6, P.gold[4])
          .ell(13, 22, 9, 8.5, P.gold[4])
          .ell(13, 22, 8, 7.5, P.gold[5])
          .ell(11, 20, 4, 3.6, BULB)
          .ell(13, 27, 5, 2, P.gold[4]);
        return;
      }
      if (shape === 'dome')
        s.ell(13, 25, 12, 13, R[3]).clear(0, 26, 26, 6).ell(10, 19, 6, 6, R[4], 0.5).vline(23, 20, 5, R[2]).vline(22, 18, 7, R[2]);
      else
        s.poly(
          [
            [9, 13],
            [17, 13],
            [25, 25],
            [1, 25],
          ],
          R[3],
        )
          .poly(
            [
              [9, 13],
              [11, 13],
              [6, 25],
              [1, 25],
            ],
            R[4],
          )
          .poly(
            [
              [16, 13],
              [17, 13],
              [25, 25],
              [20, 25],
            ],
            R[2],
          );
      s.rect(1, 25, 24, 2, P.gold[3]).hline(1, 25, 24, P.gold[4]).rect(7, 27, 12, 2, BULB).rect(10, 29, 6, 1, BULB);
    },
    {
      base: 30,
      fades: true,
      glows:
        shape === 'globe'
          ? [
              [7, 15, 12, 15],
              [5, 18, 16, 9],
            ]
          : [
              [1, 25, 24, 2],
              [7, 27, 12, 3],
            ],
    },
  );
}

/** A standing lamp with a cloth shade: 0 straight, 22x62; 1 with an arched neck, 34x62. */
export function floorLamp({ variant = 0 }: { variant?: number } = {}): Sprite {
  const isArched = variant % 2 === 1;
  const top = isArched ? 7 : 0;
  return makeSprite(
    `floor-lamp-${isArched ? 1 : 0}`,
    isArched ? 34 : 22,
    62,
    (s) => {
      const cx = isArched ? 26 : 11;
      if (isArched) {
        s.rect(cx, 10, 2, 48, P.steel[1]).vline(cx, 10, 48, P.steel[3]);
        s.line(cx, 10, 23, 4, P.steel[3])
          .line(cx + 1, 10, 24, 4, P.steel[1])
          .line(23, 4, 17, 1, P.steel[3])
          .line(24, 4, 18, 2, P.steel[1])
          .line(17, 1, 12, 2, P.steel[3])
          .line(17, 2, 12, 3, P.steel[1])
          .vline(11, 3, 5, P.steel[1]);
      } else s.rect(10, 16, 2, 42, P.steel[1]).vline(10, 16, 42, P.steel[3]);
      s.ell(cx, 58, 7, 3, P.steel[0]).ell(cx, 57, 6, 2, P.steel[1]);
      s.poly(
        [
          [6, top],
          [16, top],
          [21, top + 16],
          [1, top + 16],
        ],
        P.gold[4],
      ).poly(
        [
          [6, top],
          [9, top],
          [6, top + 16],
          [1, top + 16],
        ],
        P.gold[5],
      );
      s.poly(
        [
          [14, top],
          [16, top],
          [21, top + 16],
          [17, top + 16],
        ],
        P.gold[3],
      ).hline(1, top + 15, 20, P.gold[3]);
    },
    {
      base: 60,
      roundShadow: [isArched ? 19 : 4, -7, 18, 8],
      glows: [
        [6, top, 10, 6],
        [4, top + 6, 14, 5],
        [2, top + 11, 18, 5],
      ],
      solid: [[isArched ? 20 : 5, -8, 12, 7]],
    },
  );
}

/** A lamp on a wall face, 10x14. */
export function sconce(): Sprite {
  return makeSprite(
    'sconce',
    10,
    14,
    (s) => {
      s.rect(3, 8, 4, 6, P.gold[2])
        .vline(3, 8, 6, P.gold[3])
        .poly(
          [
            [1, 8],
            [9, 8],
            [7, 1],
            [3, 1],
          ],
          P.gold[4],
        )
        .rect(3, 2, 2, 6, P.gold[5]);
    },
    { outline: 0.6, glows: [[2, 1, 6, 7]] },
  );
}

/** A lantern on a post, 14x46. */
export function lantern(): Sprite {
  return makeSprite(
    'lantern',
    14,
    46,
    (s) => {
      s.rect(6, 14, 2, 30, P.walnut[0])
        .vline(6, 14, 30, P.walnut[2])
        .rect(3, 43, 8, 3, P.walnut[0])
        .hline(3, 43, 8, P.walnut[2])
        .rect(2, 3, 10, 11, P.walnut[1])
        .rect(4, 5, 6, 8, P.gold[4])
        .rect(4, 5, 2, 8, P.gold[5]);
      s.rect(1, 2, 12, 2, P.walnut[2]).rect(5, 0, 4, 2, P.walnut[2]).hline(1, 2, 12, P.walnut[3]);
    },
    { base: 45, roundShadow: [3, -5, 12, 6], glows: [[4, 5, 6, 8]], solid: [[3, -6, 8, 5]] },
  );
}

/** A low garden light beside a path, 10x20. */
export function pathLight(): Sprite {
  return makeSprite(
    'path-light',
    10,
    20,
    (s) => {
      s.rect(4, 8, 2, 11, P.walnut[1])
        .rect(2, 3, 6, 6, P.gold[4])
        .vline(2, 3, 6, P.gold[5])
        .rect(0, 1, 10, 3, P.walnut[2])
        .hline(1, 1, 8, P.walnut[4]);
    },
    { base: 19, roundShadow: [1, -4, 10, 5], glows: [[2, 4, 6, 5]] },
  );
}

/** A pole for a string of bulbs, 8x66. */
export function lightPole(): Sprite {
  return makeSprite(
    'light-pole',
    10,
    66,
    (s) => {
      s.rect(4, 2, 3, 60, P.walnut[2])
        .vline(4, 2, 60, P.walnut[4])
        .vline(6, 2, 60, P.walnut[1])
        .rect(3, 0, 5, 3, P.gold[3])
        .rr(0, 58, 10, 8, 2, P.paver[2])
        .hline(1, 58, 8, P.paver[4])
        .hline(1, 65, 8, P.paver[0]);
    },
    { base: 65, roundShadow: [0, -6, 13, 7], solid: [[0, -8, 10, 7]] },
  );
}

/** A slack string of bulbs, w wide and 18 tall: both ends at row 1. Fades near people. */
export function stringLights({ w, sag = 9 }: { w: number; sag?: number }): Sprite {
  const rowAt = (x: number) => Math.round(1 + Math.sin((x / w) * Math.PI) * sag);
  const bulbs: number[] = [];
  for (let x = 7; x < w - 4; x += 14) bulbs.push(x);
  return makeSprite(
    `string-lights-${w}-${sag}`,
    w,
    sag + 9,
    (s) => {
      bulbs.forEach((x, k) => {
        const y = rowAt(x);
        s.rect(x - 1, y + 2, 3, 3, k % 3 === 1 ? P.gold[3] : P.gold[4])
          .px(x, y + 5, P.gold[4])
          .px(x - 1, y + 2, BULB);
      });
    },
    {
      base: sag + 9,
      outline: 0.45,
      fades: true,
      after: (s) => {
        for (let x = 0; x < w; x++) s.px(x, rowAt(x), P.walnut[1]);
        for (const x of bulbs) s.px(x, rowAt(x) + 1, P.walnut[0]);
      },
      glows: bulbs.map((x) => [x - 1, rowAt(x) + 2, 3, 4] as const),
    },
  );
}

/** A candle in a glass, 8x12, for tables outside. */
export function candle(): Sprite {
  return makeSprite(
    'candle',
    8,
    12,
    (s) => {
      s.rect(1, 4, 6, 8, mix(P.sky[3], P.cream[4], 0.5), 0.85)
        .rect(2, 7, 4, 5, P.cream[5])
        .rect(3, 3, 2, 4, P.gold[3])
        .px(3, 2, BULB)
        .px(4, 5, BULB);
    },
    { glows: [[1, 1, 6, 8]] },
  );
}
