// Where people are in words: the area of each, counts, and places to be put at from the list view.
import type { Point } from '@comptoir/shared/geometry';
import { TILE_PX, toUnits } from '@comptoir/shared/geometry';
import { nearestFree } from '@comptoir/shared/map/findPath';
import { placeIn } from '@comptoir/shared/map/findStart';
import { feetPxOf, standingPlaces, unitsOfPx } from '@comptoir/shared/map/reach';
import type { RankLevel } from '@comptoir/shared/movement';
import type { Occupant, Office } from './Office.ts';

/** Index of the smallest area under the person's feet; -1 outside all. */
export function areaIndexOf(office: Office, occupant: Occupant): number {
  const feet = feetPxOf(occupant.walker);
  return office.ground.areas.at(feet.x, feet.y)[0] ?? -1;
}

/** People per area, by index in the map's areas; each person counts in the smallest area only. */
export function countAreas(office: Office): number[] {
  const counts = new Array<number>(office.ground.map.areas.length).fill(0);
  for (const occupant of office.occupants.values()) {
    occupant.area = areaIndexOf(office, occupant);
    if (occupant.area >= 0) counts[occupant.area] = (counts[occupant.area] ?? 0) + 1;
  }
  return counts;
}

/** Nearer than this, two people stand on the same place. */
const BODY_UNITS = toUnits(20);

/**
 * Is somebody on a place (world units)? For many questions at one moment: an arrival asks for each tile of a start, and asking
 * everybody each time took longer than all the rest of it.
 */
export function stoodOn(office: Office): (place: Point) => boolean {
  const square = (units: number): number => Math.floor(units / BODY_UNITS);
  const keyOf = (column: number, row: number): number => (row << 16) | column;
  const inSquare = new Map<number, Point[]>();
  for (const { walker } of office.occupants.values()) {
    const key = keyOf(square(walker.x), square(walker.y));
    const others = inSquare.get(key);
    if (others) others.push(walker);
    else inSquare.set(key, [walker]);
  }
  return ({ x, y }) => {
    for (let row = square(y) - 1; row <= square(y) + 1; row++)
      for (let column = square(x) - 1; column <= square(x) + 1; column++)
        for (const other of inSquare.get(keyOf(column, row)) ?? [])
          if (Math.abs(other.x - x) < BODY_UNITS && Math.abs(other.y - y) < BODY_UNITS) return true;
    return false;
  };
}

/** A free tile centre inside an area (world units), preferring one where nobody stands; `pick` in [0, 1) chooses among them. */
export function placeInArea(
  office: Office,
  areaIndex: number,
  rank: RankLevel,
  pick: number,
  grid = office.ground.grid,
): Point | undefined {
  const area = office.ground.areas.areas[areaIndex];
  return area && placeIn(area.shape, grid, { rank, pick, isTaken: stoodOn(office) });
}

/** Beside a person: a free tile one step away that nobody stands on. World units. */
export function placeBeside(office: Office, other: Occupant, rank: RankLevel, grid = office.ground.grid): Point | undefined {
  const offsets = [-1, 1].flatMap((d) => [
    { x: d * 2 * TILE_PX, y: 0 },
    { x: d * TILE_PX, y: 0 },
    { x: 0, y: d * TILE_PX },
  ]);
  const feet = feetPxOf(other.walker);
  const isStoodOn = stoodOn(office);
  for (const offset of offsets) {
    const place = nearestFree(grid, unitsOfPx({ x: feet.x + offset.x, y: feet.y + offset.y }), rank);
    if (place && !isStoodOn(place)) return place;
  }
  return nearestFree(grid, other.walker, rank);
}

/** A free place from which the thing can be used. World units. */
export function placeAtThing(office: Office, thingId: string, from: Point, grid = office.ground.grid): Point | undefined {
  const thing = office.ground.things.get(thingId);
  if (!thing) return undefined;
  const places = standingPlaces(thing, grid, from);
  const isStoodOn = stoodOn(office);
  return places.find((place) => !isStoodOn(place)) ?? places[0];
}
