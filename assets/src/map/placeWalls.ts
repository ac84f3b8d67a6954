// Stands the wall pieces up and hangs what belongs in openings: door frames, mats, awnings.
import { pickFrom } from '../pixels/random.ts';
import type { FacadeFace, WallTheme } from '../walls/wallCell.ts';
import { EAST, NORTH, SOUTH, WEST, wallCell } from '../walls/wallCell.ts';
import type { Layout } from './Layout.ts';
import { put } from './Layout.ts';
import { glyphAt, TILE } from './readPlan.ts';
import { isFacade, isFullWall, isGlass, wallCells } from './walls.ts';

/** Base line of a wall within its row: 12 px of wall that begin 12 px down; glass is thinner. */
export const WALL_BASE_PX = 24;
const GLASS_BASE_PX = 21;

function themeOf(column: number, row: number): WallTheme {
  if (isFacade(column, row)) return 'facade';
  if (isGlass(column, row)) return 'glass';
  if (row === 1) return 'north';
  return column >= 58 && row >= 7 && row <= 27 ? 'hall' : 'inner';
}

function maskOf(column: number, row: number): number {
  const isLow = isFacade(column, row);
  const joins = (x: number, y: number) => isFullWall(x, y) || (isLow && isFacade(x, y));
  const alongside = (joins(column + 1, row) ? EAST : 0) | (joins(column - 1, row) ? WEST : 0);
  // The low facade never grows up into the walls that end at it.
  return isLow ? alongside : alongside | (joins(column, row - 1) ? NORTH : 0) | (joins(column, row + 1) ? SOUTH : 0);
}

/** Cells of the facade that awnings hang over. */
const UNDER_AWNINGS = new Set([24, 25, 32, 33, 34, 45, 46, 47, 55, 56]);

/** Windows of the facade by turns; plain beside doors and under awnings. */
function faceOf(column: number): FacadeFace {
  const besideDoor = glyphAt(column - 1, 36) === 'D' || glyphAt(column + 1, 36) === 'D';
  return besideDoor || UNDER_AWNINGS.has(column) ? 'plain' : pickFrom<FacadeFace>(['window', 'curtain', 'window', 'flowers'], column);
}

export function placeWalls(layout: Layout): void {
  for (const { column, row } of wallCells()) {
    const theme = themeOf(column, row);
    const base = row * TILE + (theme === 'glass' ? GLASS_BASE_PX : WALL_BASE_PX);
    const sprite = wallCell(theme, maskOf(column, row), theme === 'facade' ? faceOf(column) : 'window');
    put(layout, sprite, column * TILE + TILE / 2, base, { depth: base });
  }
}
