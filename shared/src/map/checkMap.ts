// What is doubtful about a map although it can be read, in sentences for its author: places nobody reaches, lonely stages, dead exits.
import { tileOf } from '../geometry.ts';
import { isFree, type WalkGrid } from '../movement.ts';
import type { Finding } from './Finding.ts';
import { chooseStart } from './findStart.ts';
import { freePlaces } from './freePlaces.ts';
import type { Area, OfficeMap } from './OfficeMap.ts';
import { standingPlaces } from './reach.ts';
import { resolveExit } from './resolveExit.ts';
import { walkGridOf } from './walkGrid.ts';

/** Somebody with every right, so that areas for some ranks count as floor. */
const EVERY_RIGHT = 3;

/** 1 for every tile one can walk to from the given ones (tile indexes), over edges. */
export function reachableTiles(grid: WalkGrid, from: readonly number[]): Uint8Array {
  const reached = new Uint8Array(grid.width * grid.height);
  const open: number[] = [];
  const visit = (x: number, y: number): void => {
    const tile = y * grid.width + x;
    if (!isFree(grid, x, y, EVERY_RIGHT) || reached[tile]) return;
    reached[tile] = 1;
    open.push(tile);
  };
  for (const tile of from) visit(tile % grid.width, Math.floor(tile / grid.width));
  for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
    const x = tile % grid.width;
    const y = Math.floor(tile / grid.width);
    visit(x + 1, y);
    visit(x - 1, y);
    visit(x, y + 1);
    visit(x, y - 1);
  }
  return reached;
}

const MOST_PER_KIND = 10;

/** Everything worth telling. An error means that the map cannot be used. */
export function checkMap(map: OfficeMap): Finding[] {
  const grid = walkGridOf(map);
  if (!grid.cells.some((cell) => cell <= EVERY_RIGHT))
    return [{ severity: 'error', place: '', sentence: 'has no tile on which one can stand: every tile collides.' }];
  const warnings: Finding[] = [];
  const warn = (place: string, sentence: string): void => {
    warnings.push({ severity: 'warning', place, sentence });
  };
  checkStarts(map, grid, warn);
  const start = chooseStart(map.starts);
  const arrivals = start ? freePlaces(start.shape, grid, EVERY_RIGHT) : [];
  if (arrivals.length > 0) {
    const tiles = arrivals.map((place) => tileOf(place.y) * grid.width + tileOf(place.x));
    checkReach(map, grid, reachableTiles(grid, tiles), warn);
  }
  checkAuditoriums(map.areas, warn);
  for (const area of map.areas) {
    const goal = area.traits.exit && resolveExit(area.traits.exit.url, map.name);
    if (goal?.kind === 'broken') warn(`area "${area.id}"`, goal.sentence);
    else if (goal?.kind === 'start' && goal.start !== undefined && chooseStart(map.starts, goal.start)?.name !== goal.start)
      warn(`area "${area.id}"`, `its exit leads to the start "${goal.start}", which this map has not.`);
  }
  return warnings;
}

type Warn = (place: string, sentence: string) => void;

function checkStarts(map: OfficeMap, grid: WalkGrid, warn: Warn): void {
  if (map.starts.length === 0) warn('', 'has no start: people appear in the middle of the map.');
  for (const start of map.starts)
    if (freePlaces(start.shape, grid).length === 0) warn(`start "${start.name}"`, 'every tile of it collides; people appear beside it.');
}

function checkReach(map: OfficeMap, grid: WalkGrid, reached: Uint8Array, warn: Warn): void {
  const isReached = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < grid.width && y < grid.height && reached[y * grid.width + x] === 1;
  const seats = new Map<number, string>();
  let unreached = 0;
  for (const seat of map.seats) {
    const tile = seat.tileY * grid.width + seat.tileX;
    const other = seats.get(tile);
    if (other !== undefined) warn(`seat "${seat.id}"`, `is on the same tile as the seat "${other}".`);
    seats.set(tile, seat.id);
    // one sits down from a tile beside it, so the seat's own tile may be solid
    const { tileX: x, tileY: y } = seat;
    const canSit = isReached(x, y) || isReached(x + 1, y) || isReached(x - 1, y) || isReached(x, y + 1) || isReached(x, y - 1);
    if (!canSit && ++unreached <= MOST_PER_KIND) warn(`seat "${seat.id}"`, 'cannot be reached from the start.');
  }
  for (const thing of map.things) {
    const places = standingPlaces(thing, grid, { x: 0, y: 0 });
    if (!places.some((place) => isReached(tileOf(place.x), tileOf(place.y))))
      warn(`thing "${thing.id}"`, 'cannot be reached from the start.');
  }
  for (const area of map.areas) {
    const { conversation, exit } = area.traits;
    if (conversation === undefined && exit === undefined) continue;
    const places = freePlaces(area.shape, grid, EVERY_RIGHT);
    if (!places.some((place) => isReached(tileOf(place.x), tileOf(place.y))))
      warn(`area "${area.id}"`, 'cannot be reached from the start.');
  }
}

function checkAuditoriums(areas: readonly Area[], warn: Warn): void {
  for (const { id, traits } of areas) {
    const { conversation, auditorium } = traits;
    for (const name of ['backstage', 'lounge'] as const) {
      const of = traits[name];
      if (of !== undefined && !areas.some((other) => other.traits.auditorium === of && other.traits.conversation === 'stage'))
        warn(`area "${id}"`, `is the ${name} of "${of}", which has no stage.`);
    }
    if (auditorium === undefined || (conversation !== 'stage' && conversation !== 'audience')) continue;
    const wanted = conversation === 'stage' ? 'audience' : 'stage';
    const isThere = areas.some((other) => other.traits.auditorium === auditorium && other.traits.conversation === wanted);
    if (!isThere) warn(`area "${id}"`, `is the ${conversation} of "${auditorium}", which has no ${wanted}.`);
  }
}

/** Exits to offices that are not there. @param offices ids of all offices of this installation */
export function checkExits(map: OfficeMap, offices: ReadonlySet<string>): Finding[] {
  return map.areas.flatMap((area): Finding[] => {
    const goal = area.traits.exit && resolveExit(area.traits.exit.url, map.name);
    if (goal?.kind !== 'office' || offices.has(goal.office)) return [];
    return [
      { severity: 'warning', place: `area "${area.id}"`, sentence: `its exit leads to the office "${goal.office}", which is not there.` },
    ];
  });
}
