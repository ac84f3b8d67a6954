// Climbing green for facades.
import { makeSprite } from '../furniture/makeSprite.ts';
import type { Sprite } from '../furniture/Sprite.ts';
import { P } from '../pixels/palette.ts';
import { rng } from '../pixels/random.ts';

/** Ivy that climbs a facade or hangs from a cap, w x h px; thins out towards the bottom. */
export function ivy({ w, h = 24, seed = 0 }: { w: number; h?: number; seed?: number }): Sprite {
  return makeSprite(
    `ivy-${w}x${h}-${seed}`,
    w,
    h,
    (s) => {
      const random = rng(seed * 19 + w);
      for (let k = 0; k < (w * h) / 16; k++) {
        const t = random();
        const x = random() * (w - 5);
        const reach = h * (0.45 + 0.5 * Math.abs(Math.sin((x + seed * 9) / 11)));
        const y = t * t * reach;
        const tone = y < 4 ? 4 : random() < 0.5 ? 3 : 2;
        const c = tone === 4 ? P.olive[3] : tone === 3 ? P.leaf[3] : P.leaf[2];
        s.rect(x, y, 3, 2, c)
          .px(x + 1, y + 2, c)
          .px(x, y, tone > 2 ? P.leaf[4] : P.leaf[3]);
      }
    },
    { outline: 0.55 },
  );
}
