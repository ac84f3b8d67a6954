// Fewer colours without a visible change: rare shades move to the nearest of 256 that the picture really uses.
import { Surface } from '../pixels/Surface.ts';

type Colour4 = [red: number, green: number, blue: number, alpha: number];

interface Shade {
  colour: Colour4;
  count: number;
}

/** Squared distance; the eye sees green best and blue least, and transparency must not drift. */
function distance(a: Colour4, b: Colour4): number {
  return 3 * (a[0] - b[0]) ** 2 + 4 * (a[1] - b[1]) ** 2 + 2 * (a[2] - b[2]) ** 2 + 12 * (a[3] - b[3]) ** 2;
}

function shadesOf(s: Surface): Map<number, Shade> {
  const shades = new Map<number, Shade>();
  const d = s.data;
  for (let i = 0; i < d.length; i += 4) {
    const colour: Colour4 = [d[i] ?? 0, d[i + 1] ?? 0, d[i + 2] ?? 0, d[i + 3] ?? 0];
    if (colour[3] === 0) continue;
    const key = ((colour[0] << 24) | (colour[1] << 16) | (colour[2] << 8) | colour[3]) >>> 0;
    const known = shades.get(key);
    if (known) known.count++;
    else shades.set(key, { colour, count: 1 });
  }
  return shades;
}

function nearest(colours: readonly Colour4[], colour: Colour4): { at: number; gap: number } {
  let at = 0;
  let gap = Number.POSITIVE_INFINITY;
  colours.forEach((candidate, index) => {
    const d = distance(candidate, colour);
    if (d < gap) {
      gap = d;
      at = index;
    }
  });
  return { at, gap };
}

/** Starts from the most used shade and adds, again and again, the one that is worst served (its gap, weighted by how often it is used). */
function choosePalette(shades: readonly Shade[], size: number): Colour4[] {
  const palette: Colour4[] = [];
  const gaps = shades.map(() => Number.POSITIVE_INFINITY);
  while (palette.length < size) {
    let worst = -1;
    let most = 0;
    shades.forEach(({ count }, i) => {
      const need = palette.length ? (gaps[i] ?? 0) * Math.sqrt(count) : count;
      if (need > most) {
        most = need;
        worst = i;
      }
    });
    const chosen = shades[worst];
    if (!chosen) break;
    palette.push(chosen.colour);
    shades.forEach(({ colour }, i) => {
      gaps[i] = Math.min(gaps[i] ?? 0, distance(colour, chosen.colour));
    });
  }
  return palette;
}

/** A copy with at most 255 colours and full transparency; the same picture when it has no more. Deterministic. */
export function quantise(s: Surface): Surface {
  const shades = shadesOf(s);
  const out = new Surface(s.width, s.height);
  const known = [...shades].sort(([a, p], [b, q]) => q.count - p.count || a - b);
  const palette = choosePalette(
    known.map(([, shade]) => shade),
    255,
  );
  const replacement = new Map(known.map(([key, { colour }]) => [key, palette[nearest(palette, colour).at] ?? colour]));
  const d = s.data;
  for (let i = 0; i < d.length; i += 4) {
    const a = d[i + 3] ?? 0;
    if (a === 0) continue;
    const key = (((d[i] ?? 0) << 24) | ((d[i + 1] ?? 0) << 16) | ((d[i + 2] ?? 0) << 8) | a) >>> 0;
    out.data.set(replacement.get(key) ?? [0, 0, 0, 0], i);
  }
  return out;
}
