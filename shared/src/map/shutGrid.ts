// The floor of somebody to whom some rooms are shut for now: the same on the server, which holds them to it, and in their own browser.
import { type Point, TILE_PX } from '../geometry.ts';
import { SOLID, type WalkGrid } from '../movement.ts';
import type { Ground } from './Ground.ts';

type Areas = Pick<Ground, 'areas'>;

/** @returns the same floor, in which these areas are walls. Feet that stand in one can not go on in it: it is for whoever is outside. */
export function shutGrid({ areas }: Areas, { width, height, cells }: WalkGrid, areaIds: readonly string[]): WalkGrid {
  const shut = Uint8Array.from(cells);
  for (let tile = 0; tile < shut.length; tile++) {
    const at = { x: ((tile % width) + 0.5) * TILE_PX, y: (Math.floor(tile / width) + 0.5) * TILE_PX };
    if (isInAny({ areas }, at, areaIds)) shut[tile] = SOLID;
  }
  return { width, height, cells: shut };
}

/** @param at px */
export const isInAny = ({ areas }: Areas, { x, y }: Point, areaIds: readonly string[]): boolean =>
  areaIds.length > 0 && areas.at(x, y).some((index) => areaIds.includes(areas.areas[index]?.id ?? ''));
