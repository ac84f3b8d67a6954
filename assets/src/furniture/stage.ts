// The stage of the auditorium: boards, steps, ramps, curtain, the projection screen and the lectern.
import { mix } from '../pixels/colour.ts';
import { grain, soft } from '../pixels/form.ts';
import { BULB, INK, P, WHITE } from '../pixels/palette.ts';
import { hash } from '../pixels/random.ts';
import { makeSprite, mirrorSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

const STAGE_FRONT_PX = 18;
const STEPS_WIDTH_PX = 96;

/**
 * A raised stage, w wide, its boards `depth` px deep, a panelled front of 18 px with foot lights, and steps in the middle.
 * One walks ON it: it has no solid box of its own; block its front edge beside the steps. Draw it below everything on it.
 */
export function stage({ w, depth }: { w: number; depth: number }): Sprite {
  const h = depth + STAGE_FRONT_PX;
  const lights: [number, number, number, number][] = [];
  const stepsLeft = Math.floor(w / 2) - STEPS_WIDTH_PX / 2;
  for (let x = 20; x < w - 12; x += 40) if (x < stepsLeft - 8 || x > stepsLeft + STEPS_WIDTH_PX + 8) lights.push([x - 3, depth - 6, 7, 5]);
  return makeSprite(
    `stage-${w}x${depth}`,
    w,
    h,
    (s) => {
      const R = P.oak;
      const F = P.walnut;
      for (let y = 0; y < depth; y++) {
        const row = Math.floor(y / 8);
        for (let x = 0; x < w; x++) {
          const plank = Math.floor((x + hash(row, 5) * 84) / 84);
          const v = hash(row, plank, 11);
          let c = mix(R[3], v < 0.5 ? R[2] : R[4], Math.abs(v - 0.5) * 0.5);
          if (y % 8 === 7) c = mix(c, R[2], 0.55);
          else if (y % 8 === 0) c = mix(c, R[4], 0.4);
          s.px(x, y, c);
        }
      }
      grain(s, 4, 4, w - 8, depth - 8, R[2], 7, 0.3);
      // The boards darken towards the curtain and are lit in the middle.
      for (let y = 0; y < 26; y++) s.hline(0, y, w, INK, 0.3 * (1 - y / 26));
      soft(s, w / 2, depth * 0.58, w * 0.42, depth * 0.36, P.gold[5], 0.2, 5);
      // A dark border inlaid all round, and two marks of tape where one stands well.
      s.rect(6, depth - 14, w - 12, 2, F[2], 0.7)
        .rect(6, 8, 2, depth - 22, F[2], 0.7)
        .rect(w - 8, 8, 2, depth - 22, F[2], 0.7);
      for (const x of [w / 2 - 40, w / 2 + 40])
        s.hline(x - 4, Math.floor(depth * 0.6), 9, P.cream[4], 0.8).vline(x, Math.floor(depth * 0.6) - 4, 9, P.cream[4], 0.8);
      s.vline(0, 0, depth, R[5]).vline(w - 1, 0, depth, R[1]);
      // Front: lip of brass, framed panels of velvet.
      s.rect(0, depth - 4, w, 4, R[4])
        .hline(0, depth - 4, w, R[5])
        .hline(0, depth - 1, w, R[1])
        .rect(0, depth, w, STAGE_FRONT_PX, F[2])
        .hline(0, depth, w, P.gold[1])
        .hline(0, depth + 1, w, P.gold[3]);
      for (let x = 4; x < w - 8; x += 32) {
        s.rect(x, depth + 4, 28, 10, P.velvet[1])
          .hline(x, depth + 4, 28, P.velvet[0])
          .vline(x, depth + 4, 10, P.velvet[0])
          .hline(x, depth + 13, 28, F[4])
          .vline(x + 27, depth + 5, 9, F[3]);
        for (let q = x + 4; q < x + 26; q += 6) s.vline(q, depth + 5, 8, P.velvet[2], 0.8);
      }
      s.hline(0, h - 2, w, F[1]).hline(0, h - 1, w, INK);
      for (const [x, y] of lights)
        s.rr(x, y, 7, 6, 2, P.steel[1])
          .hline(x + 1, y, 5, P.steel[3])
          .rect(x + 1, y + 3, 5, 2, BULB);
      // Three steps with brass noses between two cheeks.
      const x = stepsLeft;
      s.rect(x, depth - 4, STEPS_WIDTH_PX, STAGE_FRONT_PX + 4, F[1]);
      for (let k = 0; k < 3; k++) {
        const y = depth - 4 + k * 7;
        s.rect(x + 5, y, STEPS_WIDTH_PX - 10, 5, mix(R[4], R[3], k * 0.3))
          .hline(x + 5, y, STEPS_WIDTH_PX - 10, P.gold[4])
          .rect(x + 5, y + 5, STEPS_WIDTH_PX - 10, 2, R[1]);
        s.rect(x + 34, y, 28, 5, P.plum[1], 0.85)
          .hline(x + 34, y, 28, P.gold[3])
          .rect(x + 34, y + 5, 28, 2, P.plum[0], 0.9);
      }
      for (const cx of [x, x + STEPS_WIDTH_PX - 6])
        s.rect(cx, depth - 6, 6, STAGE_FRONT_PX + 6, F[3])
          .hline(cx, depth - 6, 6, F[5])
          .vline(cx, depth - 6, STAGE_FRONT_PX + 5, F[4])
          .vline(cx + 5, depth - 5, STAGE_FRONT_PX + 4, F[1]);
    },
    { shadow: [2, -8, w + 3, 12], glows: lights.map(([x, y]) => [x + 1, y + 3, 5, 2] as const) },
  );
}

/** The wheelchair ramp beside the stage, 48x62: it climbs towards the stage, with rails. `side` = the side of the stage it lies on. */
export function stageRamp(side: 'left' | 'right'): Sprite {
  const left = makeSprite(
    'stage-ramp-left',
    48,
    66,
    (s) => {
      const R = P.oak;
      // Surface in bands from low (left, darker) to high (right, lighter).
      for (let x = 0; x < 48; x++) {
        const rise = Math.round((18 * x) / 47);
        const c = mix(R[2], R[4], 0.15 + (0.7 * x) / 47);
        s.vline(x, 26 - rise, 36, c)
          .vline(x, 62 - rise, rise + 2, P.velvet[1])
          .px(x, 26 - rise, R[5])
          .px(x, 61 - rise, P.gold[3])
          .px(x, 62 - rise, P.velvet[0]);
        if (x % 8 === 3) s.vline(x, 27 - rise, 33, P.walnut[2], 0.5).vline(x + 1, 27 - rise, 33, R[5], 0.35);
      }
      s.hline(0, 63, 48, INK, 0.8);
      const rail = (dy: number) => {
        for (const x of [3, 24, 44]) {
          const rise = Math.round((18 * x) / 47);
          s.rect(x, dy - rise - 14, 2, 15, P.steel[1]).vline(x, dy - rise - 14, 15, P.steel[3]);
        }
        s.line(1, dy - 14, 47, dy - 32, P.steel[4]).line(1, dy - 13, 47, dy - 31, P.steel[2]);
      };
      rail(30);
      rail(62);
    },
    { base: 64, shadow: [2, -6, 46, 8] },
  );
  return side === 'left' ? left : mirrorSprite(left, 'stage-ramp-right');
}

/** A velvet curtain, w wide, its folds and its tie-back; `drawn` = gathered to a narrow bundle. */
export function curtain({ w, h = 58 }: { w: number; h?: number }): Sprite {
  return makeSprite(`curtain-${w}x${h}`, w, h, (s) => {
    const R = P.velvet;
    for (let x = 0; x < w; x++) {
      const phase = (x % 14) / 14;
      const c =
        phase < 0.14
          ? R[0]
          : phase < 0.3
            ? R[1]
            : phase < 0.5
              ? R[2]
              : phase < 0.64
                ? R[4]
                : phase < 0.74
                  ? R[3]
                  : phase < 0.88
                    ? R[2]
                    : R[1];
      const length = h - (x % 14 < 2 || x % 14 > 12 ? 2 : 0);
      s.vline(x, 0, length, c).vline(x, 0, 6, mix(c, INK, 0.35));
    }
    s.hline(0, h - 5, w, P.gold[2], 0.8).hline(0, h - 4, w, P.gold[3], 0.8);
    const tie = Math.round(h * 0.6);
    s.rect(0, tie, w, 3, P.gold[3])
      .hline(0, tie, w, P.gold[5])
      .hline(0, tie + 2, w, P.gold[1]);
  });
}

/** The scalloped strip over the curtain, w x 18. */
export function valance(w: number): Sprite {
  return makeSprite(`valance-${w}`, w, 18, (s) => {
    const R = P.velvet;
    for (let x = 0; x < w; x++) {
      const t = (x % 28) / 28;
      const length = 8 + Math.round(Math.sin(t * Math.PI) * 7);
      s.vline(x, 0, length, t < 0.15 ? R[1] : t < 0.5 ? R[4] : t < 0.8 ? R[3] : R[2]).rect(x, length, 1, 2, P.gold[3]);
    }
    s.rect(0, 0, w, 4, R[1]).hline(0, 0, w, P.gold[4]).hline(0, 1, w, P.gold[2]);
  });
}

/** One of the lamps that hang before the valance, 11x13; `lean` to the side it points to. */
export function stageLamp(lean: -1 | 0 | 1): Sprite {
  return makeSprite(`stage-lamp-${lean}`, 11, 13, (s) => {
    const R = P.steel;
    s.rect(4, 0, 3, 3, R[0]).vline(5, 0, 3, R[2]);
    for (let y = 3; y < 10; y++) {
      const half = y < 5 ? 2 : y < 8 ? 3 : 4;
      const x = 5 + Math.round((lean * (y - 3)) / 6);
      s.hline(x - half, y, 2 * half + 1, R[0]).px(x - 1, y, R[2]);
    }
    const x = 5 + lean;
    s.hline(x - 4, 10, 9, INK)
      .hline(x - 3, 11, 7, P.gold[4])
      .hline(x - 2, 12, 5, BULB);
  });
}

/** The projection screen of the stage, w x h, lit. */
export function projectionScreen({ w = 236, h = 62 }: { w?: number; h?: number } = {}): Sprite {
  return makeSprite(
    `projection-screen-${w}x${h}`,
    w,
    h,
    (s) => {
      s.rect(0, 0, w, h, P.steel[0])
        .hline(0, 0, w, P.steel[2])
        .rect(2, 2, w - 4, h - 4, P.cream[5])
        .rect(12, 10, 70, 6, P.velvet[2])
        .rect(12, 20, 50, 3, P.stone[3]);
      [48, 40, 54, 32].forEach((length, k) => {
        s.rect(12, 30 + k * 7, 5, 3, P.ochre[3]).rect(20, 30 + k * 7, length, 3, P.stone[4]);
      });
      const left = w - 86;
      for (const [x, bar, c] of [
        [0, 14, P.teal[3]],
        [14, 22, P.ochre[3]],
        [28, 18, P.sage[3]],
        [42, 34, P.blue[3]],
        [56, 27, P.plum[3]],
      ] as const)
        s.rect(left + x, h - 10 - bar, 10, bar, c).vline(left + x, h - 10 - bar, bar, mix(c, WHITE, 0.4));
      s.hline(left - 6, h - 10, 76, P.stone[2]);
    },
    { outline: 0.6, glows: [[2, 2, w - 4, h - 4]] },
  );
}

/** The lectern with its microphone, 24x36. */
export function lectern(): Sprite {
  return makeSprite(
    'lectern',
    24,
    36,
    (s) => {
      const R = P.walnut;
      s.rect(6, 12, 12, 20, R[2])
        .vline(6, 12, 20, R[4])
        .vline(17, 12, 20, R[0])
        .rect(3, 30, 18, 4, R[1])
        .hline(3, 30, 18, R[3])
        .poly(
          [
            [1, 4],
            [23, 4],
            [24, 13],
            [0, 13],
          ],
          R[4],
        )
        .hline(1, 4, 22, R[5])
        .rect(0, 12, 24, 3, R[2]);
      s.rect(8, 5, 9, 6, P.cream[5])
        .hline(9, 7, 6, P.stone[3])
        .hline(9, 9, 5, P.stone[3])
        .line(19, 6, 20, 0, P.steel[0])
        .rect(19, 0, 3, 2, INK)
        .ell(12, 21, 3.5, 3.5, P.gold[3])
        .ell(11.5, 20.5, 2, 2, P.gold[4]);
    },
    { base: 34, shadow: [2, -5, 25, 7], solid: [[2, -9, 20, 8]] },
  );
}
