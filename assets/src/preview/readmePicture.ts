// The two pictures of the README: the whole house by day at half size, and its centre on an evening.
import { quantise } from '../build/quantise.ts';
import { Surface } from '../pixels/Surface.ts';
import type { Hour } from './lightMap.ts';

/** The evening picture, in px of the map: canteen, coffee, lounge, square and the terrace's edge. */
const CENTRE = { x: 704, y: 480, w: 1152, h: 800 };
/** Light makes thousands of shades; this many steps per channel are enough for 256 colours. */
const SHADE_STEP = 6;

/** Half the width and height; each pixel is the mean of four. */
function halve(source: Surface): Surface {
  const small = new Surface(source.width / 2, source.height / 2);
  const row = source.width * 4;
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const from = y * 2 * row + x * 8;
      for (let k = 0; k < 4; k++) {
        const sum = [0, 4, row, row + 4].reduce((total, step) => total + (source.data[from + step + k] ?? 0), 0);
        small.data[(y * small.width + x) * 4 + k] = sum / 4;
      }
    }
  }
  return small;
}

/** The README's picture of an hour, from the rendered whole map, in 256 colours. */
export function readmePicture(rendered: Surface, hour: Hour): { name: string; surface: Surface } {
  if (hour === 'day') return { name: 'office-day.png', surface: quantise(halve(rendered)) };
  const centre = rendered.crop(CENTRE.x, CENTRE.y, CENTRE.w, CENTRE.h);
  centre.data.forEach((value, i) => {
    if (i % 4 < 3) centre.data[i] = Math.round(value / SHADE_STEP) * SHADE_STEP;
  });
  return { name: 'office-evening.png', surface: quantise(centre) };
}
