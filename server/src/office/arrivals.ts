// Where a person appears: a start named in the address, the place they left a moment ago, or the office's start.
import { type Point, toPx } from '@comptoir/shared/geometry';
import { areaNamed } from '@comptoir/shared/map/areas';
import { chooseStart, findMoveTo, findStart, placeIn } from '@comptoir/shared/map/findStart';
import { type Direction, mayStand, type RankLevel, type WalkGrid } from '@comptoir/shared/movement';
import type { Office } from './Office.ts';
import type { Visit } from './visits.ts';
import { stoodOn } from './whereabouts.ts';

export interface Place {
  at: Point;
  direction: Direction;
}

const DOWN = 2;
const UP = 6;

/**
 * O6: a start that the address names wins, then the remembered place, then the default start, then the middle of the map.
 * @param pick a random number in [0, 1): people do not all appear on one tile
 */
export function arrivalPlace(
  office: Office,
  name: string | undefined,
  remembered: Place | undefined,
  rank: RankLevel,
  pick: number,
  visit?: Visit,
): Place {
  const { map, grid } = office.ground;
  if (visit) return placeOnVisit(office, visit, remembered, rank, pick);
  const isNamed = name !== undefined && chooseStart(map.starts, name) !== chooseStart(map.starts);
  if (!isNamed && remembered && mayStand(grid, remembered.at, rank) && !isInDoor(office, remembered.at)) return remembered;
  const at = findStart(map, grid, name, { rank, pick, isTaken: stoodOn(office) });
  if (!at) throw new Error(`nobody can stand anywhere in the map ${map.name}`);
  return { at, direction: isNamed ? DOWN : UP };
}

/** P12: where they were before, or anywhere in their area. */
function placeOnVisit(office: Office, { area, grid }: Visit, remembered: Place | undefined, rank: RankLevel, pick: number): Place {
  if (remembered && mayStand(grid, remembered.at, rank)) return remembered;
  const shape = areaNamed(office.ground.map.areas, area)?.shape;
  const at = shape && placeIn(shape, grid, { rank, pick, isTaken: stoodOn(office) });
  if (!at) throw new Error(`nobody can stand anywhere in the area ${area}`);
  return { at, direction: DOWN };
}

/** Whoever left through a door was last seen in it: put back there, they would be out again at once. World units. */
const isInDoor = ({ ground: { areas } }: Office, { x, y }: Point): boolean => areas.traitsAt(toPx(x), toPx(y)).exit !== undefined;

/** Where #moveTo sends a newcomer, world units; undefined when there is no such place. */
export const moveToGoal = (office: Office, moveTo: string, grid: WalkGrid = office.ground.grid): Point | undefined =>
  findMoveTo(office.ground.map, grid, moveTo, { pick: 0.5, isTaken: stoodOn(office) });
