// Turns material codes into RGBA pixels, with one coloured outline and a soft halo around the whole person.
import type { Cells } from './Cells.ts';
import { FRAME_H, FRAME_W } from './frames.ts';
import type { Paint } from './materials.ts';

// Cream at half opacity: lifts dark hair from dark floors. Bytes are red, green, blue, alpha in memory order.
const HALO = new Uint32Array(new Uint8Array([0xff, 0xf6, 0xe2, 128]).buffer)[0] ?? 0;

const NEIGHBOURS = [
  [0, -1],
  [-1, 0],
  [1, 0],
  [0, 1],
] as const;

/**
 * Writes one frame into a sheet of `sheetWidth` px at (left, top). The outline is one pixel OUTSIDE the shape: the darkest neighbour sunk into ink;
 * the halo is one pixel outside the outline.
 */
export function develop(
  frame: Cells,
  paint: Paint,
  sheet: Uint8ClampedArray<ArrayBuffer>,
  sheetWidth: number,
  left: number,
  top: number,
): void {
  const { codes } = frame;
  const { body, outline, lightness } = paint;
  const words = new Uint32Array(sheet.buffer);
  // code + 1 of the outline per cell; 0 is none
  const edges = new Uint16Array(codes.length);
  for (let y = 0; y < FRAME_H; y++) {
    for (let x = 0; x < FRAME_W; x++) {
      const i = y * FRAME_W + x;
      const own = codes[i] ?? 0;
      if (own !== 0) {
        words[(top + y) * sheetWidth + left + x] = body[own] ?? 0;
        continue;
      }
      let best = 0;
      let lowest = 256;
      for (const [dx, dy] of NEIGHBOURS) {
        const nx = x + dx;
        const ny = y + dy;
        if (nx < 0 || ny < 0 || nx >= FRAME_W || ny >= FRAME_H) continue;
        const code = codes[ny * FRAME_W + nx] ?? 0;
        const light = lightness[code] ?? 0;
        if (code === 0 || light >= lowest) continue;
        best = code;
        lowest = light;
      }
      if (best === 0) continue;
      edges[i] = best + 1;
      words[(top + y) * sheetWidth + left + x] = outline[best] ?? 0;
    }
  }
  for (let y = 0; y < FRAME_H; y++) {
    for (let x = 0; x < FRAME_W; x++) {
      const i = y * FRAME_W + x;
      if (codes[i] || edges[i]) continue;
      const near =
        (y > 0 && edges[i - FRAME_W]) ||
        (x > 0 && edges[i - 1]) ||
        (x < FRAME_W - 1 && edges[i + 1]) ||
        (y < FRAME_H - 1 && edges[i + FRAME_W]);
      if (near) words[(top + y) * sheetWidth + left + x] = HALO;
    }
  }
}
