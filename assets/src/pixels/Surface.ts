// Integer pixel drawing on an RGBA buffer: rectangles, ellipses, polygons, lines, and the automatic coloured outline.
import type { Colour, Rgb } from './colour.ts';
import { lum, mix, toRgb } from './colour.ts';
import { INK } from './palette.ts';

type Point = readonly [number, number];

/**
 * A picture of `width` x `height` pixels; (0, 0) is the top left pixel, y grows downwards. Drawing outside is ignored.
 * Coordinates are rounded down. Every drawing method takes an optional opacity `a` (0-1) and returns the surface.
 */
export class Surface {
  readonly width: number;
  readonly height: number;
  /** Four bytes per pixel, row by row: red, green, blue, alpha (not premultiplied). */
  readonly data: Uint8ClampedArray<ArrayBuffer>;

  constructor(width: number, height: number) {
    this.width = Math.floor(width);
    this.height = Math.floor(height);
    this.data = new Uint8ClampedArray(this.width * this.height * 4);
  }

  /** Alpha 0-255; 0 outside. */
  alpha(x: number, y: number): number {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return 0;
    return this.data[(y * this.width + x) * 4 + 3] ?? 0;
  }

  /** The colour of a pixel, whatever its alpha; black outside. */
  get(x: number, y: number): Rgb {
    const i = (y * this.width + x) * 4;
    const d = this.data;
    return [d[i] ?? 0, d[i + 1] ?? 0, d[i + 2] ?? 0];
  }

  px(x: number, y: number, colour: Colour, a = 1): this {
    const px = Math.floor(x);
    const py = Math.floor(y);
    if (px < 0 || py < 0 || px >= this.width || py >= this.height || a <= 0) return this;
    const [r, g, b] = toRgb(colour);
    const i = (py * this.width + px) * 4;
    const d = this.data;
    const under = ((d[i + 3] ?? 0) / 255) * (1 - a);
    const out = a + under;
    d[i] = (r * a + (d[i] ?? 0) * under) / out;
    d[i + 1] = (g * a + (d[i + 1] ?? 0) * under) / out;
    d[i + 2] = (b * a + (d[i + 2] ?? 0) * under) / out;
    d[i + 3] = out * 255;
    return this;
  }

  /** Makes a rectangle transparent again. */
  clear(x: number, y: number, w = 1, h = 1): this {
    for (let j = Math.max(0, y); j < Math.min(this.height, y + h); j++) {
      for (let i = Math.max(0, x); i < Math.min(this.width, x + w); i++)
        this.data.fill(0, (j * this.width + i) * 4, (j * this.width + i) * 4 + 4);
    }
    return this;
  }

  rect(x: number, y: number, w: number, h: number, colour: Colour, a = 1): this {
    const c = toRgb(colour);
    for (let j = y; j < y + h; j++) for (let i = x; i < x + w; i++) this.px(i, j, c, a);
    return this;
  }

  /** A horizontal line of `w` pixels to the right of (x, y). */
  hline(x: number, y: number, w: number, colour: Colour, a = 1): this {
    return this.rect(x, y, w, 1, colour, a);
  }

  /** A vertical line of `h` pixels down from (x, y). */
  vline(x: number, y: number, h: number, colour: Colour, a = 1): this {
    return this.rect(x, y, 1, h, colour, a);
  }

  /** Rectangle with corners rounded by `r` pixels. */
  rr(x: number, y: number, w: number, h: number, r: number, colour: Colour, a = 1): this {
    const c = toRgb(colour);
    for (let j = 0; j < h; j++) {
      const fromEdge = Math.min(j, h - 1 - j);
      let inset = 0;
      if (fromEdge < r) {
        const dy = r - fromEdge - 0.5;
        inset = Math.round(r - Math.sqrt(Math.max(0, r * r - dy * dy)));
      }
      this.rect(x + inset, y + j, w - 2 * inset, 1, c, a);
    }
    return this;
  }

  /** Filled ellipse around (cx, cy), which are edges and not pixel centres: cx = 8 is the middle of 16 pixels. */
  ell(cx: number, cy: number, rx: number, ry: number, colour: Colour, a = 1): this {
    const c = toRgb(colour);
    for (let j = Math.floor(cy - ry); j <= cy + ry; j++) {
      for (let i = Math.floor(cx - rx); i <= cx + rx; i++) {
        const u = (i + 0.5 - cx) / rx;
        const v = (j + 0.5 - cy) / ry;
        if (u * u + v * v <= 1) this.px(i, j, c, a);
      }
    }
    return this;
  }

  /** Filled polygon (even-odd rule). */
  poly(points: readonly Point[], colour: Colour, a = 1): this {
    const c = toRgb(colour);
    const ys = points.map(([, y]) => y);
    for (let y = Math.floor(Math.min(...ys)); y <= Math.max(...ys); y++) {
      const mid = y + 0.5;
      const crossings: number[] = [];
      points.forEach(([ax, ay], k) => {
        const [bx, by] = points[(k + 1) % points.length] ?? [ax, ay];
        if ((ay <= mid && by > mid) || (by <= mid && ay > mid)) crossings.push(ax + ((mid - ay) / (by - ay)) * (bx - ax));
      });
      crossings.sort((m, n) => m - n);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const end = Math.round(crossings[k + 1] ?? 0);
        for (let x = Math.round(crossings[k] ?? 0); x < end; x++) this.px(x, y, c, a);
      }
    }
    return this;
  }

  line(x0: number, y0: number, x1: number, y1: number, colour: Colour, a = 1): this {
    const c = toRgb(colour);
    const n = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
    for (let k = 0; k <= n; k++) this.px(Math.round(x0 + ((x1 - x0) * k) / n), Math.round(y0 + ((y1 - y0) * k) / n), c, a);
    return this;
  }

  /** Rows from `y` downwards; each row lists inclusive pairs [x0, x1, x0, x1, ...]. */
  spans(y: number, rows: readonly (readonly number[] | undefined)[], colour: Colour, a = 1): this {
    rows.forEach((row, j) => {
      for (let k = 0; row && k + 1 < row.length; k += 2) {
        const x0 = row[k] ?? 0;
        this.rect(x0, y + j, (row[k + 1] ?? x0) - x0 + 1, 1, colour, a);
      }
    });
    return this;
  }

  /** Draws another surface over this one with its top left at (x, y). */
  blit(source: Surface, x: number, y: number, a = 1, mirrored = false): this {
    const s = source.data;
    for (let j = 0; j < source.height; j++) {
      for (let i = 0; i < source.width; i++) {
        const k = (j * source.width + (mirrored ? source.width - 1 - i : i)) * 4;
        const alpha = ((s[k + 3] ?? 0) / 255) * a;
        if (alpha > 0) this.px(x + i, y + j, [s[k] ?? 0, s[k + 1] ?? 0, s[k + 2] ?? 0], alpha);
      }
    }
    return this;
  }

  clone(): Surface {
    const copy = new Surface(this.width, this.height);
    copy.data.set(this.data);
    return copy;
  }

  /** The mirror image, left for right. */
  flip(): Surface {
    return new Surface(this.width, this.height).blit(this, 0, 0, 1, true);
  }

  /** A copy of the part with top left (x, y); what lies outside is transparent. */
  crop(x: number, y: number, w: number, h: number): Surface {
    return new Surface(w, h).blit(this, -x, -y);
  }

  /**
   * A copy with one pixel of outline OUTSIDE the shape: the darkest of the four neighbours, sunk by `strength` (0-1) into the ink.
   * Run it once on a finished composition: run per part it would double.
   */
  outline(strength = 0.72, ink: Colour = INK): Surface {
    const out = this.clone();
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        if (this.alpha(x, y) > 100) continue;
        let darkest: Rgb | undefined;
        for (const [nx, ny] of [
          [x, y - 1],
          [x - 1, y],
          [x + 1, y],
          [x, y + 1],
        ] as const) {
          if (this.alpha(nx, ny) <= 100) continue;
          const c = this.get(nx, ny);
          if (!darkest || lum(c) < lum(darkest)) darkest = c;
        }
        if (darkest) out.px(x, y, mix(darkest, ink, strength));
      }
    }
    return out;
  }
}
