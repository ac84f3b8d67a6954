// Places to sit outside: park benches seen from all sides, simple benches, a picnic blanket, parasols.
import type { Ramp } from '../pixels/colour.ts';
import { mix } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';
import type { Fabric } from './chairs.ts';
import { makeSprite, mirrorSprite } from './makeSprite.ts';
import type { Facing, Sprite } from './Sprite.ts';

function slat(s: Surface, x: number, y: number, w: number, h: number, R: Ramp): void {
  s.rect(x, y, w, h, R[3])
    .hline(x, y, w, R[5])
    .hline(x, y + h - 1, w, R[1]);
}

/** A park bench for two. Facing up it is cut; sideways it is 26x68. */
export function parkBench({ facing = 'down' }: { facing?: Facing } = {}): Sprite {
  const R = P.oak;
  if (facing === 'down' || facing === 'up') {
    const isBack = facing === 'up';
    return makeSprite(
      `park-bench-${facing}`,
      60,
      30,
      (s) => {
        for (const x of [4, 52]) s.rect(x, 14, 4, 15, P.steel[0]).vline(x, 14, 15, P.steel[1]);
        if (isBack) {
          s.rect(0, 2, 60, 8, R[4]).hline(0, 2, 60, R[5]).hline(0, 6, 60, R[2]);
          slat(s, 0, 11, 60, 5, R);
          slat(s, 0, 18, 60, 5, R);
          for (const x of [8, 49]) s.rect(x, 9, 3, 16, P.steel[1]).vline(x, 9, 16, P.steel[2]);
        } else {
          slat(s, 0, 0, 60, 5, R);
          slat(s, 0, 6, 60, 5, R);
          s.rect(0, 14, 60, 4, R[4]).hline(0, 14, 60, R[5]).rect(0, 18, 60, 4, R[3]).hline(0, 18, 60, R[4]).hline(0, 22, 60, R[1]);
        }
        for (const x of [1, 56]) s.rect(x, isBack ? 4 : 8, 3, 10, P.steel[1]).hline(x, isBack ? 4 : 8, 3, P.steel[3]);
      },
      {
        base: 29,
        shadow: [2, -8, 62, 9],
        ...(isBack ? { cut: 10 } : {}),
        solid: isBack ? [[0, -12, 60, 6]] : [[0, -16, 60, 6]],
        sitters: [18, 42].map((dx) => ({ dx, feetDy: isBack ? -6 : 2, depthDy: isBack ? -2 : 1 })),
      },
    );
  }
  const right = makeSprite(
    'park-bench-right',
    26,
    72,
    (s) => {
      for (const y of [18, 62])
        s.rect(3, y, 3, 8, P.steel[0])
          .rect(19, y, 3, 8, P.steel[0])
          .hline(3, y + 7, 19, P.steel[1], 0.8);
      s.rect(8, 14, 16, 50, R[3]);
      for (const x of [8, 13, 18])
        s.rect(x, 14, 4, 50, x === 8 ? R[4] : R[3])
          .vline(x, 14, 50, R[5])
          .vline(x + 3, 15, 49, R[2]);
      s.rect(8, 63, 16, 3, R[1]).hline(8, 14, 15, R[5]);
      s.rect(0, 2, 7, 54, R[4])
        .vline(0, 2, 54, R[5])
        .vline(3, 3, 53, R[2])
        .vline(6, 3, 53, R[1])
        .hline(0, 2, 7, R[5])
        .rect(0, 55, 7, 10, R[2])
        .hline(0, 64, 7, R[1]);
      for (const y of [8, 56])
        s.rect(5, y, 17, 3, P.steel[1])
          .hline(5, y, 17, P.steel[3])
          .rect(20, y + 2, 2, 8, P.steel[0]);
    },
    {
      base: 69,
      shadow: [2, -56, 24, 57],
      cut: 56,
      solid: [[0, -58, 10, 56]],
      sitters: [-34, -4].map((feetDy) => ({ dx: 20, feetDy, depthDy: feetDy === -4 ? -4 : -8 })),
    },
  );
  return facing === 'right' ? right : mirrorSprite(right, 'park-bench-left');
}

/** A plain bench of one or more tiles without a back: sit on it any way. `along` x, or y for the side view. */
export function plainBench({
  tiles = 1,
  along = 'x',
  wood = 'oak',
}: {
  tiles?: number;
  along?: 'x' | 'y';
  wood?: 'oak' | 'walnut';
} = {}): Sprite {
  const R = P[wood];
  if (along === 'x') {
    const w = tiles * 32 - 2;
    return makeSprite(
      `plain-bench-${tiles}-x-${wood}`,
      w,
      22,
      (s) => {
        for (const x of [3, w - 7]) s.rect(x, 10, 4, 11, R[1]).vline(x, 10, 11, R[2]);
        s.rr(0, 2, w, 11, 3, R[2])
          .rr(0, 1, w, 9, 3, R[4])
          .hline(3, 1, w - 6, R[5])
          .hline(2, 5, w - 4, R[3])
          .hline(2, 11, w - 4, R[1]);
      },
      {
        base: 21,
        shadow: [2, -6, w + 1, 7],
        sitters: Array.from({ length: tiles }, (_, k) => ({ dx: 15 + k * 32, feetDy: 1, depthDy: 1 })),
      },
    );
  }
  const h = tiles * 32 - 2;
  return makeSprite(
    `plain-bench-${tiles}-y-${wood}`,
    20,
    h + 6,
    (s) => {
      for (const x of [2, 14]) s.rect(x, h - 4, 4, 9, R[1]).vline(x, h - 4, 9, R[2]);
      s.rr(0, 0, 20, h, 3, R[4])
        .hline(3, 0, 14, R[5])
        .vline(0, 3, h - 8, R[5])
        .vline(6, 2, h - 6, R[3])
        .vline(13, 2, h - 6, R[3])
        .vline(19, 3, h - 7, R[2])
        .rect(0, h - 5, 20, 5, R[2])
        .hline(1, h - 1, 18, R[1]);
    },
    {
      base: h + 5,
      shadow: [2, -h + 6, 20, h - 5],
      sitters: Array.from({ length: tiles }, (_, k) => ({ dx: 10, feetDy: -h + 20 + k * 32, depthDy: 1 })),
    },
  );
}

/** A parasol over a table, 84x76: its canopy fades near people. Base line = its foot. */
export function parasol({ fabric = 'sage' }: { fabric?: Fabric } = {}): Sprite {
  const R = P[fabric];
  return makeSprite(
    `parasol-${fabric}`,
    84,
    82,
    (s) => {
      s.rect(41, 20, 2, 56, P.walnut[2]).vline(41, 20, 56, P.walnut[4]).ell(42, 77, 9, 3, P.steel[1]).ell(42, 76, 8, 2.2, P.steel[2]);
      s.ell(42, 17, 42, 16, R[2]).ell(42, 15, 42, 14.5, R[3]);
      for (let k = 0; k < 8; k++) {
        const from = (k * Math.PI) / 4;
        const to = from + Math.PI / 4;
        const middle = (from + to) / 2;
        const at = (a: number): [number, number] => [42 + Math.cos(a) * 41.5, 15 + Math.sin(a) * 14.3];
        const base = k % 2 ? P.cream[3] : R[3];
        // Each panel has its own light: bright towards the top left.
        const light = Math.cos(middle - (-Math.PI * 3) / 4);
        s.poly([[42, 6], at(from), at(middle), at(to)], light > 0 ? mix(base, P.cream[5], light * 0.3) : mix(base, R[1], -light * 0.22));
      }
      for (let x = 2; x < 82; x += 6)
        s.rect(x, 21 + Math.round(Math.sqrt(Math.max(0, 1 - ((x - 42) / 42) ** 2)) * 9), 4, 3, x % 12 < 6 ? R[2] : P.cream[2]);
      s.rect(41, 0, 2, 7, P.walnut[1]).rect(40, 0, 4, 2, P.gold[3]);
    },
    { base: 79, fades: true, roundShadow: [14, -14, 64, 20], solid: [[36, -6, 12, 6]] },
  );
}

/** A picnic blanket with a basket, 84x54, flat. */
export function picnicBlanket({ colour = 'clay' }: { colour?: 'clay' | 'blue' | 'ochre' } = {}): Sprite {
  const s = new Surface(84, 54);
  const A = P[colour];
  for (let y = 0; y < 54; y++) {
    for (let x = 0; x < 84; x++) {
      const i = Math.floor((x + Math.sin(y / 9) * 1.5) / 8) % 2;
      const j = Math.floor(y / 7) % 2;
      s.px(x, y, mix(i && j ? A[3] : i || j ? A[4] : P.cream[4], P.cream[2], 0.3));
    }
  }
  s.clear(0, 0, 2, 1).clear(82, 0, 2, 1).clear(0, 53, 2, 1).clear(82, 53, 2, 1);
  for (let x = 1; x < 83; x += 3) s.px(x, 53, A[2]).px(x, 0, A[2]);
  s.ell(24, 30, 9, 5, A[1], 0.3).rr(12, 16, 22, 14, 3, P.oak[2]).rect(12, 16, 22, 5, P.oak[4]).hline(13, 16, 20, P.oak[5]);
  for (let x = 14; x < 33; x += 4) s.vline(x, 22, 7, P.oak[1]);
  s.line(14, 16, 23, 8, P.oak[3]).line(31, 16, 23, 8, P.oak[2]);
  s.ell(54, 32, 8, 4.6, P.cream[2])
    .ell(54, 31, 8, 4.6, P.cream[5])
    .ell(52, 30, 3, 2, P.clay[3])
    .ell(57, 31, 3, 2, P.leaf[3])
    .rect(66, 18, 5, 9, P.sky[3])
    .vline(66, 18, 9, P.sky[5])
    .rect(67, 15, 3, 3, P.sage[2]);
  return { name: `picnic-blanket-${colour}`, surface: s.outline(0.4), originX: 42, baseY: 54, shadows: [], glows: [], flat: true };
}
