// The picture that goes with a link to a meeting: the coffee bar on an evening, nobody there yet, steam over the machine. 1200 x 630 px, as link previews want it.
import { enlarge } from '../build/contactSheet.ts';
import { quantise } from '../build/quantise.ts';
import type { Surface } from '../pixels/Surface.ts';
import type { WrittenMap } from './readWrittenMap.ts';
import { renderMap } from './renderMap.ts';

const WIDTH = 600;
const HEIGHT = 315;
const SCALE = 2;
/** The part of the map, in px: high tables, the bar, and the light before it. */
const LEFT = 982;
const TOP = 536;
/** Light makes thousands of shades; this many steps per channel are enough for 256 colours. */
const SHADE_STEP = 6;
/** Where steam leaves the machine, in px of the map. */
const SPOUT = { x: 1281, y: 694 };
const CREAM = '#fffaf0';

/** Puffs as [aside, up, radius, opacity]. */
const PUFFS = [
  [0, 0, 3, 0.75],
  [-5, 9, 4, 0.65],
  [5, 17, 5, 0.55],
  [-4, 27, 6, 0.45],
  [9, 36, 6, 0.34],
  [-9, 45, 7, 0.26],
  [4, 56, 8, 0.18],
  [-3, 68, 8, 0.1],
] as const;

export function sharePicture(map: WrittenMap): Surface {
  const part = renderMap(map, 'evening').crop(LEFT, TOP, WIDTH, HEIGHT);
  for (const [aside, up, radius, opacity] of PUFFS) part.ell(SPOUT.x - LEFT + aside, SPOUT.y - TOP - up, radius, radius, CREAM, opacity);
  part.data.forEach((value, i) => {
    if (i % 4 < 3) part.data[i] = Math.round(value / SHADE_STEP) * SHADE_STEP;
  });
  return enlarge(quantise(part), SCALE);
}
