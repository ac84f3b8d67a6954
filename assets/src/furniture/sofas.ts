// Sofas seen from all four sides; the sitter of every side stays visible.
import type { Ramp } from '../pixels/colour.ts';
import { cushion } from '../pixels/form.ts';
import { P } from '../pixels/palette.ts';
import type { Surface } from '../pixels/Surface.ts';
import type { Fabric } from './chairs.ts';
import { makeSprite, mirrorSprite } from './makeSprite.ts';
import type { Facing, SitterSpot, Sprite } from './Sprite.ts';

const feet = (s: Surface, xs: readonly number[], y: number): void => {
  for (const x of xs) s.rect(x, y, 4, 4, P.walnut[1]).vline(x, y, 4, P.walnut[2]);
};

function frontLeg(s: Surface, top: number, bottom: number): void {
  s.rect(27, top, 2, bottom - top, P.walnut[2]).vline(28, top, bottom - top, P.walnut[1]);
}

function pillow(s: Surface, x: number, y: number, R: Ramp): void {
  s.rr(x, y, 12, 11, 3, R[3])
    .hline(x + 3, y, 7, R[4])
    .hline(x + 2, y + 4, 8, R[2])
    .hline(x + 2, y + 8, 8, R[2]);
}

function throwBlanket(s: Surface, x: number, y: number, h: number): void {
  s.rect(x, y, 11, h, P.cream[3])
    .vline(x, y, h, P.cream[5])
    .vline(x + 10, y, h, P.cream[1]);
  for (let k = 2; k < h - 1; k += 4) s.hline(x, y + k, 11, P.clay[4], 0.7);
  for (let k = 0; k < 11; k += 2) s.px(x + k, y + h, P.cream[2]);
}

const seatsAlong = (tiles: number, spot: Omit<SitterSpot, 'dx'>): SitterSpot[] =>
  Array.from({ length: tiles }, (_, k) => ({ ...spot, dx: 14 + k * 32 + (tiles === 1 ? 0 : k === 0 ? 6 : k === tiles - 1 ? -6 : 0) }));

function sofaDown(tiles: number, R: Ramp, variant: number, name: string): Sprite {
  const w = tiles * 32 - 4;
  const seat = (w - 20) / tiles;
  return makeSprite(
    name,
    w,
    40,
    (s) => {
      feet(s, [4, w - 8], 36);
      s.rr(4, 0, w - 8, 24, 5, R[2])
        .hline(8, 0, w - 16, R[4])
        .rect(6, 1, w - 12, 2, R[3]);
      for (let k = 0; k < tiles; k++) cushion(s, Math.round(10 + k * seat), 4, Math.round(seat) - 1, 15, R, 3);
      s.rect(8, 19, w - 16, 18, R[2]);
      for (let k = 0; k < tiles; k++) cushion(s, Math.round(10 + k * seat), 18, Math.round(seat) - 1, 12, R, 4);
      s.rect(9, 30, w - 18, 6, R[2]).hline(9, 35, w - 18, R[1]);
      for (const x of [0, w - 12]) {
        s.rr(x, 9, 12, 28, 4, R[2])
          .rr(x + 1, 9, 10, 12, 4, R[3])
          .hline(x + 3, 9, 6, R[5])
          .vline(x + 1, 12, 8, R[4]);
        s.vline(x + 10, 16, 19, R[1]).hline(x + 1, 36, 10, R[1]);
      }
      if (variant % 3 === 1) throwBlanket(s, w - 26, 1, 17);
      else pillow(s, 14, 9, variant % 2 ? P.plum : P.ochre);
      if (tiles > 2) pillow(s, variant % 3 === 1 ? 14 : w - 27, 9, variant % 2 ? P.ochre : P.teal);
    },
    { base: 39, shadow: [2, -14, w + 3, 15], solid: [[0, -28, w, 12]], sitters: seatsAlong(tiles, { feetDy: -1, depthDy: 1 }) },
  );
}

function sofaUp(tiles: number, R: Ramp, variant: number, name: string): Sprite {
  const w = tiles * 32 - 4;
  const seat = (w - 20) / tiles;
  return makeSprite(
    name,
    w,
    42,
    (s) => {
      feet(s, [4, w - 8], 38);
      s.rect(8, 0, w - 16, 14, R[3]);
      for (let k = 0; k < tiles; k++) cushion(s, Math.round(10 + k * seat), 0, Math.round(seat) - 1, 14, R, 4);
      for (const x of [0, w - 12])
        s.rr(x, 2, 12, 20, 4, R[3])
          .hline(x + 3, 2, 6, R[5])
          .vline(x + 1, 5, 14, R[4]);
      s.rr(0, 12, w, 27, 5, R[2])
        .rr(0, 12, w, 8, 4, R[4])
        .hline(5, 12, w - 10, R[5])
        .rect(1, 19, w - 2, 2, R[3])
        .hline(2, 21, w - 4, R[1], 0.5);
      for (let k = 1; k < tiles; k++) s.vline(Math.round(10 + k * seat), 21, 15, R[1]);
      s.hline(4, 36, w - 8, R[1])
        .vline(w - 2, 20, 15, R[1])
        .vline(1, 20, 15, R[3]);
      if (variant % 3 === 2) throwBlanket(s, 12, 12, 16);
    },
    { base: 41, shadow: [2, -14, w + 3, 15], cut: 14, solid: [[0, -14, w, 12]], sitters: seatsAlong(tiles, { feetDy: -11, depthDy: -3 }) },
  );
}

function sofaRight(tiles: number, R: Ramp, variant: number, name: string): Sprite {
  const h = tiles * 30 + 14;
  const seat = (h - 32) / tiles;
  const pitch = tiles > 1 ? (h - 42) / (tiles - 1) : 0;
  return makeSprite(
    name,
    34,
    h,
    (s) => {
      feet(s, [4, 18], h - 4);
      s.rr(0, 0, 14, h - 4, 5, R[2])
        .rr(0, 0, 13, h - 14, 4, R[4])
        .hline(4, 0, 6, R[5])
        .vline(0, 5, h - 22, R[5])
        .vline(12, 6, h - 22, R[3]);
      s.rr(2, 1, 28, 12, 4, R[3])
        .rr(2, 1, 28, 8, 4, R[4])
        .hline(6, 1, 20, R[5])
        .rect(10, 12, 20, h - 26, R[2]);
      for (let k = 0; k < tiles; k++) cushion(s, 10, Math.round(13 + k * seat), 19, Math.round(seat) - 1, R, 4);
      s.rect(29, 15, 2, h - 32, R[2])
        .vline(30, 15, h - 32, R[1])
        .hline(12, h - 16, 18, R[1]);
      pillow(s, 11, variant % 2 ? Math.round(15 + (tiles - 1) * seat) : 15, variant % 2 ? P.plum : P.ochre);
      // The near arm is low and short: the nearest sitter's shins hang free in front of it, beside a thin leg.
      frontLeg(s, h - 16, h - 1);
      s.rr(1, h - 16, 23, 13, 4, R[2])
        .rr(1, h - 16, 23, 6, 3, R[4])
        .hline(4, h - 16, 17, R[5])
        .hline(2, h - 10, 21, R[1], 0.5)
        .vline(22, h - 11, 6, R[1])
        .hline(4, h - 4, 17, R[1]);
    },
    {
      base: h - 1,
      shadow: [2, -h + 16, 30, h - 16],
      cut: h - 16,
      solid: [[0, -h + 16, 14, h - 18]],
      sitters: Array.from({ length: tiles }, (_, k) => ({
        dx: 20,
        feetDy: Math.round(-h + 36 + k * pitch),
        depthDy: -3 - (tiles - 1 - k),
      })),
    },
  );
}

/** A sofa of `tiles` places. Facing up or sideways it is cut. Sideways it is tiles * 30 + 14 px tall. */
export function sofa({
  facing,
  tiles,
  fabric = 'sage',
  variant = 0,
}: {
  facing: Facing;
  tiles: number;
  fabric?: Fabric;
  variant?: number;
}): Sprite {
  const R = P[fabric];
  const name = `sofa-${facing}-${tiles}-${fabric}-${variant % 6}`;
  switch (facing) {
    case 'down':
      return sofaDown(tiles, R, variant, name);
    case 'up':
      return sofaUp(tiles, R, variant, name);
    case 'right':
      return sofaRight(tiles, R, variant, name);
    case 'left':
      return mirrorSprite(sofaRight(tiles, R, variant, name), name);
  }
}

/** An armchair, 36-40 px wide. Facing up or sideways it is cut; sideways the near arm is low and the legs hang free. */
export function armchair({ facing, fabric = 'teal' }: { facing: Facing; fabric?: Fabric }): Sprite {
  const R = P[fabric];
  const name = `armchair-${facing}-${fabric}`;
  if (facing === 'down') {
    return makeSprite(
      name,
      40,
      39,
      (s) => {
        feet(s, [4, 32], 35);
        s.rr(3, 0, 34, 24, 6, R[2]).rr(5, 1, 30, 14, 5, R[3]).hline(9, 0, 22, R[4]).rect(8, 18, 24, 17, R[2]);
        cushion(s, 9, 15, 22, 13, R, 4);
        s.hline(8, 34, 24, R[1]);
        for (const x of [0, 30]) {
          s.rr(x, 10, 10, 26, 4, R[2])
            .rr(x + 1, 10, 8, 11, 3, R[3])
            .hline(x + 3, 10, 4, R[5])
            .vline(x + 1, 13, 6, R[4])
            .vline(x + 9, 15, 17, R[1]);
        }
      },
      { base: 38, shadow: [2, -13, 42, 15], solid: [[0, -28, 40, 12]], sitters: [{ dx: 20, feetDy: -1, depthDy: 1 }] },
    );
  }
  if (facing === 'up') {
    return makeSprite(
      name,
      38,
      38,
      (s) => {
        feet(s, [3, 31], 34);
        for (const x of [0, 28])
          s.rr(x, 2, 10, 22, 4, R[3])
            .hline(x + 2, 2, 6, R[5])
            .vline(x, 6, 14, R[4]);
        cushion(s, 9, 2, 20, 12, R, 4);
        s.rr(2, 10, 34, 26, 6, R[2]).rr(2, 10, 34, 8, 4, R[4]).hline(7, 10, 24, R[5]).rect(4, 17, 30, 2, R[3]);
        s.vline(18, 20, 13, R[1]).hline(6, 33, 26, R[1]).vline(34, 20, 12, R[1]).vline(3, 19, 12, R[3]);
      },
      { base: 37, shadow: [2, -13, 40, 14], cut: 12, solid: [[0, -13, 38, 11]], sitters: [{ dx: 19, feetDy: -9, depthDy: -3 }] },
    );
  }
  const right = makeSprite(
    `armchair-right-${fabric}`,
    34,
    40,
    (s) => {
      feet(s, [4, 18], 36);
      s.rr(0, 0, 14, 36, 5, R[2]).rr(0, 0, 13, 26, 4, R[4]).hline(4, 0, 6, R[5]).vline(0, 5, 18, R[5]).vline(12, 6, 16, R[3]);
      s.rr(3, 4, 26, 9, 4, R[3]).rr(3, 4, 26, 6, 3, R[4]).hline(6, 4, 20, R[5]).rect(9, 12, 20, 12, R[2]);
      // The cushion juts out 5 px over the low near arm: there the shins hang free.
      cushion(s, 10, 12, 20, 13, R, 4);
      frontLeg(s, 25, 39);
      s.hline(12, 25, 17, R[1]).rect(9, 24, 16, 3, R[2]);
      s.rr(1, 25, 23, 12, 4, R[2])
        .rr(1, 25, 23, 6, 3, R[4])
        .hline(4, 25, 17, R[5])
        .hline(2, 31, 21, R[1], 0.5)
        .vline(22, 30, 5, R[1])
        .hline(4, 36, 17, R[1]);
    },
    { base: 39, shadow: [3, -16, 30, 17], cut: 25, solid: [[0, -18, 14, 16]], sitters: [{ dx: 20, feetDy: -4, depthDy: -5 }] },
  );
  return facing === 'right' ? right : mirrorSprite(right, name);
}
