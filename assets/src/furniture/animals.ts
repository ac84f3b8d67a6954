// Small life: the parrot Echo on its perch, a cat asleep, sparrows, ducks, a butterfly.
import { P } from '../pixels/palette.ts';
import { makeSprite, mirrorSprite } from './makeSprite.ts';
import type { Sprite } from './Sprite.ts';

/** Echo the parrot on a perch, 24x46; it blinks and bobs. */
export function parrot(): Sprite {
  return makeSprite(
    'parrot',
    24,
    48,
    (s, frame) => {
      const bob = frame === 2 ? 1 : 0;
      s.rect(11, 16, 2, 28, P.walnut[2])
        .vline(11, 16, 28, P.walnut[4])
        .ell(12, 45, 7, 2.5, P.walnut[1])
        .ell(12, 44.5, 6, 2, P.walnut[3])
        .rect(3, 15, 18, 2, P.walnut[3])
        .hline(3, 15, 18, P.walnut[5])
        .rect(2, 11, 4, 5, P.gold[2])
        .hline(2, 11, 4, P.gold[4]);
      s.rect(11, 13, 3, 8, P.teal[2])
        .vline(13, 13, 9, P.blue[3])
        .ell(12, 9 + bob, 4.5, 5.5, P.leaf[3])
        .ell(10.5, 8 + bob, 2.6, 3.8, P.leaf[4])
        .line(15, 8 + bob, 13, 14, P.leaf[2]);
      s.ell(12.5, 3.5 + bob, 3.6, 3.2, P.leaf[4])
        .hline(11, bob, 3, P.gold[3])
        .rect(16, 3 + bob, 2, 3, P.gold[2])
        .px(16, 3 + bob, P.gold[4])
        .px(13, 3 + bob, frame === 1 ? P.leaf[2] : P.stone[0])
        .px(12, 4 + bob, P.cream[4]);
    },
    { base: 46, roundShadow: [5, -4, 16, 6], frameCount: 3, frameMs: 900, solid: [[6, -6, 12, 5]] },
  );
}

/** A cat asleep, 26x16; its side rises and falls. */
export function sleepingCat({ fur = 'ochre' }: { fur?: 'ochre' | 'clay' | 'stone' | 'cream' } = {}): Sprite {
  const R = P[fur];
  return makeSprite(
    `sleeping-cat-${fur}`,
    28,
    17,
    (s, frame) => {
      const breath = frame ? 0.7 : 0;
      s.ell(14, 10.5 - breath / 2, 12, 5.5 + breath, R[3])
        .ell(13, 9 - breath, 9, 3.6, R[4])
        .ell(15, 13, 10, 3, R[2]);
      s.line(25, 11, 20, 15, R[2]).line(24, 13, 14, 16, R[3]).hline(9, 15, 8, R[3]).px(8, 15, P.cream[4]);
      for (const x of [11, 15, 19]) s.line(x, 6, x + 1, 9, R[2], 0.8);
      s.ell(6, 9, 4.8, 4, R[3])
        .ell(5.5, 8, 3.4, 2.6, R[4])
        .poly(
          [
            [2, 7],
            [2, 3],
            [5, 6],
          ],
          R[3],
        )
        .poly(
          [
            [7, 6],
            [10, 3],
            [10, 7],
          ],
          R[3],
        )
        .px(3, 5, P.clay[5])
        .px(9, 5, P.clay[5]);
      s.hline(3, 9, 2, R[0]).hline(7, 9, 2, R[0]).px(6, 11, P.clay[2]);
    },
    { base: 16, roundShadow: [2, -6, 27, 8], frameCount: 2, frameMs: 1400 },
  );
}

/** A sparrow on the ground, 10x9, that pecks. */
export function sparrow({
  facing = 'right',
  plumage = 'walnut',
}: {
  facing?: 'left' | 'right';
  plumage?: 'walnut' | 'stone';
} = {}): Sprite {
  const R = P[plumage];
  const right = makeSprite(
    `sparrow-right-${plumage}`,
    12,
    10,
    (s, frame) => {
      s.px(5, 8, P.oak[2])
        .px(7, 8, P.oak[2])
        .px(5, 9, P.oak[2])
        .px(7, 9, P.oak[2])
        .ell(5.5, 5.5, 4, 2.8, R[4])
        .ell(5, 4.5, 3.4, 1.8, R[3])
        .line(0, 4, 3, 5, R[2])
        .hline(3, 5, 4, R[2]);
      if (frame === 1) s.ell(9, 6.5, 2, 2, R[3]).px(10, 8, P.gold[2]).px(9, 6, P.stone[0]);
      else s.ell(8.5, 3, 2.2, 2.2, R[3]).px(8, 1, R[2]).px(11, 3, P.gold[2]).px(9, 2, P.stone[0]).px(7, 4, P.cream[3]);
    },
    { base: 10, roundShadow: [1, -2, 11, 4], frameCount: 3, frameMs: 420 },
  );
  return facing === 'right' ? right : mirrorSprite(right, `sparrow-left-${plumage}`);
}

/** A duck on the pond, 22x16, with its wake. */
export function pondDuck({
  facing = 'right',
  plumage = 'cream',
}: {
  facing?: 'left' | 'right';
  plumage?: 'cream' | 'walnut';
} = {}): Sprite {
  const R = P[plumage];
  const right = makeSprite(
    `pond-duck-right-${plumage}`,
    22,
    16,
    (s, frame) => {
      s.ell(9, 10, 8, 4, R[3])
        .ell(8, 9, 6.4, 2.6, R[4])
        .poly(
          [
            [0, 6],
            [4, 8],
            [2, 11],
          ],
          R[2],
        )
        .hline(5, 10, 7, R[2])
        .rect(13, 4, 3, 6, R[3]);
      s.ell(15.5, 3.5, 3.4, 3.2, plumage === 'cream' ? R[4] : P.leaf[2])
        .rect(18, 4, 3, 2, P.gold[2])
        .px(16, 2, P.stone[0]);
      s.hline(1 + frame, 14, 17 - frame, P.water[4], 0.9).hline(4 + frame, 15, 9, P.water[5], 0.7);
    },
    { base: 14, outline: 0.6, frameCount: 2, frameMs: 700 },
  );
  return facing === 'right' ? right : mirrorSprite(right, `pond-duck-left-${plumage}`);
}

/** A butterfly, 9x8, beating its wings over flowers. */
export function butterfly({ colour = 'gold' }: { colour?: 'gold' | 'plum' | 'cream' } = {}): Sprite {
  const R = P[colour];
  return makeSprite(
    `butterfly-${colour}`,
    9,
    8,
    (s, frame) => {
      const w = frame ? 2 : 4;
      s.poly(
        [
          [4, 4],
          [4 - w, 0],
          [4 - w, 4],
        ],
        R[4],
      )
        .poly(
          [
            [5, 4],
            [5 + w, 0],
            [5 + w, 4],
          ],
          R[3],
        )
        .rect(5 - w, 4, w, 2, R[3])
        .rect(5, 4, Math.max(1, w - 1), 2, R[2])
        .vline(4, 2, 5, P.walnut[1]);
    },
    { outline: 0.5, frameCount: 2, frameMs: 240 },
  );
}
