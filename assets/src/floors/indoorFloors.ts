// Floors inside the house, calm and pale so that people stand out: measured L* is noted at each.
import type { Ramp, Rgb } from '../pixels/colour.ts';
import { blendRamps, desaturate, mapRamp, mix, toneOf } from '../pixels/colour.ts';
import { P, WHITE } from '../pixels/palette.ts';
import { hash } from '../pixels/random.ts';
import type { Surface } from '../pixels/Surface.ts';
import { MACRO_WIDTH_PX, paintMacroTile, wrap } from './macroTile.ts';

/** Pale stone slabs 64x32 in half-offset rows, for the square. Mean L* 86: any lighter and white rings vanish. */
export function stoneFloor(): Surface {
  const R = P.paver;
  return paintMacroTile((x, y) => {
    const row = Math.floor(y / 32);
    const shifted = wrap(x + (row % 2) * 32, MACRO_WIDTH_PX);
    const slab = Math.floor(shifted / 64);
    const px = shifted % 64;
    const py = y % 32;
    const v = hash(row, slab, 31);
    const c = mix(mix(R[4], R[3], 0.55), v < 0.5 ? R[3] : R[5], Math.abs(v - 0.5) * 0.5);
    if (px === 63 || py === 31) return mix(R[3], R[2], 0.55);
    if (px === 0 || py === 0) return mix(c, WHITE, 0.3);
    const fleck = hash(Math.floor(px / 9) + slab * 7, Math.floor(py / 7) + row * 5, 8);
    return fleck < 0.05 && px % 9 < 4 && py % 7 === 3 ? mix(c, R[2], 0.22) : c;
  });
}

/** Oak planks, for lounge and library. Mean L* 80. */
export function oakFloor(): Surface {
  const R = mapRamp(P.oak, (c) => mix(c, '#efe3d6', 0.34));
  const base = mix(R[4], R[3], 0.3);
  return paintMacroTile((x, y) => {
    const row = Math.floor(y / 8);
    const shifted = wrap(x + Math.floor(hash(row, 7) * 64), MACRO_WIDTH_PX);
    const plank = Math.floor(shifted / 64);
    const px = shifted % 64;
    const py = y % 8;
    const v = hash(row, plank, 3);
    const c = mix(base, v < 0.5 ? R[3] : R[4], Math.abs(v - 0.5) * 0.42);
    if (py === 7 || px === 0) return mix(c, R[2], 0.3);
    if (py === 0) return mix(c, R[5], 0.16);
    const isGrain = (py === 3 || py === 5) && hash(row * 3 + py, plank * 11 + Math.floor(px / 8), 5) < 0.07;
    return isGrain ? mix(c, R[2], 0.13) : c;
  });
}

interface CarpetPattern {
  /** Ramp index of the ground, and how far it moves to the next tone. */
  tone: number;
  shift: number;
  /** Thin woven lines each 32 px, so that a wide floor is not one flat field. */
  weave?: boolean;
}

function carpet(source: Ramp, { tone, shift, weave }: CarpetPattern): Surface {
  const R = mapRamp(source, (c) => mix(c, '#d8c9bd', 0.3));
  const ground = mix(toneOf(R, tone), toneOf(R, tone + 1), shift);
  return paintMacroTile((x, y) => {
    let c: Rgb = (Math.floor(x / 32) + Math.floor(y / 32)) % 2 ? mix(ground, toneOf(R, tone), 0.12) : ground;
    if (weave && (x % 32 === 0 || y % 32 === 0)) c = mix(c, toneOf(R, tone - 1), 0.16);
    const h = hash(x >> 1, y, 9);
    if (h < 0.03) return mix(c, toneOf(R, tone + 2), 0.16);
    return h > 0.975 ? mix(c, toneOf(R, tone), 0.3) : c;
  });
}

/** Muted teal carpet tiles between the desks. L* 70. */
export function deskCarpet(): Surface {
  return carpet(
    mapRamp(P.teal, (c) => mix(desaturate(c, 0.3), P.sage[3], 0.28)),
    { tone: 3, shift: 0.12, weave: true },
  );
}

/** Plum carpet of the auditorium, the darkest floor there is. L* 51. */
export function hallCarpet(): Surface {
  return carpet(
    mapRamp(P.plum, (c) => mix(desaturate(c, 0.28), '#5a4a63', 0.25)),
    { tone: 2, shift: 0.12 },
  );
}

/** Sage carpet of the meeting rooms. L* 73. */
export function meetingCarpet(): Surface {
  return carpet(
    blendRamps(
      mapRamp(P.sage, (c) => desaturate(c, 0.1)),
      P.teal,
      0.18,
    ),
    { tone: 3, shift: -0.25, weave: true },
  );
}

/** Cream and sage squares of 32 px in the canteen; the two differ by less than 6 L*. */
export function checkerFloor(): Surface {
  const light = mix(P.cream[3], P.cream[2], 0.5);
  const dark = mix(light, P.sage[3], 0.42);
  return paintMacroTile((x, y) => {
    const tx = Math.floor(x / 32);
    const ty = Math.floor(y / 32);
    const v = hash(tx, ty, 4);
    const c = mix((tx + ty) % 2 ? light : dark, v < 0.5 ? P.cream[4] : P.sage[2], Math.abs(v - 0.5) * 0.12);
    if (x % 32 === 31 || y % 32 === 31) return mix(c, P.cream[1], 0.5);
    return x % 32 === 0 || y % 32 === 0 ? mix(c, WHITE, 0.25) : c;
  });
}
