// What stands on the board, and the line that is being drawn: apart, so that a moving pen redraws nothing but its own line.
import type { ReadonlySignal } from '@preact/signals';
import { INK_COLOURS, type Ink, outlineOf, type Piece, readPiece, strokeOf } from './boardPieces.ts';
import { plainOf } from './LiveStroke.ts';

export interface Placed {
  piece: Piece;
  /** Of strokes: the path's `d`; computed once. */
  outline: string;
}

/** What a value of the shared list is here; null: no piece of a board. Remembered, as the list gives the same values again; forgotten when one grows. */
export type Known = WeakMap<object, Placed | null>;

export function placedOf(value: unknown, known: Known): Placed | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const before = known.get(value);
  if (before !== undefined) return before ?? undefined;
  const piece = readPiece(plainOf(value));
  const placed = piece ? { piece, outline: piece.kind === 'stroke' ? outlineOf(piece) : '' } : null;
  known.set(value, placed);
  return placed ?? undefined;
}

export function BoardPieces({ placed }: { placed: ReadonlySignal<readonly Placed[]> }) {
  return (
    <>
      {placed.value.map(({ piece, outline }, n) =>
        piece.kind === 'stroke' ? (
          <path key={n} d={outline} fill={INK_COLOURS[piece.ink]} />
        ) : (
          <text key={n} x={piece.x} y={piece.y} fill={INK_COLOURS[piece.ink]}>
            {piece.text}
          </text>
        ),
      )}
    </>
  );
}

interface DrawnLineProps {
  path: ReadonlySignal<readonly { x: number; y: number }[]>;
  ink: ReadonlySignal<Ink>;
  size: ReadonlySignal<number>;
}

export function DrawnLine({ path, ink, size }: DrawnLineProps) {
  if (path.value.length === 0) return null;
  return <path d={outlineOf(strokeOf(ink.value, size.value, path.value))} fill={INK_COLOURS[ink.value]} />;
}
