// Shapes written as rows of pixels, the form in which hair and head coverings are stored.
import type { Rows } from './Cells.ts';
import { Cells } from './Cells.ts';
import type { Side } from './frames.ts';

/** Rows from `y` downwards: symmetric half widths, or spans of inclusive pairs. */
export type Piece = { readonly y: number; readonly halves: readonly number[] } | { readonly y: number; readonly rows: Rows };

/** One shape for each side. Head grid: the skull is rows 12-25, columns 9-22. */
export type Shape = Readonly<Record<Side, readonly Piece[]>>;

/** `count` times the same row. */
export const repeat = <T>(row: T, count: number): T[] => Array.from({ length: count }, () => row);

/** The shape of one side as a mask. */
export function maskOf(pieces: readonly Piece[]): Cells {
  const mask = new Cells();
  for (const piece of pieces) {
    if ('halves' in piece) mask.halves(piece.y, piece.halves, 1);
    else mask.spans(piece.y, piece.rows, 1);
  }
  return mask;
}
