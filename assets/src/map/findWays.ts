// Walking distances over the collision grid, in tiles, along the four directions.
import type { CollisionGrid } from './collisionGrid.ts';
import { COLUMNS, ROWS } from './readPlan.ts';

const STEPS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Steps from the nearest of `starts` to every tile, in reading order; -1 where nobody gets to. */
export function walkingDistances(grid: CollisionGrid, starts: readonly (readonly [number, number])[]): Int16Array {
  const distances = new Int16Array(COLUMNS * ROWS).fill(-1);
  const queue = starts.filter(([x, y]) => !grid.isTaken(x, y));
  for (const [x, y] of queue) distances[y * COLUMNS + x] = 0;
  for (let head = 0; head < queue.length; head++) {
    const [x, y] = queue[head] ?? [0, 0];
    const here = distances[y * COLUMNS + x] ?? 0;
    for (const [dx, dy] of STEPS) {
      const nx = x + dx;
      const ny = y + dy;
      if (grid.isTaken(nx, ny) || distances[ny * COLUMNS + nx] !== -1) continue;
      distances[ny * COLUMNS + nx] = here + 1;
      queue.push([nx, ny]);
    }
  }
  return distances;
}

/** Distance of one tile in the result of `walkingDistances`; Infinity when unreachable. */
export function distanceTo(distances: Int16Array, column: number, row: number): number {
  const distance = distances[row * COLUMNS + column] ?? -1;
  return distance < 0 ? Number.POSITIVE_INFINITY : distance;
}

/** A shortest way back from (column, row) to the starts, both ends included; empty when unreachable. */
export function traceWay(distances: Int16Array, column: number, row: number): (readonly [number, number])[] {
  const way: (readonly [number, number])[] = [];
  let x = column;
  let y = row;
  let left = distanceTo(distances, x, y);
  if (left === Number.POSITIVE_INFINITY) return way;
  way.push([x, y]);
  while (left > 0) {
    const step = STEPS.find(([dx, dy]) => distanceTo(distances, x + dx, y + dy) === left - 1);
    if (!step) return [];
    x += step[0];
    y += step[1];
    left -= 1;
    way.push([x, y]);
  }
  return way;
}
