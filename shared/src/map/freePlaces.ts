// The free tiles inside a shape of the map, as places to stand.
import type { Point } from '../geometry.ts';
import { TILE_PX, tileCentre } from '../geometry.ts';
import { isFree, type RankLevel, type WalkGrid } from '../movement.ts';
import { boundsOf, isInShape } from './areas.ts';
import type { Shape } from './OfficeMap.ts';

/** Centres, in world units, of the free tiles whose centre lies in the shape, row by row. A shape within one tile means that tile. */
export function freePlaces(shape: Shape, grid: WalkGrid, rank: RankLevel = 0): Point[] {
  if (shape.kind === 'tiles') return shape.tiles.flatMap((tile) => placeAt(grid, tile % grid.width, Math.floor(tile / grid.width), rank));
  const box = boundsOf(shape, grid.width);
  const right = Math.min(grid.width, Math.ceil((box.x + box.width) / TILE_PX));
  const bottom = Math.min(grid.height, Math.ceil((box.y + box.height) / TILE_PX));
  const places: Point[] = [];
  for (let y = Math.max(0, Math.floor(box.y / TILE_PX)); y < bottom; y++)
    for (let x = Math.max(0, Math.floor(box.x / TILE_PX)); x < right; x++)
      if (isInShape(shape, { x: (x + 0.5) * TILE_PX, y: (y + 0.5) * TILE_PX }, grid.width)) places.push(...placeAt(grid, x, y, rank));
  if (places.length > 0) return places;
  return placeAt(grid, Math.floor((box.x + box.width / 2) / TILE_PX), Math.floor((box.y + box.height / 2) / TILE_PX), rank);
}

const placeAt = (grid: WalkGrid, x: number, y: number, rank: RankLevel): Point[] => (isFree(grid, x, y, rank) ? [tileCentre(x, y)] : []);
