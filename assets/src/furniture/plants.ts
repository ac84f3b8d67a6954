// Plants in pots of eight kinds and in hanging bowls, so that no two stand side by side alike.
import type { Ramp } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import { crown, earth, leaf, pot } from './foliage.ts';
import { makeSprite, type SpriteOptions } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

export type PlantKind = 'agave' | 'snake' | 'bush' | 'olive' | 'monstera' | 'ficus' | 'palm' | 'fern';
export type PotColour = 'clay' | 'cream' | 'blue' | 'teal' | 'ochre' | 'sage';

interface Drawing {
  w: number;
  h: number;
  draw: (s: Surface, R: Ramp) => void;
  options: SpriteOptions;
}

function drawAgave(s: Surface, R: Ramp): void {
  pot(s, 20, 40, 18, 16, R);
  earth(s, 20, 41, 7);
  for (const [a, b, c, d, w, tone] of [
    [20, 40, 4, 30, 4, 1],
    [20, 40, 36, 30, 4, 1],
    [20, 38, 2, 18, 5, 2],
    [20, 38, 38, 17, 5, 2],
    [20, 36, 10, 6, 5, 2],
    [20, 36, 30, 5, 5, 2],
    [20, 38, 11, 24, 4, 3],
    [20, 38, 29, 23, 4, 3],
    [20, 34, 20, 2, 5, 3],
  ] as const)
    leaf(s, [a, b], [c, d], w, P.leaf, tone);
  s.rect(19, 30, 2, 10, P.leaf[1]);
}

function drawSnake(s: Surface, R: Ramp): void {
  pot(s, 12, 30, 15, 14, R);
  earth(s, 12, 31, 5.5);
  for (const [from, to, top, tone] of [
    [8, 3, 11, 1],
    [16, 21, 12, 1],
    [10, 7, 2, 2],
    [14, 17, 5, 2],
    [12, 12, 0, 3],
  ] as const) {
    const n = 32 - top;
    for (let k = 0; k <= n; k++) {
      const t = k / n;
      const half = t < 0.75 ? 2.4 : 2.4 * (1 - (t - 0.75) * 3.4);
      const x = Math.round(from + (to - from) * t - half);
      const y = 32 - k;
      const w = Math.max(1, Math.round(half * 2));
      s.hline(x, y, w, P.leaf[tone]);
      if (w < 3) continue;
      s.px(x, y, P.leaf[tone === 3 ? 5 : tone === 2 ? 4 : 3]).px(x + w - 1, y, P.leaf[tone === 3 ? 2 : tone === 2 ? 1 : 0]);
      if (k % 6 === 3) s.hline(x + 1, y, w - 2, P.leaf[tone === 3 ? 2 : tone === 2 ? 1 : 0]);
    }
  }
}

function drawOlive(s: Surface, R: Ramp): void {
  pot(s, 20, 50, 18, 16, R);
  earth(s, 20, 51, 7);
  s.rect(19, 26, 2, 25, P.walnut[3]).line(20, 36, 14, 24, P.walnut[2]).line(20, 38, 27, 26, P.walnut[2]);
  const random = rng(5);
  for (let layer = 0; layer < 4; layer++) {
    for (let k = 0; k < 34 - layer * 4; k++) {
      const a = random() * Math.PI * 2;
      const d = Math.sqrt(random());
      const x = 20 + Math.cos(a) * 15 * d - layer;
      const y = 18 + Math.sin(a) * 15 * d - layer * 1.4;
      const c = [P.olive[1], P.olive[2], P.olive[3], P.olive[4]][layer] ?? P.olive[2];
      const bend = k % 3;
      s.px(x, y, c)
        .px(x + 1, y, c)
        .px(x + 1, y + (bend === 0 ? 1 : bend === 1 ? -1 : 0), c)
        .px(x + 2, y + (bend === 0 ? 1 : bend === 1 ? -2 : 0), c);
    }
  }
}

function drawMonstera(s: Surface, R: Ramp): void {
  pot(s, 23, 38, 18, 14, R);
  earth(s, 23, 39, 7);
  const blade = (x: number, y: number, r: number, side: 1 | -1, tone: 1 | 2 | 3) => {
    const [dark, face, light] = (
      [
        [P.leaf[0], P.leaf[1], P.leaf[2]],
        [P.leaf[1], P.leaf[2], P.leaf[3]],
        [P.leaf[2], P.leaf[3], P.leaf[4]],
      ] as const
    )[tone - 1] ?? [P.leaf[1], P.leaf[2], P.leaf[3]];
    s.line(23, 38, x, y, P.leaf[1])
      .ell(x, y, r, r * 0.85, face)
      .ell(x - 1, y - 1, r * 0.75, r * 0.6, light);
    for (const q of [-0.5, 0.05, 0.6]) s.line(x, y + q * r * 0.5, x + side * r, y + q * r * 1.1 - 1, dark);
    s.line(x - side * r * 0.7, y, x + side * r * 0.9, y, dark).clear(Math.round(x + side * r) - 1, Math.round(y - 1), 2, 1);
  };
  blade(9, 30, 8, -1, 1);
  blade(38, 29, 8, 1, 1);
  blade(6, 17, 7, -1, 2);
  blade(40, 16, 8, 1, 2);
  blade(17, 11, 9, -1, 2);
  blade(31, 8, 8, 1, 3);
  blade(24, 22, 9, 1, 3);
}

function drawFicus(s: Surface, R: Ramp): void {
  pot(s, 22, 56, 18, 16, R);
  earth(s, 22, 57, 7);
  s.rect(20, 32, 2, 25, P.walnut[2]).rect(23, 34, 2, 22, P.walnut[3]).line(20, 44, 25, 38, P.walnut[2]);
  crown(s, 22, 21, 16, 15, P.leaf, 17, 30, 5.5);
}

function drawBush(s: Surface, R: Ramp): void {
  pot(s, 13, 21, 16, 14, R);
  const random = rng(44);
  for (let layer = 1; layer < 5; layer++) {
    for (let k = 0; k < 9 - layer; k++) {
      const a = random() * Math.PI * 2;
      const d = (5 - layer) * 2.1 * random();
      const c = [P.leaf[1], P.leaf[2], P.leaf[3], P.leaf[4]][layer - 1] ?? P.leaf[2];
      s.ell(13 + Math.cos(a) * d * 1.2 - layer * 0.4, 13 + Math.sin(a) * d - layer * 0.8, 4.2 - layer * 0.5, 3.8 - layer * 0.5, c);
    }
  }
}

function drawPalm(s: Surface, R: Ramp): void {
  pot(s, 24, 54, 18, 15, R);
  earth(s, 24, 55, 7);
  for (const [x, top] of [
    [21, 20],
    [27, 26],
  ] as const) {
    s.line(24, 54, x, top, P.walnut[3]).line(25, 54, x + 1, top, P.walnut[4]);
    const spread = [
      [-16, 14],
      [-17, 4],
      [-10, -8],
      [1, -11],
      [11, -7],
      [16, 5],
      [15, 14],
    ] as const;
    spread.forEach(([dx, dy], k) => {
      leaf(s, [x, top], [x + dx, top + dy], 2.6, P.leaf, k === 2 || k === 3 ? 3 : k === 0 || k === 6 ? 1 : 2);
    });
  }
}

function drawFern(s: Surface, R: Ramp): void {
  pot(s, 18, 25, 16, 13, R);
  earth(s, 18, 26, 6);
  // Fronds arch outwards from the middle, the far ones first.
  const fronds = [
    [-16, 4, 1],
    [16, 3, 1],
    [-9, -14, 1],
    [9, -14, 1],
    [-15, -5, 2],
    [15, -6, 2],
    [-4, -18, 2],
    [5, -17, 3],
    [-12, -11, 3],
    [12, -11, 2],
    [-8, 1, 3],
    [8, 0, 3],
    [0, -12, 3],
  ] as const;
  for (const [dx, dy, tone] of fronds) {
    const c = P.leaf[tone];
    const light = tone === 3 ? P.leaf[4] : tone === 2 ? P.leaf[3] : P.leaf[2];
    for (let k = 0; k <= 16; k++) {
      const u = k / 16;
      const x = 18 + dx * u;
      const y = 25 + dy * u - Math.sin(u * Math.PI) * 7;
      const half = Math.round(2.6 * Math.sin(Math.min(1, u + 0.15) * Math.PI * 0.94));
      s.px(x, y, c);
      if (k % 2) s.vline(x, y - half, half * 2 + 1, c).px(x, y - half, light);
    }
  }
}

const DRAWINGS: Record<PlantKind, Drawing> = {
  agave: { w: 40, h: 58, draw: drawAgave, options: { base: 56, rootedAt: 39, roundShadow: [8, -10, 28, 12], solid: [[8, -12, 24, 11]] } },
  snake: { w: 24, h: 46, draw: drawSnake, options: { base: 44, rootedAt: 30, roundShadow: [3, -8, 20, 9], solid: [[3, -11, 18, 10]] } },
  bush: { w: 26, h: 36, draw: drawBush, options: { base: 35, rootedAt: 20, roundShadow: [4, -8, 22, 10], solid: [[4, -11, 18, 10]] } },
  olive: { w: 40, h: 68, draw: drawOlive, options: { base: 66, rootedAt: 34, roundShadow: [9, -9, 26, 10], solid: [[9, -12, 22, 11]] } },
  monstera: {
    w: 46,
    h: 54,
    draw: drawMonstera,
    options: { base: 52, rootedAt: 38, roundShadow: [10, -10, 30, 12], solid: [[11, -12, 24, 11]] },
  },
  ficus: { w: 44, h: 74, draw: drawFicus, options: { base: 72, rootedAt: 38, roundShadow: [9, -10, 30, 12], solid: [[11, -12, 22, 11]] } },
  palm: { w: 48, h: 71, draw: drawPalm, options: { base: 69, rootedAt: 42, roundShadow: [11, -10, 30, 12], solid: [[13, -12, 22, 11]] } },
  fern: { w: 36, h: 40, draw: drawFern, options: { base: 38, rootedAt: 26, roundShadow: [7, -8, 26, 10], solid: [[8, -11, 20, 10]] } },
};

/** A plant in a pot of any colour. */
export function plant({ kind, potColour = 'cream' }: { kind: PlantKind; potColour?: PotColour }): Sprite {
  const { w, h, draw, options } = DRAWINGS[kind];
  return makeSprite(`plant-${kind}-${potColour}`, w, h, (s) => draw(s, P[potColour]), options);
}

/** A bowl of trailing leaves to hang on a wall face, 28x36. */
export function hangingPlant(seed = 1): Sprite {
  return makeSprite(
    `hanging-plant-${seed}`,
    28,
    36,
    (s) => {
      s.vline(8, 0, 8, P.walnut[1])
        .vline(19, 0, 8, P.walnut[1])
        .rect(6, 8, 16, 9, P.cream[3])
        .hline(6, 8, 16, P.cream[5])
        .vline(21, 9, 8, P.cream[1]);
      const random = rng(seed * 7 + 3);
      for (let k = 0; k < 8; k++) {
        let x = 3 + k * 3;
        const length = 8 + Math.floor(random() * 16);
        for (let j = 0; j < length; j++) {
          s.px(x, 8 + j, P.leaf[2]);
          if (j % 3 === 0) s.px(x - 1, 8 + j, P.leaf[4]).px(x + 1, 9 + j, P.leaf[3]);
          if (random() < 0.2) x += random() < 0.5 ? 1 : -1;
        }
      }
      s.ell(14, 7, 10, 4, P.leaf[3]).ell(12, 6, 6, 2.5, P.leaf[4]);
    },
    { outline: 0.6 },
  );
}
