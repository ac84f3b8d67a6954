// The map's own light: weak wide fill inside the house, and every screen, lamp and window that shines by itself.
import type { Layout, Light, Placed } from './Layout.ts';
import { TILE } from './readPlan.ts';

/** Inside it is never as dark as outdoors: in tiles [x0, y0, x1, y1), the share of light added, and its colour. */
const FILLS: readonly (readonly [number, number, number, number, number, string])[] = [
  [1.3, 0.2, 78.7, 36.7, 0.13, '#ff9a50'],
  [22.7, 15.3, 58.3, 36.7, 0.05, '#ffa850'],
];

/** Weak wide pools that keep large floors from looking grey: middle and half sizes in tiles. */
const GLIMMERS: readonly (readonly [number, number, number, number, number])[] = [
  [40, 25, 20, 13, 0.16],
  [40, 31.5, 9, 6, 0.2],
  [51.5, 22, 8, 8, 0.13],
  [14, 8, 14, 9, 0.12],
  [68, 32, 10, 5, 0.16],
  [10, 28, 10, 9, 0.08],
];

/** Lit places behind the facade's windows; the night outside the northern ones. */
const WINDOW_LIT = { kind: 'window', color: '#ffce78', strength: 0.85 } as const;
const WINDOW_NIGHT = { kind: 'window', color: '#232a55', strength: 0.6 } as const;
const SCREEN = { kind: 'screen', color: '#e8f2ff', strength: 1 } as const;
const BULB = { kind: 'emissive', color: '#fff0d0', strength: 1 } as const;

function glowOf(name: string): Pick<Light, 'kind' | 'color' | 'strength'> {
  if (name.startsWith('wall-facade')) return WINDOW_LIT;
  if (name.startsWith('window')) return WINDOW_NIGHT;
  return name.startsWith('desk-near') || name.includes('screen') ? SCREEN : BULB;
}

/** Height of the bands that a round glow is cut into. */
const BAND_PX = 4;

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const boxOf = ({ sprite, x, base }: Placed): Box => ({
  x: x - sprite.originX,
  y: base - sprite.baseY,
  w: sprite.surface.width,
  h: sprite.surface.height,
});

/** Cuts rows and columns off a glow that furniture in front hides, or answers undefined when nothing of it is seen. */
function visiblePart(glow: Box, before: readonly Placed[]): Box | undefined {
  const nearer = before.filter((other) => overlaps(glow, boxOf(other)));
  if (!nearer.length) return glow;
  const isSeen = (x: number, y: number) => {
    return !nearer.some((other) => {
      const { x: left, y: top } = boxOf(other);
      return other.sprite.surface.alpha(x - left, y - top) > 150;
    });
  };
  const seenColumns: number[] = [];
  const seenRows: number[] = [];
  for (let y = glow.y; y < glow.y + glow.h; y++) {
    let seen = 0;
    for (let x = glow.x; x < glow.x + glow.w; x++) if (isSeen(x, y)) seen++;
    if (seen > glow.w / 2) seenRows.push(y);
  }
  for (let x = glow.x; x < glow.x + glow.w; x++) {
    if (seenRows.filter((y) => isSeen(x, y)).length > seenRows.length / 2) seenColumns.push(x);
  }
  const [x0, x1, y0, y1] = [seenColumns[0], seenColumns.at(-1), seenRows[0], seenRows.at(-1)];
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return undefined;
  return { x: x0, y: y0, w: x1 - x0 + 1, h: y1 - y0 + 1 };
}

/** Round lamps shine round: a glow box whose corners are empty is cut into bands as wide as what is drawn there. */
function bandsOf({ sprite }: Placed, glow: Box): Box[] {
  const isDrawn = (x: number, y: number) => sprite.surface.alpha(x, y) > 150;
  let drawn = 0;
  for (let y = 0; y < glow.h; y++) for (let x = 0; x < glow.w; x++) if (isDrawn(glow.x + x, glow.y + y)) drawn++;
  if (glow.h <= BAND_PX || drawn > glow.w * glow.h * 0.9) return [glow];
  const bands: Box[] = [];
  for (let top = glow.y; top < glow.y + glow.h; top += BAND_PX) {
    const h = Math.min(BAND_PX, glow.y + glow.h - top);
    let [first, last] = [glow.x, glow.x + glow.w - 1];
    for (let y = top; y < top + h; y++) {
      let [x0, x1] = [glow.x, glow.x + glow.w - 1];
      while (x0 < x1 && !isDrawn(x0, y)) x0++;
      while (x1 > x0 && !isDrawn(x1, y)) x1--;
      first = Math.max(first, x0);
      last = Math.min(last, x1);
    }
    if (last > first) bands.push({ x: first, y: top, w: last - first + 1, h });
  }
  return bands;
}

/** Call last: it reads what has been placed. */
export function addGlow(layout: Layout): void {
  const lights: Light[] = FILLS.map(([x0, y0, x1, y1, strength, color]) => {
    const [x, y] = [Math.round(x0 * TILE), Math.round(y0 * TILE)];
    return { kind: 'fill', shape: 'rect', x, y, w: Math.round(x1 * TILE) - x, h: Math.round(y1 * TILE) - y, color, strength, day: 0 };
  });
  for (const [x, y, rx, ry, strength] of GLIMMERS) {
    const [left, top] = [Math.round((x - rx) * TILE), Math.round((y - ry) * TILE)];
    lights.push({
      kind: 'fill',
      shape: 'ellipse',
      x: left,
      y: top,
      w: rx * 2 * TILE,
      h: ry * 2 * TILE,
      color: '#ff9c48',
      strength,
      day: 0,
    });
  }
  const drawn = layout.placed.toSorted((a, b) => a.depth - b.depth || a.x - b.x);
  drawn.forEach((placed, index) => {
    if (placed.part === 'front' || !placed.sprite.glows.length) return;
    const { x: left, y: top } = boxOf(placed);
    const nearer = drawn.slice(index + 1).filter((other) => overlaps(boxOf(placed), boxOf(other)));
    for (const glow of placed.sprite.glows.flatMap((box) => bandsOf(placed, box))) {
      const box = visiblePart({ x: left + glow.x, y: top + glow.y, w: glow.w, h: glow.h }, nearer);
      if (box) lights.push({ ...glowOf(placed.sprite.name), shape: 'rect', ...box, day: 0 });
    }
  });
  layout.lights.unshift(...lights);
}
