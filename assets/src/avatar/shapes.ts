// Shapes written as rows of pixels, the form in which heads, hair and head coverings are stored.
import type { Rows } from './Cells.ts';
import { Cells } from './Cells.ts';
import type { Side } from './frames.ts';

/** Rows of inclusive spans [x0, x1, x0, x1, ...] from `y` downwards. */
export interface Piece {
  readonly y: number;
  readonly spans: Rows;
}

/** One shape for each side, on the head grid. */
export type Shape = Readonly<Record<Side, readonly Piece[]>>;

// 'item itemx3' -> item, item, item, item
function expand(text: string): string[] {
  return text.split(' ').flatMap((word) => {
    const [item = '', count = '1'] = word.split('x');
    return Array.from({ length: Number(count) }, () => item);
  });
}

/** Spans row by row: '11-19 8-14,21-23x2' is one row from 11 to 19, then two of two spans each. */
export function rows(y: number, text: string): Piece {
  const spans = expand(text).map((row) =>
    row.split(',').flatMap((span) => {
      const [from = '0', to = from] = span.split('-');
      return [Number(from), Number(to)];
    }),
  );
  return { y, spans };
}

/** Rows symmetric about the middle of the frame, each given by half its width: '5 7 8x4'. */
export function halves(y: number, text: string): Piece {
  return { y, spans: expand(text).map((half) => [16 - Number(half), 15 + Number(half)]) };
}

/** The shape of one side as a mask. */
export function maskOf(pieces: readonly Piece[]): Cells {
  const mask = new Cells();
  for (const piece of pieces) mask.spans(piece.y, piece.spans, 1);
  return mask;
}
