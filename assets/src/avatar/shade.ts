// Turns a flat shape into a lit one: light from the top left, dark right and lower edges.
import type { Cells } from './Cells.ts';
import { FRAME_H, FRAME_W } from './frames.ts';
import { code, farCode, PLAIN } from './materials.ts';

export interface Shading {
  /** Level of the middle of the shape, default PLAIN. */
  readonly level?: number;
  /** Without a lit left edge: for shapes that have a neighbour of the same colour there. */
  readonly noLeft?: boolean;
  /** For shapes of three to five pixels: only one dark column on the right. */
  readonly thin?: boolean;
  /** On a limb of the far side. */
  readonly far?: boolean;
}

/** Draws `shape` (any code counts as inside) onto `target` in `material`, moved down by `dy` px. */
export function shade(target: Cells, shape: Cells, material: number, options: Shading = {}, dy = 0): void {
  const { level = PLAIN, noLeft = false, thin = false, far = false } = options;
  const inside = shape.codes;
  for (let y = 0; y < FRAME_H; y++) {
    for (let x = 0; x < FRAME_W; x++) {
      const i = y * FRAME_W + x;
      if (!inside[i]) continue;
      const right = x + 1 < FRAME_W ? inside[i + 1] : 0;
      const below = y + 1 < FRAME_H ? inside[i + FRAME_W] : 0;
      let lit = level;
      if (!right || !below) lit = level - 1;
      else if (y === 0 || !inside[i - FRAME_W] || (!noLeft && (x === 0 || !inside[i - 1]))) lit = level + 1;
      else if (!thin && !(x + 2 < FRAME_W && inside[i + 2])) lit = level - 1;
      lit = Math.max(0, Math.min(4, lit));
      target.dot(x, y + dy, far ? farCode(material, lit) : code(material, lit));
    }
  }
}
