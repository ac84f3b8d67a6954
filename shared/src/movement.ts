// The one walking rule: the client predicts with it, the server checks and walks with it, others are extrapolated with it.
import type { Point } from './geometry.ts';
import { TILE_UNITS, toUnits } from './geometry.ts';
import { tuning } from './tuning.ts';

/** 0 = right, then clockwise in steps of 45 degrees (y is down): 2 = down, 4 = left, 6 = up. */
export type Direction = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const GAITS = ['still', 'walk', 'run', 'stroll'] as const;
export type Gait = (typeof GAITS)[number];

/** What a person wants to do with the feet now. `still` keeps the facing. */
export interface Intent {
  direction: Direction;
  gait: Gait;
}

/** A rank number of shared/people.ts RANKS: 0 visitor ... 3 admin. */
export type RankLevel = 0 | 1 | 2 | 3;

/**
 * What feet may stand on: row-major, one byte a tile. 0 = everybody; 1-3 = that rank level or higher; SOLID = nobody.
 * Outside the grid everything is solid.
 */
export interface WalkGrid {
  width: number;
  height: number;
  cells: Uint8Array;
}

export const SOLID = 255;

/** Signs of x and y for each Direction. */
export const DIRECTION_X = [1, 1, 0, -1, -1, -1, 0, 1] as const;
export const DIRECTION_Y = [0, 1, 1, 1, 0, -1, -1, -1] as const;

const unitsPerTick = (pxPerS: number): number => Math.round((toUnits(pxPerS) * tuning.tickMs) / 1000);
const straight = {
  still: 0,
  walk: unitsPerTick(tuning.walkPxPerS),
  run: unitsPerTick(tuning.runPxPerS),
  stroll: unitsPerTick(tuning.strollPxPerS),
} as const;
// cos 45 degrees, rounded once per gait: no trigonometry while walking, the same integers everywhere
const diagonal = {
  still: 0,
  walk: Math.round(straight.walk * Math.SQRT1_2),
  run: Math.round(straight.run * Math.SQRT1_2),
  stroll: Math.round(straight.stroll * Math.SQRT1_2),
} as const;

const isDiagonal = (direction: Direction): boolean => (direction & 1) === 1;

/** World units along each moving axis in one tick. */
export const stride = (direction: Direction, gait: Gait): number => (isDiagonal(direction) ? diagonal[gait] : straight[gait]);

const HALF_WIDTH = toUnits(tuning.feetWidthPx) / 2;
const HALF_HEIGHT = toUnits(tuning.feetHeightPx) / 2;

/** May feet of this rank stand on the tile? Tile coordinates. */
export function isFree(grid: WalkGrid, tileX: number, tileY: number, rank: RankLevel = 0): boolean {
  if (tileX < 0 || tileY < 0 || tileX >= grid.width || tileY >= grid.height) return false;
  return (grid.cells[tileY * grid.width + tileX] ?? SOLID) <= rank;
}

const firstTile = (low: number): number => Math.floor(low / TILE_UNITS);
const lastTile = (high: number): number => Math.floor((high - 1) / TILE_UNITS);

/** Does the whole feet box, centred on `feet` (world units), stand on free floor? */
export function mayStand(grid: WalkGrid, feet: Point, rank: RankLevel = 0): boolean {
  for (let y = firstTile(feet.y - HALF_HEIGHT); y <= lastTile(feet.y + HALF_HEIGHT); y++)
    for (let x = firstTile(feet.x - HALF_WIDTH); x <= lastTile(feet.x + HALF_WIDTH); x++) if (!isFree(grid, x, y, rank)) return false;
  return true;
}

function columnFree(grid: WalkGrid, tileX: number, y: number, rank: RankLevel): boolean {
  for (let row = firstTile(y - HALF_HEIGHT); row <= lastTile(y + HALF_HEIGHT); row++) if (!isFree(grid, tileX, row, rank)) return false;
  return true;
}

function rowFree(grid: WalkGrid, tileY: number, x: number, rank: RankLevel): boolean {
  for (let column = firstTile(x - HALF_WIDTH); column <= lastTile(x + HALF_WIDTH); column++)
    if (!isFree(grid, column, tileY, rank)) return false;
  return true;
}

function slideX(grid: WalkGrid, feet: Point, dx: number, rank: RankLevel): number {
  if (dx > 0) {
    const tile = lastTile(feet.x + dx + HALF_WIDTH);
    if (tile > lastTile(feet.x + HALF_WIDTH) && !columnFree(grid, tile, feet.y, rank)) return tile * TILE_UNITS - HALF_WIDTH;
  } else if (dx < 0) {
    const tile = firstTile(feet.x + dx - HALF_WIDTH);
    if (tile < firstTile(feet.x - HALF_WIDTH) && !columnFree(grid, tile, feet.y, rank)) return (tile + 1) * TILE_UNITS + HALF_WIDTH;
  }
  return feet.x + dx;
}

function slideY(grid: WalkGrid, feet: Point, dy: number, rank: RankLevel): number {
  if (dy > 0) {
    const tile = lastTile(feet.y + dy + HALF_HEIGHT);
    if (tile > lastTile(feet.y + HALF_HEIGHT) && !rowFree(grid, tile, feet.x, rank)) return tile * TILE_UNITS - HALF_HEIGHT;
  } else if (dy < 0) {
    const tile = firstTile(feet.y + dy - HALF_HEIGHT);
    if (tile < firstTile(feet.y - HALF_HEIGHT) && !rowFree(grid, tile, feet.x, rank)) return (tile + 1) * TILE_UNITS + HALF_HEIGHT;
  }
  return feet.y + dy;
}

/**
 * Moves `feet` (world units, changed in place) by one office tick of the intent; slides along walls, one axis after the other.
 * Only newly entered tiles are asked, so feet that stand on a tile that became solid can still walk out of it.
 * @returns whether the feet moved
 */
export function step(feet: Point, intent: Intent, grid: WalkGrid, rank: RankLevel = 0): boolean {
  const length = stride(intent.direction, intent.gait);
  if (length === 0) return false;
  const { x, y } = feet;
  feet.x = slideX(grid, feet, DIRECTION_X[intent.direction] * length, rank);
  feet.y = slideY(grid, feet, DIRECTION_Y[intent.direction] * length, rank);
  return feet.x !== x || feet.y !== y;
}

/** The direction whose signs are (dx, dy); undefined for (0, 0). */
export function directionOf(dx: number, dy: number): Direction | undefined {
  for (let d = 0; d < 8; d++) {
    const direction = d as Direction;
    if (DIRECTION_X[direction] === Math.sign(dx) && DIRECTION_Y[direction] === Math.sign(dy)) return direction;
  }
  return undefined;
}

/**
 * One tick towards `target` along one of the eight directions, never past it: diagonal until level, then straight.
 * Moves `feet` in place. @returns the direction walked; undefined when already there; 'blocked' when the floor ends.
 */
export function stepTowards(
  feet: Point,
  target: Point,
  gait: Gait,
  grid: WalkGrid,
  rank: RankLevel = 0,
): Direction | 'blocked' | undefined {
  const dx = target.x - feet.x;
  const dy = target.y - feet.y;
  const direction = directionOf(dx, dy);
  if (direction === undefined) return undefined;
  const length = stride(direction, gait);
  const x = slideX(grid, feet, Math.sign(dx) * Math.min(Math.abs(dx), length), rank);
  const y = slideY(grid, { x, y: feet.y }, Math.sign(dy) * Math.min(Math.abs(dy), length), rank);
  if (x === feet.x && y === feet.y) return 'blocked';
  feet.x = x;
  feet.y = y;
  return direction;
}
