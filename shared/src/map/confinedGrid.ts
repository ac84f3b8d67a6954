// The floor of somebody who may be in one area only: the same on the server, which holds them to it, and in their own browser.
import { TILE_PX } from '../geometry.ts';
import { SOLID, type WalkGrid } from '../movement.ts';
import { areaNamed } from './areas.ts';
import type { Ground } from './Ground.ts';

export interface Confines {
  /** Its id in the map as it is now. */
  area: string;
  /** By tile: 1 inside the area. */
  inside: Uint8Array;
  /** Everything outside the area is a wall. */
  grid: WalkGrid;
}

/** @returns undefined when the map has no such area, or nobody can stand in it */
export function confinesOf({ areas, grid }: Pick<Ground, 'areas' | 'grid'>, areaId: string): Confines | undefined {
  const area = areaNamed(areas.areas, areaId);
  if (!area) return undefined;
  const index = areas.areas.indexOf(area);
  const { width, height } = grid;
  const inside = new Uint8Array(width * height);
  const cells = new Uint8Array(width * height).fill(SOLID);
  let isFree = false;
  for (let tile = 0; tile < inside.length; tile++) {
    const x = tile % width;
    const y = Math.floor(tile / width);
    if (!areas.at((x + 0.5) * TILE_PX, (y + 0.5) * TILE_PX).includes(index)) continue;
    inside[tile] = 1;
    const cell = grid.cells[tile] ?? SOLID;
    cells[tile] = cell;
    if (cell === 0) isFree = true;
  }
  return isFree ? { area: area.id, inside, grid: { width, height, cells } } : undefined;
}

/** The floor as it is for me: `areaId` undefined: all of it. */
export const gridFor = (ground: Pick<Ground, 'areas' | 'grid'>, areaId: string | undefined): WalkGrid =>
  (areaId === undefined ? undefined : confinesOf(ground, areaId)?.grid) ?? ground.grid;
