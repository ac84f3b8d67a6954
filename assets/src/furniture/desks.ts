// The desk workplaces: two rows back to back, each 62 px wide, with different screens and things lying about.
import type { Ramp } from '../pixels/colour.ts';
import { mix } from '../pixels/colour.ts';
import { grain } from '../pixels/form.ts';
import { BEZEL, INK, P, WHITE } from '../pixels/palette.ts';
import { pickFrom, rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';
import { books, duck, headset, keyboard, laptop, laptopBack, mug, papers, plate, potlet } from './tableware.ts';

export const DESK_WIDTH_PX = 62;

/** Table top 22 deep from row y, front 14 high. */
function deskBody(s: Surface, y: number, R: Ramp, seed: number): void {
  const w = DESK_WIDTH_PX;
  s.rect(1, y + 22, w - 2, 14, mix(P.walnut[0], INK, 0.3)).rect(1, y + 24, w - 2, 9, mix(P.walnut[1], P.walnut[0], 0.5));
  // A drawer unit on one side, alternating, so that a row of desks is not one row of legs.
  if (seed % 2) {
    s.rect(w - 19, y + 23, 13, 12, R[3])
      .vline(w - 19, y + 23, 12, R[4])
      .vline(w - 7, y + 23, 12, R[1]);
    for (const dy of [26, 30]) s.hline(w - 18, y + dy, 11, R[1]).rect(w - 14, y + dy - 2, 4, 1, P.gold[3]);
  }
  for (const x of [1, w - 6])
    s.rect(x, y + 22, 5, 15, R[2])
      .vline(x, y + 22, 15, R[3])
      .vline(x + 4, y + 22, 15, R[0]);
  s.rr(0, y, w, 23, 2, R[4]);
  grain(s, 2, y + 2, w - 5, 18, R[3], w + y + seed, 0.5);
  s.hline(2, y, w - 4, R[5]).vline(0, y + 2, 18, R[5]);
  s.rect(0, y + 20, w, 3, R[3])
    .hline(0, y + 22, w, R[1])
    .hline(0, y + 20, w, R[5], 0.5);
}

/** A 26x20 screen seen from the front; `seed` picks what is on it. */
function screenFront(s: Surface, x: number, y: number, seed: number): void {
  s.rect(x + 11, y + 16, 4, 3, P.steel[1]).rect(x + 7, y + 18, 12, 2, P.steel[2]);
  s.rr(x, y, 26, 17, 2, BEZEL).hline(x + 2, y, 22, P.steel[1]);
  const kind = seed % 5;
  const ground = pickFrom([P.teal[0], P.blue[0], P.steel[5], P.velvet[0], P.cream[5]], kind);
  s.rect(x + 2, y + 2, 22, 12, ground);
  const random = rng(seed * 77 + 3);
  if (kind === 2) {
    s.rect(x + 2, y + 2, 22, 2, P.clay[3]).rect(x + 4, y + 6, 7, 6, P.teal[3]);
    for (let j = 0; j < 3; j++) s.hline(x + 13, y + 6 + j * 2, 8 - j, P.stone[2]);
  } else if (kind === 4) {
    const bars = [3, 6, 4, 8, 6];
    bars.forEach((h, j) => {
      s.rect(x + 4 + j * 4, y + 13 - h, 3, h, pickFrom([P.teal[3], P.ochre[3], P.plum[3]], j + seed));
    });
    s.hline(x + 3, y + 3, 9, P.stone[2]);
  } else {
    for (let j = 0; j < 5; j++) {
      let at = x + 4 + (j === 0 || j === 4 ? 0 : 2 + Math.floor(random() * 2) * 2);
      for (let word = 0; word < 2 + Math.floor(random() * 2); word++) {
        const length = 2 + Math.floor(random() * 4);
        const c = pickFrom([P.teal[4], P.gold[3], P.plum[4], P.clay[4], P.sky[2]], random() * 5);
        if (at + length < x + 23) s.hline(at, y + 3 + j * 2, length, c);
        at += length + 1;
      }
    }
  }
  s.rect(x + 2, y + 2, 22, 1, WHITE, 0.18);
}

function screenBack(s: Surface, x: number, y: number): void {
  s.rr(x, y, 26, 16, 2, P.steel[1])
    .rect(x + 1, y + 1, 24, 1, P.steel[3])
    .rect(x + 9, y + 5, 8, 6, P.steel[0]);
  s.ell(x + 13, y + 8, 2, 2, P.steel[2])
    .rect(x + 11, y + 15, 4, 4, P.steel[2])
    .rect(x + 7, y + 18, 12, 2, P.steel[1])
    .hline(x + 7, y + 18, 12, P.steel[3]);
}

/** Things at the two ends of a table top whose rows are y..y+20. */
function clutter(s: Surface, y: number, seed: number): void {
  const left = seed % 6;
  if (left === 0) papers(s, 2, y + 5);
  else if (left === 1) mug(s, 5, y + 10, P.teal);
  else if (left === 2) books(s, 2, y + 6);
  else if (left === 3) headset(s, 4, y + 11);
  else if (left === 4) potlet(s, 3, y + 1, P.cream);
  else plate(s, 2, y + 9);
  const right = (seed * 5 + 2) % 7;
  if (right === 0) potlet(s, 50, y + 2, P.clay);
  else if (right === 1) mug(s, 51, y + 8, P.clay);
  else if (right === 2) duck(s, 52, y + 9);
  else if (right === 3)
    s.rect(50, y + 6, 8, 10, P.cream[5])
      .hline(51, y + 8, 5, P.stone[3])
      .hline(51, y + 10, 5, P.stone[3])
      .hline(51, y + 12, 3, P.stone[3]);
  else if (right === 4)
    s.rect(50, y + 8, 7, 9, P.plum[3])
      .hline(50, y + 8, 7, P.plum[4])
      .rect(51, y + 10, 5, 1, P.plum[5]);
  else if (right === 5) mug(s, 50, y + 9, P.ochre);
  else
    s.rect(50, y + 4, 9, 3, P.sage[2])
      .rect(51, y + 2, 2, 3, P.gold[3])
      .rect(54, y + 1, 2, 4, P.blue[3])
      .rect(50, y + 4, 9, 6, P.sage[3])
      .hline(50, y + 4, 9, P.sage[4]);
}

export interface DeskOptions {
  /** Any whole number: screen contents, things on the table, drawers. */
  variant?: number;
  wood?: 'oak' | 'walnut' | 'cream';
}

/**
 * The near desk of a pair: its sitter has a chair in front of it and looks up. Base line = foot of the desk.
 * A desk pair: far desk's base line, and this one 25 px further down.
 */
export function deskNear({ variant = 0, wood = 'oak' }: DeskOptions = {}): Sprite {
  const setup = variant % 4;
  const glows =
    setup === 3
      ? [[21, 18, 16, 7] as const]
      : setup === 2
        ? ([
            [8, 4, 22, 12],
            [34, 4, 22, 12],
          ] as const)
        : [[20, 4, 22, 12] as const];
  return makeSprite(
    `desk-near-${wood}-${variant}`,
    DESK_WIDTH_PX,
    50,
    (s) => {
      deskBody(s, 12, P[wood], variant);
      if (setup === 3) {
        laptop(s, 20, 17, variant % 8 < 4 ? P.teal : P.plum);
      } else if (setup === 2) {
        s.rect(12, 27, 38, 2, P.walnut[2], 0.25);
        screenFront(s, 6, 2, variant);
        screenFront(s, 32, 2, variant + 2);
        keyboard(s, 18, 26);
        mug(s, 51, 24, P.sage);
        return;
      } else {
        s.rect(16, 27, 32, 2, P.walnut[2], 0.25);
        screenFront(s, 18, 2, variant);
        keyboard(s, 20, 26);
      }
      clutter(s, 12, variant);
    },
    { base: 49, shadow: [2, -14, 64, 16], glows, solid: [[0, -38, DESK_WIDTH_PX, 36]] },
  );
}

/** The far desk of a pair: its sitter sits behind and looks down, the screens show their backs. */
export function deskFar({ variant = 0, wood = 'oak' }: DeskOptions = {}): Sprite {
  return makeSprite(
    `desk-far-${wood}-${variant}`,
    DESK_WIDTH_PX,
    50,
    (s) => {
      deskBody(s, 12, P[wood], variant + 1);
      const setup = variant % 4;
      if (setup === 1) {
        laptopBack(s, 22, 13);
      } else if (setup === 3) {
        screenBack(s, 5, 5);
        screenBack(s, 31, 5);
        return;
      } else {
        s.rr(22, 15, 20, 4, 1, P.stone[4]).hline(22, 18, 20, P.stone[3]);
        screenBack(s, 18, 5);
      }
      clutter(s, 12, variant * 3 + 1);
    },
    { base: 49, shadow: [2, -14, 64, 16], solid: [[0, -38, DESK_WIDTH_PX, 36]] },
  );
}

/** A small lamp to stand on a desk between two workplaces. */
export function deskLamp(): Sprite {
  return makeSprite(
    'desk-lamp',
    14,
    20,
    (s) => {
      s.ell(7, 17, 5, 2.5, P.steel[0]).ell(7, 16.5, 4, 2, P.steel[2]).vline(7, 8, 9, P.steel[1]);
      s.poly(
        [
          [4, 1],
          [10, 1],
          [13, 8],
          [1, 8],
        ],
        P.ochre[3],
      ).poly(
        [
          [4, 1],
          [6, 1],
          [3, 8],
          [1, 8],
        ],
        P.ochre[4],
      );
      s.hline(2, 8, 10, P.gold[5]).hline(4, 9, 6, P.gold[5]);
    },
    { base: 19, glows: [[1, 5, 12, 5]] },
  );
}

/** Felt screen between the two rows of a desk pair, `tiles` tiles long; its foot stands on the far desk's back edge. */
export function deskDivider(tiles: number, fabric: keyof typeof P = 'sage'): Sprite {
  const w = tiles * 32 - 4;
  const R = P[fabric];
  return makeSprite(
    `desk-divider-${tiles}-${fabric}`,
    w,
    12,
    (s) => {
      s.rr(0, 0, w, 12, 2, R[2])
        .rect(1, 1, w - 2, 8, R[3])
        .hline(2, 0, w - 4, R[4])
        .hline(1, 10, w - 2, R[1]);
      for (let x = 30; x < w - 8; x += 32) s.vline(x, 1, 10, R[1]);
      [P.cream[5], P.ochre[4], P.plum[5], P.teal[4]].forEach((c, k) => {
        if (8 + k * 19 < w - 8) s.rect(8 + k * 19, 3, 4, 4, c);
      });
    },
    { outline: 0.6 },
  );
}
