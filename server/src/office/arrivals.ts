// Where a person appears: the place they left a moment ago, a start named in the address, or the office's start.
import type { Point } from '@comptoir/shared/geometry';
import { nearestFree } from '@comptoir/shared/map/findPath';
import { unitsOfPx } from '@comptoir/shared/map/reach';
import { type Direction, mayStand, type RankLevel } from '@comptoir/shared/movement';
import type { Office } from './Office.ts';
import { placeInArea } from './whereabouts.ts';

export interface Wish {
  /** Name of a start, as in #name. */
  start?: string;
  /** WorkAdventure's moveTo: 'x,y' in px, or the name of an area or thing. */
  moveTo?: string;
}

export interface Place {
  at: Point;
  direction: Direction;
}

const px = (text: string): Point | undefined => {
  const found = /^(\d{1,6}),(\d{1,6})$/.exec(text);
  return found ? { x: Number(found[1]), y: Number(found[2]) } : undefined;
};

/**
 * O6: a named start wins, then the remembered place, then the default start, then the middle of the map.
 * @param pick a random number in [0, 1): people do not all appear on one tile
 */
export function arrivalPlace(office: Office, wish: Wish, remembered: Place | undefined, rank: RankLevel, pick: number): Place {
  const { map, grid } = office.ground;
  const named = wish.start ? map.areas.findIndex((area) => area.name === wish.start && area.traits.start) : -1;
  if (named >= 0) {
    const at = placeInArea(office, named, rank, pick);
    if (at) return { at, direction: 2 };
  }
  if (remembered && mayStand(grid, remembered.at, rank)) return remembered;
  const start = map.areas.findIndex((area) => area.traits.start);
  const at =
    (start >= 0 ? placeInArea(office, start, rank, pick) : undefined) ??
    nearestFree(grid, unitsOfPx({ x: map.widthTiles * 16, y: map.heightTiles * 16 }), rank) ??
    unitsOfPx({ x: map.widthTiles * 16, y: map.heightTiles * 16 });
  return { at, direction: 6 };
}

/** Where #moveTo sends a newcomer: px, or the name of an area or a thing; undefined when there is no such place. */
export function moveToGoal(office: Office, moveTo: string): Point | undefined {
  const point = px(moveTo);
  const { map, grid } = office.ground;
  if (point) return nearestFree(grid, unitsOfPx(point));
  const area = map.areas.findIndex((candidate) => candidate.name === moveTo);
  return area >= 0 ? placeInArea(office, area, 0, 0.5) : undefined;
}
