// Floors under the sky: lawn, gravel, the terrace and the pavement.
import { mix } from '../pixels/colour.ts';
import { P, WHITE } from '../pixels/palette.ts';
import { hash, rng } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import { MACRO_HEIGHT_PX, MACRO_WIDTH_PX, paintMacroTile, wrap } from './macroTile.ts';

/** Mown grass in stripes of 64 px, with tufts and a few daisies. L* 66. */
export function lawn(): Surface {
  const R = P.lawn;
  const s = paintMacroTile((x, y) => {
    const c = mix(R[3], R[2], Math.floor((x % 128) / 64) ? 0.1 : 0.22);
    const h = hash(x >> 1, y >> 1, 3);
    if (h < 0.02) return mix(c, R[4], 0.4);
    return h > 0.985 ? mix(c, R[1], 0.3) : c;
  });
  const random = rng(99);
  const spot = (): [number, number] => [Math.floor(random() * (MACRO_WIDTH_PX - 6)), Math.floor(random() * (MACRO_HEIGHT_PX - 5))];
  for (let k = 0; k < 70; k++) {
    const [x, y] = spot();
    s.px(x, y + 2, R[1], 0.55).vline(x + 1, y, 3, R[4], 0.6);
    s.px(x + 2, y + 1, R[2], 0.7).vline(x + 3, y + 1, 2, R[4], 0.5);
  }
  for (let k = 0; k < 5; k++) {
    const [x, y] = spot();
    s.px(x, y, k % 2 ? P.cream[4] : P.gold[4])
      .px(x + 1, y, P.cream[4])
      .px(x, y + 1, R[1], 0.5);
  }
  return s;
}

/** Fine gravel of the garden paths. L* 81. */
export function gravel(): Surface {
  const R = P.gravel;
  return paintMacroTile((x, y) => {
    const c = mix(R[3], R[2], 0.15);
    const h = hash(x >> 1, y, 6);
    if (h < 0.05) return mix(c, R[4], 0.5);
    return h > 0.95 ? mix(c, R[2], 0.5) : c;
  });
}

/** Small paving stones 32x16, for the terrace. L* 83. */
export function terracePaving(): Surface {
  const R = P.paver;
  return paintMacroTile((x, y) => {
    const row = Math.floor(y / 16);
    const shifted = wrap(x + (row % 2) * 16, MACRO_WIDTH_PX);
    const v = hash(row, Math.floor(shifted / 32), 57);
    const c = mix(mix(R[3], P.gravel[3], 0.35), v < 0.5 ? R[2] : R[4], Math.abs(v - 0.5) * 0.7);
    if (shifted % 32 === 31 || y % 16 === 15) return mix(R[2], R[1], 0.12);
    return shifted % 32 === 0 || y % 16 === 0 ? mix(c, WHITE, 0.22) : c;
  });
}

/** Worn square setts of 16 px, for the strip of pavement along the house. L* 80. */
export function pavement(): Surface {
  const R = P.paver;
  return paintMacroTile((x, y) => {
    const v = hash(Math.floor(x / 16), Math.floor(y / 16), 71);
    const c = mix(mix(R[3], P.gravel[2], 0.3), v < 0.5 ? R[2] : R[4], Math.abs(v - 0.5) * 0.55);
    if (x % 16 === 15 || y % 16 === 15) return mix(R[2], R[1], 0.2);
    return x % 16 === 0 || y % 16 === 0 ? mix(c, WHITE, 0.16) : c;
  });
}
