// One avatar picture before it has colours: a 32 x 56 grid of material codes, so that shapes are drawn once and coloured at the end.
import { FRAME_H, FRAME_W } from './frames.ts';

/** Rows of inclusive pairs [x0, x1, x0, x1, ...]. */
export type Rows = readonly (readonly number[])[];

/** A grid of codes (see materials.ts); 0 is nothing. (0, 0) is the top left pixel; drawing outside is ignored. */
export class Cells {
  readonly codes = new Uint8Array(FRAME_W * FRAME_H);

  /** Whether something is drawn at (x, y). */
  has(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < FRAME_W && y < FRAME_H && this.codes[y * FRAME_W + x] !== 0;
  }

  dot(x: number, y: number, code: number): this {
    if (x >= 0 && y >= 0 && x < FRAME_W && y < FRAME_H) this.codes[y * FRAME_W + x] = code;
    return this;
  }

  rect(x: number, y: number, w: number, h: number, code: number): this {
    const left = Math.max(0, x);
    const right = Math.min(FRAME_W, x + w);
    const bottom = Math.min(FRAME_H, y + h);
    if (right > left) for (let j = Math.max(0, y); j < bottom; j++) this.codes.fill(code, j * FRAME_W + left, j * FRAME_W + right);
    return this;
  }

  /** `w` pixels to the right of (x, y). */
  row(x: number, y: number, w: number, code: number): this {
    return this.rect(x, y, w, 1, code);
  }

  /** `h` pixels down from (x, y). */
  column(x: number, y: number, h: number, code: number): this {
    return this.rect(x, y, 1, h, code);
  }

  line(x0: number, y0: number, x1: number, y1: number, code: number): this {
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
    for (let k = 0; k <= steps; k++) this.dot(Math.round(x0 + ((x1 - x0) * k) / steps), Math.round(y0 + ((y1 - y0) * k) / steps), code);
    return this;
  }

  /** Rows from `y` downwards, symmetric about the middle of the frame: each entry is half a width in pixels, 0 leaves the row out. */
  halves(y: number, halfWidths: readonly number[], code: number): this {
    for (let k = 0; k < halfWidths.length; k++) {
      const half = halfWidths[k] ?? 0;
      this.rect(FRAME_W / 2 - half, y + k, 2 * half, 1, code);
    }
    return this;
  }

  /** Rows from `y` downwards. */
  spans(y: number, rows: Rows, code: number): this {
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] ?? [];
      for (let p = 0; p + 1 < row.length; p += 2) {
        const x0 = row[p] ?? 0;
        this.rect(x0, y + k, (row[p + 1] ?? x0) - x0 + 1, 1, code);
      }
    }
    return this;
  }

  /** Recolours only what is drawn already. */
  tint(x: number, y: number, code: number): this {
    if (this.has(x, y)) this.dot(x, y, code);
    return this;
  }

  /** Recolours the drawn cells on a line. */
  tintLine(x0: number, y0: number, x1: number, y1: number, code: number): this {
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
    for (let k = 0; k <= steps; k++) this.tint(Math.round(x0 + ((x1 - x0) * k) / steps), Math.round(y0 + ((y1 - y0) * k) / steps), code);
    return this;
  }

  /** Lays another grid over this one, moved down by `dy` pixels. */
  stamp(other: Cells, dy = 0): this {
    const from = other.codes;
    const to = this.codes;
    const shift = dy * FRAME_W;
    const end = Math.min(from.length, from.length - shift);
    for (let i = Math.max(0, -shift); i < end; i++) {
      const code = from[i] ?? 0;
      if (code !== 0) to[i + shift] = code;
    }
    return this;
  }
}
