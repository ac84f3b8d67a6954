// Things to read and write on, and pictures: whiteboards, screens, the notice board, posters, the clock, a chalkboard.
import { mix } from '../pixels/colour.ts';
import { INK, P, WHITE } from '../pixels/palette.ts';
import { pickFrom, rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

function drawWhiteboard(s: Surface, w: number, h: number, variant: number): void {
  s.rr(0, 0, w, h - 2, 2, P.steel[3])
    .rect(2, 2, w - 4, h - 6, P.steel[5])
    .hline(2, 2, w - 4, P.steel[4])
    .rect(4, h - 4, w - 8, 3, P.steel[2])
    .hline(4, h - 4, w - 8, P.steel[4]);
  s.rect(8, h - 5, 5, 1, P.clay[3])
    .rect(15, h - 5, 5, 1, P.blue[2])
    .rect(22, h - 5, 4, 1, P.leaf[2]);
  const notes = [P.gold[4], P.clay[4], P.teal[4], P.gold[4], P.plum[4]];
  notes.forEach((c, k) => {
    const x = 6 + (k % 3) * 7;
    const y = 6 + Math.floor(k / 3) * 7;
    s.rect(x, y, 5, 5, c).hline(x + 1, y + 2, 3, mix(c, INK, 0.4));
  });
  if (variant % 2 === 0) {
    s.line(32, 20, 38, 16, P.blue[2])
      .line(38, 16, 43, 18, P.blue[2])
      .line(43, 18, 53, 8, P.blue[2])
      .line(53, 8, 50, 8, P.blue[2])
      .line(53, 8, 53, 11, P.blue[2]);
    s.hline(32, 22, 22, P.stone[2]).vline(31, 7, 16, P.stone[2]);
  } else {
    for (const [x, y] of [
      [32, 7],
      [46, 7],
      [39, 17],
    ] as const)
      s.rr(x, y, 10, 6, 1, P.steel[3])
        .rect(x + 1, y + 1, 8, 4, P.steel[5])
        .hline(x + 3, y + 3, 5, P.teal[2]);
    s.line(37, 13, 42, 16, P.stone[2]).line(50, 13, 46, 16, P.stone[2]);
  }
  for (let x = 62; x + 30 < w; x += 36) {
    s.hline(x, 7, 22, P.blue[2]);
    for (let k = 0; k < 3; k++) s.rect(x, 11 + k * 4, 2, 2, P.clay[3]).hline(x + 5, 12 + k * 4, 18 - k * 4, P.stone[2]);
  }
}

/** A whiteboard for a wall face. */
export function whiteboard({ w = 60, h = 34, variant = 0 }: { w?: number; h?: number; variant?: number } = {}): Sprite {
  return makeSprite(`whiteboard-${w}x${h}-${variant % 2}`, w, h, (s) => drawWhiteboard(s, w, h, variant), { outline: 0.6 });
}

/** A whiteboard on wheels, 64x58. */
export function boardOnWheels({ variant = 0 }: { variant?: number } = {}): Sprite {
  return makeSprite(
    `board-on-wheels-${variant % 2}`,
    64,
    58,
    (s) => {
      for (const x of [6, 55]) s.rect(x, 34, 3, 20, P.steel[2]).vline(x, 34, 20, P.steel[4]);
      for (const x of [2, 51])
        s.rect(x, 53, 11, 2, P.steel[1])
          .rect(x, 55, 2, 2, INK)
          .rect(x + 9, 55, 2, 2, INK);
      s.hline(9, 46, 46, P.steel[1]);
      drawWhiteboard(s, 60, 36, variant);
    },
    { base: 57, shadow: [4, -5, 60, 6], solid: [[2, -9, 60, 8]] },
  );
}

function drawTv(s: Surface, w: number, variant: number): void {
  s.rr(0, 0, w, 36, 2, P.steel[0])
    .rect(2, 2, w - 4, 30, P.teal[0])
    .rect(2, 2, w - 4, 2, P.teal[1]);
  if (variant % 2) {
    s.rect(8, 8, Math.floor(w * 0.3), 3, P.gold[4]);
    [6, 12, 9, 17, 14].forEach((h, k) => {
      s.rect(8 + k * 9, 29 - h, 6, h, pickFrom([P.teal[3], P.plum[3], P.ochre[3]], k)).vline(8 + k * 9, 29 - h, h, P.steel[4], 0.5);
    });
  } else {
    s.rect(8, 8, Math.floor(w * 0.4), 3, P.teal[4])
      .rect(8, 14, Math.floor(w * 0.5), 2, P.steel[3])
      .rect(8, 19, Math.floor(w * 0.45), 2, P.steel[3])
      .rect(8, 24, Math.floor(w * 0.35), 2, P.steel[3]);
  }
  s.ell(w - 16, 17, 9, 9, P.gold[3])
    .ell(w - 16, 17, 5, 5, P.teal[0])
    .poly(
      [
        [w - 16, 17],
        [w - 16, 7],
        [w - 6, 12],
      ],
      P.clay[3],
    );
}

/** A screen on a wall, `tiles` tiles. */
export function wallScreen({ tiles = 3, variant = 0 }: { tiles?: number; variant?: number } = {}): Sprite {
  const w = tiles * 32 - 10;
  return makeSprite(`wall-screen-${tiles}-${variant % 2}`, w, 36, (s) => drawTv(s, w, variant), {
    outline: 0.6,
    glows: [[2, 2, w - 4, 30]],
  });
}

/** A screen on a stand, 54x58. */
export function screenOnStand({ variant = 0 }: { variant?: number } = {}): Sprite {
  return makeSprite(
    `screen-on-stand-${variant % 2}`,
    56,
    58,
    (s) => {
      for (const x of [10, 43]) s.rect(x, 30, 3, 24, P.steel[2]).vline(x, 30, 24, P.steel[4]);
      for (const x of [4, 38]) s.rect(x, 54, 14, 2, P.steel[1]);
      drawTv(s, 56, variant);
    },
    { base: 56, shadow: [3, -5, 54, 6], glows: [[2, 2, 52, 30]], solid: [[4, -8, 48, 7]] },
  );
}

/** The notice board on two legs, `tiles` tiles: asks and offers of the house. */
export function noticeBoard({ tiles = 3 }: { tiles?: number } = {}): Sprite {
  const w = tiles * 32 - 2;
  return makeSprite(
    `notice-board-${tiles}`,
    w + 4,
    66,
    (s) => {
      for (const x of [6, w - 6]) s.rect(x, 36, 4, 28, P.walnut[1]).vline(x, 36, 28, P.walnut[3]);
      s.rr(2, 6, w, 46, 3, P.walnut[3])
        .hline(4, 6, w - 4, P.walnut[5])
        .rect(5, 10, w - 6, 38, mix(P.ochre[3], P.oak[3], 0.5))
        .hline(5, 10, w - 6, P.ochre[1]);
      s.poly(
        [
          [0, 7],
          [w + 4, 7],
          [w - 2, 0],
          [6, 0],
        ],
        P.walnut[3],
      )
        .hline(6, 0, w - 8, P.walnut[5])
        .rect(0, 6, w + 4, 3, P.walnut[1])
        .hline(0, 6, w + 4, P.walnut[4]);
      const random = rng(23);
      const papers = [P.cream[5], P.ochre[4], P.teal[4], P.cream[4], P.plum[5], P.sage[4], P.blue[5]] as const;
      for (let j = 0; j < 2; j++) {
        for (let k = 0; k < tiles * 2; k++) {
          const x = 8 + Math.floor((k * (w - 14)) / (tiles * 2));
          const y = 13 + j * 18 + Math.floor(random() * 3);
          const pw = 11 + Math.floor(random() * 3);
          const ph = 13 + Math.floor(random() * 3);
          const c = pickFrom(papers, random() * 7);
          s.rect(x + 1, y + 1, pw, ph, INK, 0.25).rect(x, y, pw, ph, c);
          for (let q = 3; q < ph - 2; q += 3) s.hline(x + 2, y + q, pw - 4 - (q % 2), mix(c, INK, 0.45));
          s.rect(x + Math.floor(pw / 2), y - 1, 2, 2, pickFrom([P.clay[2], P.teal[2], P.gold[2]], k + j));
        }
      }
    },
    { base: 64, shadow: [5, -5, w, 6], solid: [[4, -9, w - 4, 8]] },
  );
}

/** A framed picture for a wall, 18x22; six motifs. */
export function poster(motif = 0): Sprite {
  const kind = motif % 6;
  const [A, B] = pickFrom(
    [
      [P.clay, P.gold],
      [P.teal, P.cream],
      [P.blue, P.clay],
      [P.plum, P.gold],
      [P.sage, P.plum],
      [P.ochre, P.teal],
    ] as const,
    kind,
  );
  return makeSprite(
    `poster-${kind}`,
    18,
    22,
    (s) => {
      s.rect(0, 0, 18, 22, P.walnut[3]).hline(0, 0, 18, P.walnut[5]).vline(17, 1, 21, P.walnut[1]).rect(2, 2, 14, 18, A[4]);
      if (kind === 0) s.ell(9, 9, 5, 5, B[3]).rect(2, 13, 14, 7, A[2]).hline(4, 15, 10, A[3]).hline(3, 17, 6, A[3]);
      else if (kind === 1)
        s.poly(
          [
            [2, 20],
            [8, 8],
            [12, 14],
            [14, 11],
            [16, 16],
            [16, 20],
          ],
          A[2],
        )
          .poly(
            [
              [8, 8],
              [6, 12],
              [10, 12],
            ],
            B[4],
          )
          .ell(13, 6, 2, 2, P.gold[4]);
      else if (kind === 2)
        s.rr(5, 8, 8, 8, 2, B[3])
          .rect(12, 10, 3, 1, B[3])
          .rect(14, 10, 1, 4, B[3])
          .rect(12, 13, 3, 1, B[3])
          .hline(6, 9, 6, B[4])
          .vline(7, 4, 3, A[2])
          .vline(10, 3, 4, A[2]);
      else if (kind === 3)
        for (let i = 0; i < 4; i++)
          s.ell(6 + (i % 2) * 6, 7 + Math.floor(i / 2) * 7, 2.5, 2.5, pickFrom([B[3], A[2], P.teal[3], P.clay[3]], i));
      else if (kind === 4)
        s.vline(9, 9, 11, P.leaf[2])
          .ell(6, 10, 3, 2, P.leaf[3])
          .ell(12, 12, 3, 2, P.leaf[2])
          .ell(9, 6, 3, 3, B[4])
          .ell(9, 6, 1, 1, P.gold[3]);
      else
        s.rect(4, 4, 6, 6, B[3])
          .rect(8, 8, 6, 9, A[2])
          .poly(
            [
              [4, 18],
              [9, 12],
              [9, 18],
            ],
            P.clay[3],
          )
          .ell(12, 6, 2, 2, P.cream[5]);
      s.hline(3, 3, 8, WHITE, 0.35);
    },
    { outline: 0.5 },
  );
}

/** The clock's face, 18x18; the scene draws its hands: pivot at surface pixel (11, 11). */
export function clock(): Sprite {
  return makeSprite(
    'clock',
    18,
    18,
    (s) => {
      s.ell(9, 9, 9, 9, P.walnut[2]).ell(9, 9, 8, 8, P.walnut[4]).ell(9, 9, 7, 7, P.cream[5]);
      for (const [x, y] of [
        [8, 3],
        [8, 14],
        [3, 8],
        [14, 8],
      ] as const)
        s.rect(x, y, y === 8 ? 1 : 2, y === 8 ? 2 : 1, P.walnut[1]);
    },
    { outline: 0.5 },
  );
}

/** A folding chalkboard, 26x36, with a cup or an arrow. */
export function chalkboard({ variant = 0 }: { variant?: number } = {}): Sprite {
  return makeSprite(
    `chalkboard-${variant % 2}`,
    26,
    36,
    (s) => {
      s.line(3, 4, 1, 34, P.oak[1])
        .line(22, 4, 24, 34, P.oak[1])
        .rect(2, 2, 22, 28, P.oak[3])
        .hline(2, 2, 22, P.oak[5])
        .vline(23, 3, 27, P.oak[1])
        .rect(4, 4, 18, 23, P.velvet[0]);
      if (variant % 2 === 0)
        s.rect(8, 10, 8, 6, P.cream[4])
          .rect(16, 11, 2, 1, P.cream[4])
          .rect(17, 12, 1, 2, P.cream[4])
          .rect(16, 14, 2, 1, P.cream[4])
          .px(10, 8, P.cream[3])
          .px(11, 7, P.cream[3])
          .px(14, 8, P.cream[3])
          .hline(7, 20, 11, P.clay[4])
          .hline(9, 23, 7, P.cream[3]);
      else
        s.hline(7, 9, 11, P.gold[4])
          .hline(8, 13, 9, P.cream[3])
          .hline(8, 16, 6, P.cream[3])
          .hline(7, 22, 8, P.teal[4])
          .line(13, 20, 16, 22, P.teal[4])
          .line(13, 24, 16, 22, P.teal[4]);
      s.rect(2, 30, 2, 5, P.oak[2]).rect(22, 30, 2, 5, P.oak[2]);
    },
    { base: 35, shadow: [2, -5, 26, 6], solid: [[1, -7, 24, 6]] },
  );
}
