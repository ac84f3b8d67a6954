// What hangs in a wall: windows, door frames with their open leaf, awnings.
import { makeSprite, mirrorSprite } from '../furniture/makeSprite.ts';
import type { Sprite } from '../furniture/Sprite.ts';
import type { Ramp } from '../pixels/colour.ts';
import { mix } from '../pixels/colour.ts';
import { INK, P, WHITE } from '../pixels/palette.ts';
import { rng } from '../pixels/random.ts';

/** A window with a skyline that differs by seed; its bottom is 15-16 px above the foot of the wall. */
export function wallWindow(seed = 0, w = 50, h = 34): Sprite {
  return makeSprite(
    `window-${w}-${seed}`,
    w,
    h,
    (s) => {
      s.rr(0, 0, w, h - 3, 2, P.cream[4]);
      s.rect(0, h - 4, w, 4, P.oak[3])
        .hline(0, h - 4, w, P.oak[5])
        .hline(0, h - 1, w, P.oak[1]);
      const left = 3;
      const top = 3;
      const gw = w - 6;
      const gh = h - 9;
      for (let y = 0; y < gh; y++) s.hline(left, top + y, gw, mix(P.sky[1], P.sky[4], y / gh));
      const random = rng(w * 31 + 5 + seed * 977);
      for (let x = 0; x < gw; ) {
        const houseWidth = 4 + Math.floor(random() * 5);
        const houseHeight = 4 + Math.floor(random() * 7);
        s.rect(left + x, top + gh - 3 - houseHeight, Math.min(houseWidth, gw - x), houseHeight + 3, mix(P.sky[2], P.blue[3], 0.35));
        x += houseWidth + Math.floor(random() * 3);
      }
      for (let x = 0; x < gw; x += 5) {
        const r = 3 + Math.floor(random() * 2);
        for (let dy = -r; dy < 1; dy++) {
          for (let dx = -r; dx <= r; dx++) {
            const inside = dx * dx + dy * dy <= r * r && x + dx >= 0 && x + dx < gw;
            if (inside) s.px(left + x + dx, top + gh - 1 + dy, dy < -1 && dx < 1 ? P.leaf[4] : P.leaf[3]);
          }
        }
      }
      const cloud = (seed * 7) % 12;
      s.rect(left + 3 + cloud, top + 4 + (seed % 3), 7, 2, P.sky[5]).rect(left + 5 + cloud, top + 3 + (seed % 3), 4, 1, P.sky[5]);
      s.rect(left + gw - 18 + ((seed * 5) % 9), top + 7, 8, 2, P.sky[4]);
      const middle = Math.floor(w / 2);
      s.rect(middle - 1, top, 2, gh, P.cream[4]).vline(middle + 1, top, gh, P.cream[1]);
      s.hline(left, top + 10, gw, P.cream[4]).hline(left, top + 11, gw, mix(P.sky[1], P.cream[1], 0.5));
      s.hline(left, top, gw, mix(P.sky[0], P.blue[2], 0.3)).vline(left, top, gh, mix(P.sky[0], P.blue[2], 0.2));
      for (let k = 0; k < gh; k++) {
        for (const from of [left + 6, middle + 6]) {
          const x = from + Math.floor((gh - k) * 0.6);
          if (x < (from < middle ? middle - 2 : left + gw - 2)) s.rect(x, top + k, 3, 1, WHITE, 0.28);
        }
      }
      // What somebody put there: curtains, a plant on the sill, a blind.
      const dressing = seed % 5;
      if (dressing === 1) {
        for (const [from, to] of [
          [left, left + 7],
          [left + gw - 7, left + gw],
        ] as const)
          for (let x = from; x < to; x++) s.vline(x, top, gh, x % 3 === 0 ? P.ochre[3] : x % 3 === 1 ? P.ochre[4] : P.cream[3]);
      } else if (dressing === 2) {
        s.rect(left + 4, h - 10, 8, 6, P.clay[3])
          .hline(left + 3, h - 10, 10, P.clay[4])
          .ell(left + 8, h - 14, 6, 4.5, P.leaf[2])
          .ell(left + 7, h - 15, 4, 3, P.leaf[3])
          .px(left + 5, h - 17, P.leaf[4]);
      } else if (dressing === 3) {
        for (let y = top; y < top + 9; y += 2) s.hline(left, y, gw, P.cream[4]).hline(left, y + 1, gw, P.cream[2]);
        s.vline(left + gw - 4, top + 9, 6, P.cream[1]);
      }
    },
    { outline: 0.5, glows: [[3, 3, w - 6, h - 9]] },
  );
}

/**
 * A door frame for an opening of `tiles` tiles in an east-west wall, 10 px wider on each side and 54 px high, with its leaf open to
 * the left. Base line = base line of the wall; place it half a pixel behind.
 */
export function doorFrame(tiles: number, leaf: Ramp = P.velvet, name = 'velvet'): Sprite {
  const w = tiles * 32 + 20;
  return makeSprite(
    `door-${tiles}-${name}`,
    w,
    54,
    (s) => {
      const R = P.oak;
      for (const x of [0, w - 5])
        s.rect(x, 2, 5, 52, R[3])
          .vline(x, 2, 52, R[5])
          .vline(x + 4, 2, 52, R[1])
          .hline(x, 53, 5, R[1]);
      s.rect(0, 0, w, 7, R[3]).hline(0, 0, w, R[5]).hline(0, 6, w, R[1]).hline(0, 5, w, R[2]);
      const openLeaf = (x: number, lit: 4 | 2) => {
        s.rect(x, 7, 7, 45, leaf[3])
          .vline(lit === 4 ? x : x + 6, 7, 45, leaf[4])
          .vline(lit === 4 ? x + 6 : x, 7, 45, leaf[1]);
        s.rect(x + 2, 12, 3, 14, P.sky[3])
          .vline(x + 2, 12, 14, P.sky[1])
          .rect(x + (lit === 4 ? 4 : 1), 30, 2, 3, P.gold[3])
          .hline(x, 51, 7, leaf[0]);
      };
      openLeaf(5, 4);
      if (tiles > 1) openLeaf(w - 12, 2);
    },
    { outline: 0.6 },
  );
}

/**
 * The door of an opening in a north-south wall: a post that covers the wall's end, and the leaf standing open to one side, 44x58.
 * The origin is the middle of the 12-px wall; base line = base line of the wall's last cell, depth + 1. It lies north of the opening.
 */
export function sideDoor({
  opens = 'right',
  leaf = P.velvet,
  name = 'velvet',
}: {
  opens?: 'left' | 'right';
  leaf?: Ramp;
  name?: string;
} = {}): Sprite {
  const right = makeSprite(
    `side-door-right-${name}`,
    44,
    58,
    (s) => {
      const R = P.oak;
      s.rect(14, 8, 26, 48, leaf[3])
        .hline(14, 8, 26, leaf[4])
        .vline(39, 9, 47, leaf[1])
        .rect(18, 13, 18, 18, P.sky[2])
        .hline(18, 13, 18, leaf[1])
        .vline(18, 13, 18, leaf[1]);
      for (let k = 0; k < 16; k++) s.rect(21 + Math.floor((16 - k) * 0.5), 14 + k, 2, 1, WHITE, 0.4);
      s.vline(27, 13, 18, leaf[3])
        .rect(18, 35, 18, 16, leaf[2])
        .rect(19, 36, 16, 14, leaf[3])
        .hline(19, 36, 16, leaf[1])
        .vline(19, 36, 14, leaf[1])
        .hline(14, 55, 26, leaf[0])
        .rect(34, 32, 3, 3, P.gold[4]);
      s.rect(0, 2, 14, 56, R[3])
        .vline(0, 2, 56, R[5])
        .vline(1, 2, 56, R[4])
        .vline(13, 2, 56, R[1])
        .rect(3, 6, 8, 20, R[2])
        .rect(3, 30, 8, 24, R[2]);
      for (const [y, h] of [
        [6, 20],
        [30, 24],
      ] as const)
        s.hline(3, y, 8, R[1])
          .vline(3, y, h, R[1])
          .hline(3, y + h - 1, 8, R[4])
          .vline(10, y + 1, h - 1, R[4]);
      s.rect(-1, 0, 16, 4, R[4]).hline(0, 0, 14, R[5]).hline(0, 3, 14, R[1]).hline(0, 57, 14, R[1]);
      for (const y of [14, 46]) s.rect(13, y, 3, 4, P.gold[2]);
    },
    { outline: 0.6 },
  );
  right.originX = 2 + 7;
  if (opens === 'right') return right;
  return mirrorSprite(right, `side-door-left-${name}`);
}

/** A little glass lamp-lit sign plate over a door, 26x12; `mark` picks one of four pictograms (book, cup, talk, tree). */
export function doorSign(mark: 'book' | 'cup' | 'talk' | 'tree'): Sprite {
  return makeSprite(
    `door-sign-${mark}`,
    22,
    14,
    (s) => {
      s.rr(0, 0, 22, 14, 3, P.velvet[2]).hline(3, 0, 16, P.velvet[4]).hline(3, 13, 16, P.velvet[0]);
      const c = P.cream[4];
      if (mark === 'book') s.rect(5, 4, 5, 6, c).rect(12, 4, 5, 6, c).vline(10, 5, 6, c).vline(11, 5, 6, c);
      if (mark === 'cup') s.rect(6, 4, 8, 6, c).rect(14, 5, 2, 1, c).rect(15, 6, 1, 2, c).rect(14, 8, 2, 1, c).hline(5, 11, 10, c);
      if (mark === 'talk') s.rr(4, 3, 10, 6, 2, c).px(6, 9, c).rr(11, 6, 7, 5, 2, P.gold[4]).px(16, 11, P.gold[4]);
      if (mark === 'tree') s.ell(11, 5.5, 4.5, 3.5, P.leaf[4]).rect(10, 8, 2, 4, P.walnut[4]);
    },
    { outline: 0.6 },
  );
}

/** A striped awning over `tiles` tiles of the south facade, scalloped. */
export function awning(tiles: number, colours: Ramp = P.sage, name = 'sage'): Sprite {
  const w = tiles * 32;
  return makeSprite(
    `awning-${tiles}-${name}`,
    w,
    20,
    (s) => {
      for (let x = 0; x < w; x++) {
        const c = Math.floor(x / 8) % 2 ? P.cream[4] : colours[3];
        for (let y = 0; y < 15; y++) s.px(x, y, y < 2 ? mix(c, WHITE, 0.35) : y > 11 ? mix(c, INK, 0.12) : c);
        const scallop = Math.round(Math.sin((((x % 8) + 0.5) / 8) * Math.PI) * 4);
        s.vline(x, 15, scallop, mix(c, INK, 0.22));
      }
      s.vline(0, 1, 14, mix(colours[3], WHITE, 0.3)).vline(w - 1, 1, 14, mix(P.cream[4], INK, 0.3));
    },
    { outline: 0.6 },
  );
}
