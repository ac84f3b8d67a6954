import { expect, it } from 'vitest';
import { buildCollisionGrid } from './collisionGrid.ts';
import { furnishOffice } from './furnishOffice.ts';
import type { Placed } from './Layout.ts';
import { COLUMNS, glyphAt, ROWS, TILE } from './readPlan.ts';

const layout = furnishOffice();
const grid = buildCollisionGrid(layout);

/** How many of a tile's pixels a thing that stands on the floor covers. */
function coveredPixels(column: number, row: number, things: readonly Placed[]): number {
  let count = 0;
  for (let y = row * TILE; y < (row + 1) * TILE; y += 2) {
    for (let x = column * TILE; x < (column + 1) * TILE; x += 2) {
      if (things.some(({ sprite, x: left, base }) => sprite.surface.alpha(x - left + sprite.originX, y - base + sprite.baseY) > 100))
        count += 4;
    }
  }
  return count;
}

const near = (column: number, row: number): Placed[] =>
  [...layout.placed, ...layout.flats].filter(({ sprite, x, base }) => {
    const left = x - sprite.originX;
    const top = base - sprite.baseY;
    return (
      left < (column + 1) * TILE &&
      left + sprite.surface.width > column * TILE &&
      top < (row + 1) * TILE &&
      top + sprite.surface.height > row * TILE
    );
  });

it('[O35] nobody is stopped by air: something is drawn on every taken tile', () => {
  const air: string[] = [];
  for (let row = 2; row < ROWS - 1; row++) {
    for (let column = 1; column < COLUMNS - 1; column++) {
      if (!grid.isTaken(column, row) || (row === 12 && column >= 62 && column <= 75)) continue;
      if (coveredPixels(column, row, near(column, row)) < TILE * TILE * 0.12) air.push(`${glyphAt(column, row)}@${column},${row}`);
    }
  }
  expect(air).toEqual([]);
});

it('[O35] nobody walks through a table: solid things take every tile they cover by half', () => {
  const seats = new Set(layout.seats.map(({ column, row }) => `${column},${row}`));
  const open: string[] = [];
  for (const { sprite, x, base, part } of layout.placed) {
    if (part === 'front') continue;
    for (const { dx, dy, w, h } of sprite.solid ?? []) {
      for (let row = Math.floor((base + dy) / TILE); row <= Math.floor((base + dy + h) / TILE); row++) {
        for (let column = Math.floor((x + dx) / TILE); column <= Math.floor((x + dx + w) / TILE); column++) {
          const width = Math.min(x + dx + w, (column + 1) * TILE) - Math.max(x + dx, column * TILE);
          const height = Math.min(base + dy + h, (row + 1) * TILE) - Math.max(base + dy, row * TILE);
          if (width <= 0 || height <= 0 || width * height < TILE * TILE * 0.5) continue;
          if (!grid.isTaken(column, row) && !seats.has(`${column},${row}`)) open.push(`${sprite.name}@${column},${row}`);
        }
      }
    }
  }
  expect(open).toEqual([]);
});

it('[O35] no empty patch of floor inside is larger than 5 x 5, outside square, hall and stage', () => {
  const isOpenPlace = (x: number, y: number) => (x >= 23 && x <= 57 && y >= 24) || (x >= 59 && x <= 77 && y >= 7 && y <= 27);
  const patches: string[] = [];
  for (let row = 2; row <= 30; row++) {
    for (let column = 2; column <= 72; column++) {
      let isEmpty = true;
      for (let k = 0; k < 36 && isEmpty; k++) {
        const x = column + (k % 6);
        const y = row + Math.floor(k / 6);
        isEmpty = !grid.isTaken(x, y) && !isOpenPlace(x, y) && !layout.seats.some((seat) => seat.column === x && seat.row === y);
      }
      if (isEmpty) patches.push(`${column},${row}`);
    }
  }
  expect(patches).toEqual([]);
});
