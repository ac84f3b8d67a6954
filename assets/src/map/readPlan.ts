// Reads the plan's characters and joins neighbouring characters of one thing into parts: a table, a sofa, a pond.
import { placeOf } from './areas.ts';
import { PLAN } from './plan.ts';

export const TILE = 32;
export const COLUMNS = 80;
export const ROWS = 56;

export interface Part {
  glyph: string;
  cells: (readonly [number, number])[];
  /** Bounding box in tiles. */
  x: number;
  y: number;
  w: number;
  h: number;
  /** The area it stands in, see `placeOf`. */
  place: string;
}

/** The character of a tile; lawn outside the drawing. */
export function glyphAt(column: number, row: number): string {
  return PLAN[row]?.[column] ?? '"';
}

/** Characters that stand for one thing each, even when they touch. */
const SINGLE = 'hoPaX/\\l';
/** Characters that make one thing together. */
const JOINED = ['MB', 'sS', 'bY'];
const READ = 'tkLdwNMBsSKvb~YU';

function collect(column: number, row: number, set: string, seen: Set<string>): (readonly [number, number])[] {
  const cells: (readonly [number, number])[] = [];
  const open: [number, number][] = [[column, row]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [x, y] = next;
    const key = `${x},${y}`;
    if (seen.has(key) || !set.includes(glyphAt(x, y))) continue;
    seen.add(key);
    cells.push([x, y]);
    open.push([x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]);
  }
  return cells;
}

/** All parts of the plan, in reading order of their first cell. */
export function readParts(): Part[] {
  const seen = new Set<string>();
  const parts: Part[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const glyph = glyphAt(column, row);
      const isSingle = SINGLE.includes(glyph);
      if (seen.has(`${column},${row}`) || !(isSingle || READ.includes(glyph))) continue;
      const set = JOINED.find((joined) => joined.includes(glyph)) ?? glyph;
      const cells = isSingle ? [[column, row] as const] : collect(column, row, set, seen);
      const xs = cells.map(([x]) => x);
      const ys = cells.map(([, y]) => y);
      const x = Math.min(...xs);
      const y = Math.min(...ys);
      parts.push({ glyph, cells, x, y, w: Math.max(...xs) - x + 1, h: Math.max(...ys) - y + 1, place: placeOf(column, row) });
    }
  }
  return parts;
}

/** Free tiles between a tile and a part's box, straight or diagonal (0 = touching or inside). */
export function gapTo(column: number, row: number, part: Part): { dx: number; dy: number } {
  return {
    dx: Math.max(part.x - column, 0, column - (part.x + part.w - 1)),
    dy: Math.max(part.y - row, 0, row - (part.y + part.h - 1)),
  };
}

/** The nearest of `parts` within `reach` tiles, measured from tile centre to box. */
export function nearestPart(column: number, row: number, parts: readonly Part[], reach: number): Part | undefined {
  let best: Part | undefined;
  let bestDistance = reach;
  for (const part of parts) {
    const { dx, dy } = gapTo(column, row, part);
    const distance = Math.hypot(dx, dy);
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = part;
  }
  return best;
}
