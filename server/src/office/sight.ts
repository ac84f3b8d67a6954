// Do two people see each other? Over the tile grid, where walls and tall furniture are solid.
import { type Point, TILE_UNITS } from '@comptoir/shared/geometry';
import { SOLID, type WalkGrid } from '@comptoir/shared/movement';

/**
 * B8: a straight line from feet to feet (world units) that crosses no solid tile; the tiles they stand on do not count,
 * nor does a corner that is only touched.
 */
export function isInSight(grid: WalkGrid, from: Point, to: Point): boolean {
  let x = Math.floor(from.x / TILE_UNITS);
  let y = Math.floor(from.y / TILE_UNITS);
  const endX = Math.floor(to.x / TILE_UNITS);
  const endY = Math.floor(to.y / TILE_UNITS);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const stepX = Math.sign(dx);
  const stepY = Math.sign(dy);
  // how far along the line, from 0 to 1, the next border of a tile is
  const nextX = stepX === 0 ? Number.POSITIVE_INFINITY : ((x + (stepX > 0 ? 1 : 0)) * TILE_UNITS - from.x) / dx;
  const nextY = stepY === 0 ? Number.POSITIVE_INFINITY : ((y + (stepY > 0 ? 1 : 0)) * TILE_UNITS - from.y) / dy;
  const perTileX = stepX === 0 ? 0 : TILE_UNITS / Math.abs(dx);
  const perTileY = stepY === 0 ? 0 : TILE_UNITS / Math.abs(dy);
  let alongX = nextX;
  let alongY = nextY;
  for (let steps = Math.abs(endX - x) + Math.abs(endY - y); steps > 0; steps--) {
    if (alongX === alongY) {
      // through the corner: both tiles beside it have to be solid to hide anything
      if (isSolid(grid, x + stepX, y) && isSolid(grid, x, y + stepY)) return false;
      x += stepX;
      y += stepY;
      alongX += perTileX;
      alongY += perTileY;
      steps--;
    } else if (alongX < alongY) {
      x += stepX;
      alongX += perTileX;
    } else {
      y += stepY;
      alongY += perTileY;
    }
    if ((x !== endX || y !== endY) && isSolid(grid, x, y)) return false;
  }
  return true;
}

const isSolid = (grid: WalkGrid, x: number, y: number): boolean =>
  x < 0 || y < 0 || x >= grid.width || y >= grid.height || grid.cells[y * grid.width + x] === SOLID;
