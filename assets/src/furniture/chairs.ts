// Chairs, office chairs and stools. A seat facing away is cut: its back rest is drawn in front of the sitter.
import { P } from '../pixels/palette.ts';
import { makeSprite, mirrorSprite } from './makeSprite.ts';
import type { Facing, Sprite } from './Sprite.ts';

/** Ramps that furniture may be covered with. Never red. */
export type Fabric = 'ochre' | 'teal' | 'sage' | 'plum' | 'blue' | 'velvet' | 'cream' | 'clay';
export type Wood = 'oak' | 'walnut';

/** A wooden dining chair with a cushion. The sitter looks `facing`; facing up is cut. */
export function chair({ facing, fabric = 'ochre', wood = 'oak' }: { facing: Facing; fabric?: Fabric; wood?: Wood }): Sprite {
  const R = P[fabric];
  const W = P[wood];
  const name = `chair-${facing}-${fabric}-${wood}`;
  const ground = { roundShadow: [0, -8, 22, 10] as const };
  if (facing === 'down') {
    return makeSprite(
      name,
      20,
      32,
      (s) => {
        s.rect(2, 20, 3, 11, W[2]).rect(15, 20, 3, 11, W[1]).rr(1, 2, 18, 15, 3, W[2]).rr(1, 1, 18, 5, 2, W[3]).hline(3, 1, 14, W[5]);
        for (const x of [5, 9, 13]) s.rect(x, 6, 2, 9, W[1]);
        s.rect(1, 24, 18, 2, W[1]).rr(0, 15, 20, 10, 3, R[2]).rr(0, 14, 20, 9, 3, R[3]).hline(3, 14, 13, R[4]).vline(0, 17, 4, R[4]);
      },
      { base: 31, ...ground, sitters: [{ dx: 10, feetDy: 2, depthDy: 1 }] },
    );
  }
  if (facing === 'up') {
    return makeSprite(
      name,
      20,
      32,
      (s) => {
        s.rect(2, 20, 3, 11, W[2]).rect(15, 20, 3, 11, W[1]).rr(0, 11, 20, 11, 3, R[2]).rr(0, 10, 20, 9, 3, R[3]).hline(3, 10, 13, R[4]);
        s.rr(1, 5, 18, 18, 3, W[2]).rr(1, 4, 18, 6, 2, W[4]).hline(3, 4, 14, W[5]).rect(2, 9, 16, 2, W[3]);
        for (const x of [4, 8, 12]) s.rect(x, 12, 3, 9, W[1]).vline(x, 12, 9, W[0]);
        s.hline(2, 22, 16, W[1]);
      },
      { base: 31, ...ground, cut: 8, sitters: [{ dx: 10, feetDy: -2, depthDy: -2 }] },
    );
  }
  const right = makeSprite(
    `chair-right-${fabric}-${wood}`,
    22,
    34,
    (s) => {
      s.rect(1, 22, 3, 11, W[1]).rect(17, 22, 3, 11, W[1]).rect(4, 18, 2, 11, W[1]).rect(14, 22, 2, 8, W[0]);
      s.rr(1, 16, 20, 9, 3, R[2]).rr(1, 15, 20, 8, 3, R[3]).hline(4, 15, 14, R[4]);
      s.rr(0, 1, 5, 23, 2, W[3]).vline(0, 3, 19, W[5]).vline(4, 3, 20, W[1]).hline(1, 1, 3, W[5]);
    },
    { base: 33, ...ground, sitters: [{ dx: 13, feetDy: -2, depthDy: 1 }] },
  );
  return facing === 'right' ? right : mirrorSprite(right, name);
}

/** A swivel chair at a desk. Facing up it is drawn wholly in front of its sitter (cut 0). */
export function officeChair({ facing, fabric = 'teal' }: { facing: Facing; fabric?: Fabric }): Sprite {
  const R = P[fabric];
  const name = `office-chair-${facing}-${fabric}`;
  const ground = { base: 29, roundShadow: [0, -7, 22, 10] as const };
  if (facing === 'up' || facing === 'down') {
    const isBack = facing === 'up';
    return makeSprite(
      name,
      20,
      30,
      (s) => {
        s.rect(9, 22, 3, 4, P.steel[0])
          .rect(4, 26, 13, 2, P.steel[0])
          .rect(3, 27, 3, 2, P.stone[0])
          .rect(15, 27, 3, 2, P.stone[0])
          .rect(9, 28, 3, 2, P.stone[0]);
        if (isBack) {
          s.rr(1, 14, 18, 8, 3, R[1]).rr(2, 2, 16, 18, 4, R[2]).rr(3, 3, 14, 14, 3, R[3]).hline(5, 2, 10, R[4]).vline(2, 5, 9, R[4]);
          s.hline(5, 15, 10, R[2]).vline(16, 6, 10, R[2]).rect(8, 16, 4, 6, P.steel[1]);
        } else {
          s.rr(2, 0, 16, 18, 4, R[1]).rr(3, 1, 14, 12, 3, R[2]).hline(5, 0, 10, R[3]).rr(1, 12, 18, 11, 3, R[3]).hline(3, 12, 14, R[4]);
          s.rect(1, 20, 18, 3, R[2]).rect(0, 11, 2, 8, P.steel[1]).rect(18, 11, 2, 8, P.steel[0]);
        }
      },
      {
        ...ground,
        ...(isBack ? { cut: 0, sitters: [{ dx: 10, feetDy: -7, depthDy: -1 }] } : { sitters: [{ dx: 10, feetDy: 4, depthDy: 2 }] }),
      },
    );
  }
  const right = makeSprite(
    `office-chair-right-${fabric}`,
    20,
    32,
    (s) => {
      s.rect(9, 23, 3, 5, P.steel[0]).rect(3, 28, 14, 2, P.steel[0]).rect(2, 29, 3, 2, P.stone[0]).rect(15, 29, 3, 2, P.stone[0]);
      s.rr(2, 15, 18, 9, 3, R[2])
        .rr(2, 14, 18, 8, 3, R[3])
        .hline(5, 14, 12, R[4])
        .rr(0, 0, 6, 21, 3, R[2])
        .vline(0, 3, 14, R[4])
        .vline(1, 2, 16, R[3]);
    },
    { ...ground, base: 31, sitters: [{ dx: 12, feetDy: -2, depthDy: 1 }] },
  );
  return facing === 'right' ? right : mirrorSprite(right, name);
}

/** A round stool: anybody may sit on it any way round. */
export function stool({ fabric = 'ochre' }: { fabric?: Fabric } = {}): Sprite {
  const R = P[fabric];
  return makeSprite(
    `stool-${fabric}`,
    18,
    22,
    (s) => {
      s.rect(3, 10, 3, 11, P.walnut[2]).rect(12, 10, 3, 11, P.walnut[1]).rect(8, 12, 2, 10, P.walnut[1]);
      s.ell(9, 8, 9, 6.5, R[1]).ell(9, 6.5, 9, 6.5, R[3]).ell(8, 5.5, 6, 4, R[4]);
    },
    { base: 21, roundShadow: [0, -7, 20, 9], sitters: [{ dx: 9, feetDy: 1, depthDy: 1 }] },
  );
}

/** A high bar stool for the counter and the standing tables. */
export function barStool({ fabric = 'ochre' }: { fabric?: Fabric } = {}): Sprite {
  const R = P[fabric];
  return makeSprite(
    `bar-stool-${fabric}`,
    16,
    30,
    (s) => {
      s.line(4, 9, 2, 28, P.steel[1])
        .line(11, 9, 13, 28, P.steel[0])
        .vline(7, 9, 20, P.steel[1])
        .vline(8, 9, 20, P.steel[0])
        .hline(3, 21, 10, P.gold[2])
        .hline(3, 20, 10, P.gold[4]);
      s.ell(8, 7.5, 8, 5, R[1]).ell(8, 6, 8, 5, R[3]).ell(7, 5, 5, 3, R[4]);
    },
    { base: 29, roundShadow: [0, -6, 18, 8], sitters: [{ dx: 8, feetDy: -5, depthDy: 1 }] },
  );
}

/** A soft cube or round cushion to sit on. */
export function pouf({ fabric = 'plum' }: { fabric?: Fabric } = {}): Sprite {
  const R = P[fabric];
  return makeSprite(
    `pouf-${fabric}`,
    26,
    22,
    (s) => {
      s.ell(13, 13.5, 13, 8, R[1])
        .rect(0, 8, 26, 6, R[2])
        .ell(13, 12, 13, 8, R[2])
        .ell(13, 8, 13, 7.5, R[3])
        .ell(12, 7, 10, 5.5, R[4], 0.6)
        .ell(13, 8, 1.5, 1.2, R[2]);
      for (const [x, y] of [
        [4, 5],
        [21, 5],
        [4, 11],
        [21, 11],
      ] as const)
        s.line(13, 8, x, y, R[3]);
      s.hline(7, 1, 11, R[5], 0.7).vline(8, 14, 5, R[1]).vline(18, 14, 5, R[1]);
    },
    { base: 21, roundShadow: [0, -8, 29, 10], sitters: [{ dx: 13, feetDy: 1, depthDy: 1 }] },
  );
}
