// One shadow mask for the whole map: contact shadows of furniture and the shade along walls never darken twice.
import { leafShadow } from '../floors/floorDetails.ts';
import type { Footprint } from '../furniture/Sprite.ts';
import { toRgb } from '../pixels/colour.ts';
import { INK } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';
import type { Layout } from './Layout.ts';
import { MAP_HEIGHT_PX, MAP_WIDTH_PX } from './paintFloors.ts';
import { TILE } from './readPlan.ts';
import { isFacade, isFullWall, isGlass, wallCells } from './walls.ts';

/** The only strengths of shade there are (0-1): few, so that many shadow tiles are equal. */
const CORE = 0.28;
const RIM = 0.16;
const FAINT = 0.08;

class Mask {
  readonly strength = new Float32Array(MAP_WIDTH_PX * MAP_HEIGHT_PX);

  /** Keeps the darker of what is there and `strength`. */
  darken(x: number, y: number, strength: number): void {
    const px = Math.floor(x);
    const py = Math.floor(y);
    if (px < 0 || py < 0 || px >= MAP_WIDTH_PX || py >= MAP_HEIGHT_PX) return;
    const i = py * MAP_WIDTH_PX + px;
    if (strength > (this.strength[i] ?? 0)) this.strength[i] = strength;
  }
}

function castEllipse(mask: Mask, { w, h }: Footprint, left: number, top: number): void {
  const rx = w / 2;
  const ry = h / 2;
  for (let y = -2; y <= h + 1; y++) {
    for (let x = -2; x <= w + 1; x++) {
      const d = Math.hypot((x + 0.5 - rx) / (rx + 1.5), (y + 0.5 - ry) / (ry + 1.5));
      if (d <= 1) mask.darken(left + x, top + y, d < 0.82 ? CORE : RIM);
    }
  }
}

function castRect(mask: Mask, { w, h }: Footprint, left: number, top: number): void {
  for (let y = 0; y < h + 3; y++) {
    for (let x = 0; x < w + 3; x++) {
      const isCutCorner = (x < 3 && y > h - 2) || (x > w - 1 && y < 3) || (x > w && y > h);
      if (!isCutCorner) mask.darken(left + x, top + y, x >= w || y >= h || x < 1 ? RIM : CORE);
    }
  }
}

/** The foot of a wall shades 14 px of floor below it, slanting right, and 9 px beside its right edge. */
function shadeWalls(mask: Mask): void {
  for (const { column, row } of wallCells()) {
    const glass = isGlass(column, row);
    const joins = (x: number, y: number) => isFullWall(x, y) || (isFacade(column, row) && isFacade(x, y));
    const left = column * TILE;
    const foot = row * TILE + (glass ? 21 : 24);
    const goesOnSouth = !isFacade(column, row) && joins(column, row + 1);
    for (let x = 0; x < TILE && !goesOnSouth; x++) {
      const isFoot = (x >= 10 && x < 22) || (x < 10 && joins(column - 1, row)) || (x >= 22 && joins(column + 1, row));
      for (let d = 0; isFoot && d < (glass ? 7 : 14); d++) {
        const strength = d < 5 ? CORE : d < 10 ? RIM : FAINT;
        mask.darken(left + x + (d >> 1), foot + d, glass ? Math.min(strength, RIM) : strength);
      }
    }
    if (!goesOnSouth || glass) continue;
    for (let y = 0; y < TILE; y++) for (let d = 1; d < 9; d++) mask.darken(left + 21 + d, row * TILE + y, d < 4 ? RIM : FAINT);
  }
}

/** The finished shade as ink of varying opacity over the whole map. */
export function bakeShadows(layout: Layout): Surface {
  const mask = new Mask();
  shadeWalls(mask);
  for (const { x, y, r, seed } of layout.leafShades) {
    const dapple = leafShadow(r, seed);
    for (let j = 0; j < dapple.height; j++) {
      for (let i = 0; i < dapple.width; i++) if (dapple.alpha(i, j)) mask.darken(x - r + i, y - dapple.height / 2 + j, FAINT);
    }
  }
  for (const { sprite, x, base, castsShadow } of layout.placed) {
    if (!castsShadow) continue;
    for (const footprint of sprite.shadows) {
      const cast = footprint.shape === 'rect' ? castRect : castEllipse;
      cast(mask, footprint, x + footprint.dx, base + footprint.dy);
    }
  }
  const shade = new Surface(MAP_WIDTH_PX, MAP_HEIGHT_PX);
  const [r, g, b] = toRgb(INK);
  mask.strength.forEach((strength, i) => {
    if (strength > 0) shade.data.set([r, g, b, Math.round(strength * 255)], i * 4);
  });
  return shade;
}
