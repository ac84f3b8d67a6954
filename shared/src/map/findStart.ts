// Where somebody appears, from the part of the address behind `#`; the order is WorkAdventure's, so that its maps behave the same.
import type { Point } from '../geometry.ts';
import { TILE_UNITS, UNITS_PER_PX } from '../geometry.ts';
import type { RankLevel, WalkGrid } from '../movement.ts';
import { boundsOf } from './areas.ts';
import { nearestFree } from './findPath.ts';
import { freePlaces } from './freePlaces.ts';
import type { OfficeMap, Shape, Start } from './OfficeMap.ts';
import { unpackRuns } from './packRuns.ts';

/** `#entrance&moveTo=120,80&x=1` */
export interface HashWish {
  /** A start to appear at. */
  start?: string;
  /** Walk there after arriving: `x,y` in px, or the name of an area, thing, seat or layer. */
  moveTo?: string;
  /** All other `key=value` parts. */
  parameters: Record<string, string>;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/** Reads the hash of an address, with or without its `#`. A part without `=` names the start, wherever it stands; the first counts. */
export function readHash(hash: string): HashWish {
  const wish: HashWish = { parameters: {} };
  for (const part of hash.replace(/^#/, '').split('&')) {
    const equals = part.indexOf('=');
    if (equals > 0) {
      const key = decoded(part.slice(0, equals));
      const value = decoded(part.slice(equals + 1));
      if (key === 'moveTo') wish.moveTo ??= value;
      else if (key !== '__proto__') wish.parameters[key] = value;
    } else if (part !== '') wish.start ??= decoded(part);
  }
  return wish;
}

const ORDER: readonly Start['from'][] = ['area', 'layer', 'tile'];
const DEFAULT_ORDER: readonly Start['from'][] = ['area', 'tile', 'layer'];

/** A layer inside folders answers to its full and to its own name. */
const isNamed = (start: Start, name: string): boolean => start.name === name || start.name.split('/').at(-1) === name;

/**
 * The start somebody appears at. With a name: area, then layer, then tile of that name.
 * Without, or when nothing has that name: an area called "start", any area, tiles or a layer called "start", any other start.
 * @returns undefined: the middle of the map
 */
export function chooseStart(starts: readonly Start[], name?: string): Start | undefined {
  if (name !== undefined)
    for (const from of ORDER) {
      const named = starts.find((start) => start.from === from && isNamed(start, name));
      if (named) return named;
    }
  const plain = starts.filter((start) => isNamed(start, 'start'));
  for (const from of DEFAULT_ORDER) {
    const found =
      plain.find((start) => start.from === from) ?? (from === 'area' ? starts.find((start) => start.from === 'area') : undefined);
    if (found) return found;
  }
  return starts[0];
}

export interface StartOptions {
  rank?: RankLevel;
  /** A random number in [0, 1): people do not all appear on one tile. */
  pick: number;
  /** Places that are avoided while there are others; world units. */
  isTaken?: (place: Point) => boolean;
}

type StartMap = Pick<OfficeMap, 'starts' | 'widthTiles' | 'heightTiles'>;

/** Where to appear, world units: a free tile of the start, the one nearest to it, or undefined when nobody can stand anywhere near. */
export function findStart(map: StartMap, grid: WalkGrid, name: string | undefined, options: StartOptions): Point | undefined {
  const start = chooseStart(map.starts, name);
  const middle = { x: (map.widthTiles * TILE_UNITS) / 2, y: (map.heightTiles * TILE_UNITS) / 2 };
  return start ? placeIn(start.shape, grid, options) : nearestFree(grid, middle, options.rank);
}

/** A free place inside a shape, world units; the nearest one outside when it has none. */
export function placeIn(shape: Shape, grid: WalkGrid, options: StartOptions): Point | undefined {
  const places = freePlaces(shape, grid, options.rank);
  const { isTaken } = options;
  const empty = isTaken ? places.filter((place) => !isTaken(place)) : places;
  const choice = empty.length > 0 ? empty : places;
  const chosen = choice[Math.min(choice.length - 1, Math.floor(options.pick * choice.length))];
  if (chosen) return chosen;
  const box = boundsOf(shape, grid.width);
  return nearestFree(grid, { x: (box.x + box.width / 2) * UNITS_PER_PX, y: (box.y + box.height / 2) * UNITS_PER_PX }, options.rank);
}

/**
 * Where `#moveTo=` leads, world units: `x,y` in px of the map, or the name of an area, thing, seat, start or tile layer.
 * @returns undefined when nothing is called that
 */
export function findMoveTo(map: OfficeMap, grid: WalkGrid, moveTo: string, options: StartOptions): Point | undefined {
  const [, x, y] = /^\s*(\d{1,6}(?:\.\d+)?)\s*,\s*(\d{1,6}(?:\.\d+)?)\s*$/.exec(moveTo) ?? [];
  if (x !== undefined && y !== undefined)
    return nearestFree(grid, { x: Math.round(Number(x) * UNITS_PER_PX), y: Math.round(Number(y) * UNITS_PER_PX) }, options.rank);
  const shape = shapeNamed(map, moveTo);
  return shape && placeIn(shape, grid, options);
}

function shapeNamed(map: OfficeMap, name: string): Shape | undefined {
  const area = map.areas.find((one) => one.id === name) ?? map.areas.find((one) => one.name === name);
  if (area) return area.shape;
  const thing = map.things.find((one) => one.id === name);
  if (thing) return { kind: 'rect', ...thing.shape };
  const seat = map.seats.find((one) => one.id === name);
  if (seat) return { kind: 'tiles', tiles: [seat.tileY * map.widthTiles + seat.tileX] };
  const start = map.starts.find((one) => isNamed(one, name));
  return start?.shape ?? filledTiles(map, name);
}

/** The cells of a tile layer that hold a tile. */
function filledTiles(map: OfficeMap, name: string): Shape | undefined {
  for (const layer of map.drawing.layers) {
    if (layer.kind !== 'tiles' || (layer.name !== name && layer.name.split('/').at(-1) !== name)) continue;
    if (layer.widthTiles !== map.widthTiles || layer.heightTiles !== map.heightTiles) continue;
    const tiles: number[] = [];
    unpackRuns(layer.data, map.widthTiles * map.heightTiles).forEach((id, tile) => {
      if (id !== 0) tiles.push(tile);
    });
    return { kind: 'tiles', tiles };
  }
  return undefined;
}
