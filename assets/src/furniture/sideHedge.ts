// The hedge along the sides of the map, seen along its length.
import { blendRamps } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { pickFrom, rng } from '../pixels/random.ts';
import { makeSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

const LEAVES = blendRamps(P.leaf, P.olive, 0.3);

/** A hedge that runs north-south, 34 wide and `tiles` * 32 + 18 tall; put several of them end to end, 32 px per tile. */
export function sideHedge({ tiles, seed = 0 }: { tiles: number; seed?: number }): Sprite {
  const h = tiles * 32 + 18;
  return makeSprite(
    `side-hedge-${tiles}-${seed}`,
    34,
    h,
    (s) => {
      const R = LEAVES;
      const random = rng(seed * 5 + tiles * 7 + 2);
      s.rr(0, 0, 34, h - 2, 6, R[1]);
      for (let k = 0; k < 12; k++) s.ell(4 + random() * 26, h - 12 + random() * 7, 4, 3.4, k % 2 ? R[2] : R[1]);
      s.rr(1, 1, 32, h - 18, 6, R[3]).rect(28, 8, 5, h - 28, R[2]);
      for (let k = 0; k < tiles * 40; k++) {
        const x = 4 + random() * 25;
        const tone = x > 23 ? 2 : k % 2 ? 4 : 3;
        s.ell(x, 5 + random() * (h - 26), 3.6, 3, R[tone]);
      }
      for (let k = 0; k < tiles * 16; k++) s.hline(3 + random() * 18, 4 + random() * (h - 26), 2, R[5]);
      if (seed % 3 === 1)
        for (let k = 0; k < tiles * 3; k++)
          s.rect(4 + random() * 26, 5 + random() * (h - 20), 2, 2, pickFrom([P.cream[4], P.plum[5], P.cream[5]], k));
      s.hline(3, h - 3, 28, R[0]);
    },
    { base: h - 2, outline: 0.6, shadow: [3, -h + 14, 34, h - 12], solid: [[0, -h + 16, 34, h - 17]] },
  );
}
