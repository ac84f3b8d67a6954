// Marks painted on floors: the bean inlay, brass seams, grass edges, the steps of the auditorium.
import { mix } from '../pixels/colour.ts';
import { INK, P } from '../pixels/palette.ts';
import { hash } from '../pixels/random.ts';
import { Surface } from '../pixels/Surface.ts';

/** The coffee bean in the middle of the square, inlaid in two browns: (2 rx + 8) x (2 ry + 8) pixels. */
export function beanInlay(rx = 92, ry = 64): Surface {
  const s = new Surface(rx * 2 + 8, ry * 2 + 8);
  const R = P.walnut;
  const colourAt = (u: number, v: number, d: number) => {
    if (d > 0.95) return mix(P.paver[1], R[3], 0.3);
    if (d > 0.9) return P.paver[4];
    const turn = -0.5;
    const along = u * Math.cos(turn) - v * 0.8 * Math.sin(turn);
    const across = u * Math.sin(turn) + v * 0.8 * Math.cos(turn);
    const bean = Math.hypot(along / 0.42, across / 0.66);
    const seam = Math.sin(across * 4.2) * 0.11 - along;
    if (bean < 1) {
      if (Math.abs(seam) < 0.035) return P.paver[4];
      if (bean > 0.93) return mix(R[2], P.paver[2], 0.35);
      return seam < 0 ? mix(R[3], P.paver[2], 0.38) : mix(R[4], P.paver[2], 0.42);
    }
    const angle = ((Math.atan2(v, u) + Math.PI) / (2 * Math.PI)) * 24;
    const c = mix(P.paver[3], (Math.floor(angle) + Math.floor(d * 6)) % 2 ? P.paver[4] : P.gravel[3], 0.5);
    return angle % 1 < 0.03 || (d * 6) % 1 < 0.06 ? mix(c, P.paver[2], 0.6) : c;
  };
  for (let y = 0; y < s.height; y++) {
    for (let x = 0; x < s.width; x++) {
      const u = (x + 0.5 - rx - 4) / rx;
      const v = (y + 0.5 - ry - 4) / ry;
      const d = Math.hypot(u, v);
      if (d <= 1) s.px(x, y, colourAt(u, v, d));
    }
  }
  return s;
}

/** A brass strip where two floors meet: 4 px thick, along x (w > h) or along y. */
export function brassSeam(s: Surface, x: number, y: number, w: number, h: number): void {
  s.rect(x, y, w, h, P.gold[2], 0.55);
  if (w > h) s.hline(x, y + 1, w, P.gold[4], 0.7);
  else s.vline(x + 1, y, h, P.gold[4], 0.7);
}

/** One step of the auditorium from (x, y) down to the next, `index` counted from the stage: each is a little lighter. */
export function riser(s: Surface, x: number, y: number, w: number, h: number, index: number): void {
  s.rect(x, y, w, h, '#fff3e0', 0.018 * index);
  s.rect(x, y - 6, w, 2, INK, 0.1)
    .rect(x, y - 4, w, 4, INK, 0.22)
    .rect(x, y, w, 2, '#fff0dc', 0.34);
}

/**
 * Grass that grows over one side of a 32-px path tile at (x, y): ragged tufts of 2-5 px and a darker last pixel.
 * `lawnTile` is the lawn's macro tile, sampled at map coordinates.
 */
export function grassEdge(s: Surface, x: number, y: number, side: 'up' | 'down' | 'left' | 'right', lawnTile: Surface): void {
  for (let i = 0; i < 32; i++) {
    const vertical = side === 'left' || side === 'right';
    const along = vertical ? y + i : x + i;
    const depth = 2 + Math.floor(hash(along >> 2, (vertical ? x : y) + side.length * 3, 5) * 4);
    for (let q = 0; q < depth; q++) {
      const px = side === 'left' ? x + q : side === 'right' ? x + 31 - q : x + i;
      const py = side === 'up' ? y + q : side === 'down' ? y + 31 - q : y + i;
      s.px(px, py, q === depth - 1 ? mix(P.gravel[2], P.gravel[1], 0.5) : lawnTile.get(px % lawnTile.width, py % lawnTile.height));
    }
  }
}

/** Dappled light of a crown on the ground: (2 r) x (1.5 r) px of faint leaf-shaped spots, to be laid over the floor. */
export function leafShadow(r: number, seed: number): Surface {
  const s = new Surface(r * 2, Math.round(r * 1.5));
  for (let k = 0; k < r * 1.6; k++) {
    const angle = hash(k, seed, 1) * Math.PI * 2;
    const d = Math.sqrt(hash(k, seed, 2));
    const x = r + Math.cos(angle) * (r - 6) * d;
    const y = r * 0.75 + Math.sin(angle) * (r * 0.75 - 5) * d;
    const size = 2 + hash(k, seed, 3) * 3.5;
    s.ell(x, y, size, size * 0.6, INK, 1);
  }
  for (let i = 3; i < s.data.length; i += 4) s.data[i] = (s.data[i] ?? 0) > 0 ? 26 : 0;
  return s;
}
