// A floor is one 256x128 picture that repeats without a seam: the map cuts it into 8x4 tiles by (x mod 8, y mod 4).
import type { Rgb } from '../pixels/colour.ts';
import { Surface } from '../pixels/Surface.ts';

export const MACRO_WIDTH_PX = 256;
export const MACRO_HEIGHT_PX = 128;

/** Fills a macro tile pixel by pixel. The painter must have periods that divide 256 and 128. */
export function paintMacroTile(colourAt: (x: number, y: number) => Rgb): Surface {
  const s = new Surface(MACRO_WIDTH_PX, MACRO_HEIGHT_PX);
  for (let y = 0; y < MACRO_HEIGHT_PX; y++) for (let x = 0; x < MACRO_WIDTH_PX; x++) s.px(x, y, colourAt(x, y));
  return s;
}

/** The remainder that is never negative. */
export function wrap(value: number, period: number): number {
  return ((value % period) + period) % period;
}

/** Copies a macro tile, aligned to the map's origin, into the rectangle [x0, x1) x [y0, y1) of `target`, replacing what was there. */
export function fillFloor(target: Surface, tile: Surface, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = Math.max(0, y0); y < Math.min(target.height, y1); y++) {
    const row = wrap(y, tile.height) * tile.width;
    for (let x = Math.max(0, x0); x < Math.min(target.width, x1); x++) {
      const from = (row + wrap(x, tile.width)) * 4;
      target.data.set(tile.data.subarray(from, from + 4), (y * target.width + x) * 4);
    }
  }
}
