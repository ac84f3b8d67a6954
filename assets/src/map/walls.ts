// Where the plan has walls, which of them are glass, and how much of the floor behind them they hide.
import { COLUMNS, glyphAt, ROWS, TILE } from './readPlan.ts';

/** Rows of a full wall hide the floor behind from this many pixels above their row's top (face 52 + cap 12 - base 24). */
const HIDDEN_ABOVE_ROW_PX = 40;
/** Things that would stand in the hidden strip are pulled this far above the wall's row, so that their foot shows. */
const PULLED_ABOVE_ROW_PX = 44;
const FACADE_ROW = 36;
const FACADE_PULLED_PX = 18;

export const isFullWall = (column: number, row: number): boolean => glyphAt(column, row) === '#';
export const isFacade = (column: number, row: number): boolean => glyphAt(column, row) === '=';

/** Glass partitions: the meeting rooms, the north side of the centre, the booths. */
export function isGlass(column: number, row: number): boolean {
  if (!isFullWall(column, row)) return false;
  if ([26, 39, 52].includes(column) && row >= 2 && row <= 14) return true;
  if (row === 15) return column >= 33 && column <= 51;
  if (column === 18) return row >= 16 && row <= 24;
  return (row === 20 || row === 24) && column >= 19 && column <= 21;
}

/** A solid wall that runs east-west here and hides what stands north of it. */
export function hidesNorth(column: number, row: number): boolean {
  if (!isFullWall(column, row) || isGlass(column, row)) return false;
  return isFullWall(column - 1, row) || isFullWall(column + 1, row);
}

/** The base line (px) moved north out of the strip that a wall in this column hides. */
export function pullFromWall(x: number, base: number): number {
  const column = Math.floor(x / TILE);
  const first = Math.floor(base / TILE);
  for (let row = first; row <= first + 2; row++) {
    const isHidden = base > row * TILE - PULLED_ABOVE_ROW_PX && base < row * TILE + 12;
    if (isHidden && hidesNorth(column, row)) return row * TILE - PULLED_ABOVE_ROW_PX;
  }
  const atFacade = base > FACADE_ROW * TILE - FACADE_PULLED_PX && base < FACADE_ROW * TILE + 12;
  return atFacade && isFacade(column, FACADE_ROW) ? FACADE_ROW * TILE - FACADE_PULLED_PX : base;
}

/** Tiles whose middle lies behind a full wall: nobody stands there, they would vanish. Doors stay open. */
export function isHiddenBehindWall(column: number, row: number): boolean {
  if (!hidesNorth(column, row + 1) || glyphAt(column, row) === 'D') return false;
  return row * TILE + TILE / 2 > (row + 1) * TILE - HIDDEN_ABOVE_ROW_PX;
}

/** Every cell that is some kind of wall, row by row. */
export function wallCells(): { column: number; row: number }[] {
  const cells: { column: number; row: number }[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) if (isFullWall(column, row) || isFacade(column, row)) cells.push({ column, row });
  }
  return cells;
}
