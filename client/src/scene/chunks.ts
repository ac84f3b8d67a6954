// Which squares of the baked map a view needs, and how coarse they may be.
import type { Rect } from '@comptoir/shared/geometry';

/** Side of a baked picture in texels. */
export const CHUNK_PX = 512;

export interface ChunkPlace {
  column: number;
  row: number;
  /** One texel is 2^level px of the map. */
  level: number;
}

export const chunkKey = (place: ChunkPlace): string => `${place.level}/${place.column}/${place.row}`;

/** px of the map along a chunk's side. */
export const chunkSpan = (level: number): number => CHUNK_PX * 2 ** level;

export const chunkRect = ({ column, row, level }: ChunkPlace): Rect => {
  const span = chunkSpan(level);
  return { x: column * span, y: row * span, width: span, height: span };
};

/** The coarsest level that still has a texel for every device pixel. @param zoom device px per px of the map */
export const levelFor = (zoom: number): number => (zoom >= 1 ? 0 : Math.max(0, Math.floor(Math.log2(1 / zoom))));

/** The chunks that touch `view` (px of the map) within a map of the given size, nearest to its middle first. */
export function chunksIn(view: Rect, mapWidth: number, mapHeight: number, level: number): ChunkPlace[] {
  const span = chunkSpan(level);
  const last = (size: number, edge: number): number => Math.min(Math.ceil(size / span) - 1, Math.ceil(edge / span) - 1);
  const places: ChunkPlace[] = [];
  for (let row = Math.max(0, Math.floor(view.y / span)); row <= last(mapHeight, view.y + view.height); row++)
    for (let column = Math.max(0, Math.floor(view.x / span)); column <= last(mapWidth, view.x + view.width); column++)
      places.push({ column, row, level });
  const middle = (place: ChunkPlace): number =>
    Math.hypot((place.column + 0.5) * span - view.x - view.width / 2, (place.row + 0.5) * span - view.y - view.height / 2);
  return places.sort((a, b) => middle(a) - middle(b));
}

/** A rectangle grown by `px` on every side. */
export const grown = (rect: Rect, px: number): Rect => ({
  x: rect.x - px,
  y: rect.y - px,
  width: rect.width + 2 * px,
  height: rect.height + 2 * px,
});

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
