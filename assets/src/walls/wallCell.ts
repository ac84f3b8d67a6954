// Walls draw themselves: a 4-bit mask of neighbours gives one of 16 pieces, extruded from the plan upwards.
import type { Sprite } from '../furniture/Sprite.ts';
import type { Ramp, Rgb } from '../pixels/colour.ts';
import { blendRamps, mix, toneOf } from '../pixels/colour.ts';
import { INK, P, WHITE } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';

/** Bits of the mask: which neighbours are wall too. */
export const NORTH = 1;
export const EAST = 2;
export const SOUTH = 4;
export const WEST = 8;

export type WallTheme = 'inner' | 'hall' | 'north' | 'facade' | 'glass';
export type FacadeFace = 'window' | 'curtain' | 'flowers' | 'plain';

interface WallMeasures {
  /** Height of the face. */
  height: number;
  thickness: number;
  /** Column and row of the 32-px cell where the wall's square begins. */
  left: number;
  top: number;
}

const FULL = { thickness: 12, left: 10, top: 12 };
const MEASURES: Record<WallTheme, WallMeasures> = {
  inner: { height: 52, ...FULL },
  hall: { height: 52, ...FULL },
  // Its cap has to stay inside the map.
  north: { height: 44, ...FULL },
  // Low, so that it never hides the people behind.
  facade: { height: 26, ...FULL },
  glass: { height: 52, thickness: 6, left: 13, top: 15 },
};

const WAINSCOT_PX = 18;

interface Tint {
  colour: Rgb;
  alpha: number;
}

const solid = (colour: Rgb): Tint => ({ colour, alpha: 1 });

function plasterAt(x: number, up: number, fromTop: number, paint: Ramp, wainscot: Ramp): Rgb {
  if (up < 3) return up === 2 ? wainscot[2] : wainscot[0];
  if (up < WAINSCOT_PX) {
    if (up === WAINSCOT_PX - 1) return wainscot[5];
    if (up === WAINSCOT_PX - 2) return wainscot[3];
    if (up === WAINSCOT_PX - 3) return wainscot[1];
    return x % 16 === 0 ? wainscot[1] : x % 16 === 1 ? wainscot[3] : wainscot[2];
  }
  if (fromTop === 0) return paint[1];
  if (fromTop < 4) return mix(paint[2], paint[1], 0.35);
  return up === WAINSCOT_PX ? paint[1] : paint[3];
}

function facadeAt(x: number, up: number, fromTop: number, height: number, face: FacadeFace): Rgb {
  const inWindow = x >= 4 && x < 28 && up >= 7 && up < height - 4;
  if (face !== 'plain' && inWindow) {
    const isFrame = x === 4 || x === 27 || up === 7 || up === height - 5 || x === 15 || x === 16;
    if (isFrame) return up === height - 5 || x === 4 ? P.oak[3] : P.oak[2];
    if (face === 'curtain' && (x < 9 || x > 22)) return x % 2 ? P.cream[3] : P.cream[4];
    return mix(P.sky[1], P.sky[3], (up - 7) / (height - 11));
  }
  if (face === 'flowers' && up >= 3 && up < 8 && x >= 4 && x < 28) {
    if (up < 5) return up === 4 ? P.oak[4] : P.oak[2];
    const bloom = (x * 7 + up * 5) % 11;
    return bloom < 2 ? P.plum[4] : bloom < 4 ? P.gold[4] : bloom < 8 ? P.leaf[3] : P.leaf[2];
  }
  if (up < 3) return P.walnut[0];
  if (up === 3) return P.cream[1];
  if (up < 6) return P.walnut[3];
  return fromTop < 3 ? P.cream[2] : mix(P.cream[3], P.cream[2], 0.4);
}

function glassAt(x: number, up: number, fromTop: number, isPost: boolean): Tint {
  const C = P.oak;
  if (up < 9) {
    if (up === 8) return solid(C[4]);
    if (up < 2) return solid(C[1]);
    return solid(x % 16 === 0 ? C[2] : C[3]);
  }
  if (fromTop < 4) return solid(fromTop === 0 ? C[4] : C[2]);
  if (isPost) return solid(x % 2 ? C[2] : C[3]);
  const slant = (x + fromTop) % 32;
  if (slant < 3 || slant === 5) return { colour: WHITE, alpha: 0.42 };
  // The frosted band keeps people from walking into the pane.
  return up > 15 && up < 24 ? { colour: P.sage[5], alpha: 0.5 } : { colour: P.water[4], alpha: 0.22 };
}

/**
 * One wall piece. `mask` adds up NORTH, EAST, SOUTH, WEST. The origin is the middle of the 32-px cell,
 * the base line its row 24 (glass: 21): place it at (column * 32 + 16, row * 32 + 24).
 */
export function wallCell(theme: WallTheme, mask: number, face: FacadeFace = 'window'): Sprite {
  const { height, thickness, left, top } = MEASURES[theme];
  const isGlass = theme === 'glass';
  const north = (mask & NORTH) !== 0;
  const east = (mask & EAST) !== 0;
  const south = (mask & SOUTH) !== 0;
  const west = (mask & WEST) !== 0;
  const s = new Surface(32, 32 + height);
  const isWall = (x: number, y: number): boolean => {
    const inColumn = x >= left && x < left + thickness;
    const inBand = y >= top && y < top + thickness;
    if (inColumn && inBand) return true;
    if (inColumn) return y < top ? north : y >= top + thickness && south;
    return inBand && (x < left ? west : x >= left + thickness && east);
  };
  const paint = theme === 'hall' ? blendRamps(P.cream, P.plum, 0.34) : P.cream;
  const wainscot = theme === 'hall' ? P.walnut : P.sage;
  const isEnd = !east && !west;
  const facade: FacadeFace = east && west ? face : 'plain';

  for (let x = 0; x < 32; x++) {
    let bottom = 31;
    while (bottom >= 0 && !isWall(x, bottom)) bottom--;
    if (bottom < 0 || (bottom === 31 && south)) continue;
    const isLeftEdge = x === 0 ? !west : !isWall(x - 1, bottom);
    const isRightEdge = x === 31 ? !east : !isWall(x + 1, bottom);
    for (let fromTop = 0; fromTop < height; fromTop++) {
      const up = height - 1 - fromTop;
      let tint: Tint;
      if (isGlass) tint = glassAt(x, up, fromTop, isEnd || isLeftEdge || isRightEdge || x === 15 || x === 16);
      else if (theme === 'facade') tint = solid(facadeAt(x, up, fromTop, height, facade));
      else tint = solid(plasterAt(x, up, fromTop, paint, wainscot));
      if (isLeftEdge) tint = { ...tint, colour: mix(tint.colour, WHITE, 0.33) };
      else if (isRightEdge) tint = { ...tint, colour: mix(tint.colour, INK, 0.28) };
      else if (isEnd && !isGlass && x > left + 8) tint = { ...tint, colour: mix(tint.colour, INK, 0.14) };
      s.px(x, bottom + 1 + fromTop, tint.colour, tint.alpha);
    }
  }

  const cap = isGlass ? P.oak : P.walnut;
  const tone = isGlass ? 3 : 2;
  for (let y = 0; y < 32; y++) {
    for (let x = 0; x < 32; x++) {
      if (!isWall(x, y)) continue;
      const openNorth = y ? !isWall(x, y - 1) : !north;
      const openWest = x ? !isWall(x - 1, y) : !west;
      const openEast = x < 31 ? !isWall(x + 1, y) : !east;
      const openSouth = y < 31 ? !isWall(x, y + 1) : !south;
      let c = toneOf(cap, tone);
      if (openNorth || openWest) c = toneOf(cap, tone + 2);
      else if (openSouth || openEast) c = toneOf(cap, tone - 1);
      else if (!isGlass && ((y > 1 && !isWall(x, y - 2)) || (x > 1 && !isWall(x - 2, y)))) c = toneOf(cap, tone + 1);
      s.px(x, y, c);
    }
  }

  // The two panes between frame and middle bar.
  const panes = [5, 17].map((x) => ({ x, y: 29, w: 10, h: 13 }));
  const glows = theme === 'facade' && facade !== 'plain' ? panes : [];
  const name = theme === 'facade' ? `wall-facade-${facade}-${mask}` : `wall-${theme}-${mask}`;
  return { name, surface: s, originX: 16, baseY: height + top + thickness, shadows: [], glows };
}
