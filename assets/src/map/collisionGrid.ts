// Decides per tile whether feet may stand there: walls, water, hedges, and whatever solid is drawn on the tile.
import type { Layout } from './Layout.ts';
import { COLUMNS, glyphAt, ROWS, TILE } from './readPlan.ts';
import { isHiddenBehindWall } from './walls.ts';

/** Things whose whole tile is taken. Seats (h o L a b) can be walked to. */
const SOLID_GLYPHS = '#=tdkKMBSNUXvlPY~';
/** A solid box takes a tile when it covers this share of it, or its middle stands on it ... */
const TAKEN_SHARE = 0.3;
/** ... unless it is as thin as a lamp's foot: one walks around those without noticing. */
const THIN_PX2 = 100;
/** Seats have to be walked to: only their large parts (the deck of a tree bench) take tiles. */
const SEAT_TAKEN_SHARE = 0.5;

export interface CollisionGrid {
  /** Column and row outside the map count as taken. */
  isTaken(column: number, row: number): boolean;
}

/** Outside the house nobody goes: the strips beside it, the hedges all around. */
function isOutOfBounds(column: number, row: number): boolean {
  if (column < 0 || row < 0 || column >= COLUMNS || row >= ROWS) return true;
  if (row === 0 || row === ROWS - 1) return true;
  return column === 0 || column === COLUMNS - 1;
}

/** The stage is 14 px high: its front edge can only be climbed at the steps in the middle. */
function isStageEdge(column: number, row: number): boolean {
  if (row !== 12 || column < 62 || column > 75) return false;
  return column !== 68 && column !== 69 && column !== 62 && column !== 75;
}

function coveredShare(box: { x: number; y: number; w: number; h: number }, column: number, row: number): number {
  const width = Math.min(box.x + box.w, (column + 1) * TILE) - Math.max(box.x, column * TILE);
  const height = Math.min(box.y + box.h, (row + 1) * TILE) - Math.max(box.y, row * TILE);
  return width > 0 && height > 0 ? (width * height) / (TILE * TILE) : 0;
}

export function buildCollisionGrid(layout: Layout): CollisionGrid {
  const taken = new Uint8Array(COLUMNS * ROWS);
  const take = (column: number, row: number) => {
    if (column >= 0 && row >= 0 && column < COLUMNS && row < ROWS) taken[row * COLUMNS + column] = 1;
  };
  for (const { sprite, x, base, part } of layout.placed) {
    if (part === 'front') continue;
    for (const { dx, dy, w, h } of sprite.solid ?? []) {
      const box = { x: x + dx, y: base + dy, w, h };
      if (w * h >= THIN_PX2 && !sprite.sitters) take(Math.floor((box.x + w / 2) / TILE), Math.floor((box.y + h / 2) / TILE));
      const share = sprite.sitters ? SEAT_TAKEN_SHARE : TAKEN_SHARE;
      for (let row = Math.floor(box.y / TILE); row * TILE < box.y + h; row++) {
        for (let column = Math.floor(box.x / TILE); column * TILE < box.x + w; column++) {
          if (coveredShare(box, column, row) >= share) take(column, row);
        }
      }
    }
  }
  for (const { column, row } of layout.seats) taken[row * COLUMNS + column] = 0;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const isSolid = SOLID_GLYPHS.includes(glyphAt(column, row)) || isStageEdge(column, row) || isHiddenBehindWall(column, row);
      if (isSolid || isOutOfBounds(column, row)) take(column, row);
    }
  }
  return { isTaken: (column, row) => isOutOfBounds(column, row) || taken[row * COLUMNS + column] === 1 };
}
