// The default map as the server serves it: what people, scripts and the drawing rely on, whoever draws it.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { findStage } from '@comptoir/client/demo/findStage';
import { checkMaps } from '@comptoir/server/commands/mapCheck';
import { FolderReader } from '@comptoir/server/maps/MapReader';
import { parseTiledMap } from '@comptoir/server/maps/parseTiledMap';
import type { Point } from '@comptoir/shared/geometry';
import { TILE_PX, tileCentre, tileOf, toPx } from '@comptoir/shared/geometry';
import { reachableTiles } from '@comptoir/shared/map/checkMap';
import { findPath } from '@comptoir/shared/map/findPath';
import { findMoveTo, findStart } from '@comptoir/shared/map/findStart';
import { freePlaces } from '@comptoir/shared/map/freePlaces';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { feetPxOf, reachesThing, standingPlaces, standUpPlace } from '@comptoir/shared/map/reach';
import { walkGridOf } from '@comptoir/shared/map/walkGrid';
import { isFree, mayStand, stepTowards } from '@comptoir/shared/movement';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../assets/maps', import.meta.url));

function readOffice(): OfficeMap {
  const { map, findings } = parseTiledMap('office.tmj', new FolderReader(folder, '/maps/~/'));
  if (!map) throw new Error(JSON.stringify(findings));
  return map;
}

const map = readOffice();
const grid = walkGridOf(map);
const start = findStart(map, grid, undefined, { pick: 0.5 });
const machine = map.things.find((thing) => thing.id === 'coffee-machine');
if (!start || !machine) throw new Error('no start or no coffee machine');
const reached = reachableTiles(grid, [tileOf(start.y) * grid.width + tileOf(start.x)]);
const isReached = (place: Point): boolean => reached[tileOf(place.y) * grid.width + tileOf(place.x)] === 1;

/** Walks a path with the real feet; where they end. */
function walk(from: Point, path: readonly Point[]): Point {
  const feet = { ...from };
  for (const corner of path) {
    let result = stepTowards(feet, corner, 'run', grid);
    while (result !== undefined && result !== 'blocked') result = stepTowards(feet, corner, 'run', grid);
  }
  return feet;
}

it('[O29] map:check has nothing to complain about', () => {
  expect(checkMaps([`${folder}/office.tmj`])).toEqual({ lines: ['office.tmj: nothing to complain about.'], failed: false });
});

it('[O20] the named places are there, in French and English', () => {
  const places = [
    'library',
    'meeting-1',
    'meeting-2',
    'green-room',
    'stage',
    'audience',
    'after-talk',
    'desks',
    'booth-1',
    'booth-2',
    'canteen',
    'coffee',
    'lounge',
    'square',
    'entrance',
  ];
  expect(map.areas.map(({ id }) => id)).toEqual(expect.arrayContaining(places));
  for (const { id, labels } of [...map.areas, ...map.things])
    expect({ id, ...labels }).toMatchObject({ id, fr: expect.any(String), en: expect.any(String) });
  const kindOf = (id: string) => map.areas.find((area) => area.id === id)?.traits.conversation;
  expect(['library', 'meeting-1', 'meeting-2', 'booth-1', 'booth-2', 'stage', 'audience', 'square'].map(kindOf)).toEqual([
    'quiet',
    'meeting',
    'meeting',
    'meeting',
    'meeting',
    'stage',
    'audience',
    undefined,
  ]);
});

it('[O25] one arrives at the entrance, by name and by default', () => {
  const entrance = map.areas.find(({ id }) => id === 'entrance');
  const places = entrance ? freePlaces(entrance.shape, grid) : [];
  expect(places.length).toBeGreaterThanOrEqual(6);
  for (const pick of [0, 0.4, 0.99]) {
    expect(places).toContainEqual(findStart(map, grid, undefined, { pick }));
    expect(places).toContainEqual(findStart(map, grid, 'entrance', { pick }));
  }
  const goal = findMoveTo(map, grid, 'coffee-machine', { pick: 0 });
  expect(goal && isReached(goal)).toBe(true);
});

describe('the coffee machine', () => {
  const { shape } = machine;
  const left = shape.x / TILE_PX;
  const width = shape.width / TILE_PX;
  const edge = (y: number): Point[] => Array.from({ length: width }, (_, i) => tileCentre(left + i, y));
  const north = edge(shape.y / TILE_PX - 1);
  const south = edge((shape.y + shape.height) / TILE_PX);

  it('[N02] there is one', () => {
    expect(map.things.filter(({ use }) => use === 'coffee')).toEqual([machine]);
    expect(machine.steam).toBeDefined();
  });

  it('[O7] it can be used from every standing tile on its north and its south edge', () => {
    const free = [...north, ...south].filter(({ x, y }) => isFree(grid, tileOf(x), tileOf(y)));
    expect(free.length).toBeGreaterThanOrEqual(width);
    for (const edgeTiles of [north, south]) expect(edgeTiles.some((place) => free.includes(place))).toBe(true);
    for (const place of free) {
      expect(reachesThing(feetPxOf(place), machine)).toBe(true);
      expect(isReached(place)).toBe(true);
      expect(mayStand(grid, place)).toBe(true);
    }
    expect(standingPlaces(machine, grid, start)).toHaveLength(free.length);
  });

  it('[N01] it is at most 12 tiles of walking from the start', () => {
    const [nearest] = standingPlaces(machine, grid, start);
    const path = nearest && findPath(grid, start, nearest);
    let units = 0;
    let before = start;
    for (const corner of path ?? []) {
      units += Math.max(Math.abs(corner.x - before.x), Math.abs(corner.y - before.y));
      before = corner;
    }
    expect(nearest && walk(start, path ?? [])).toEqual(nearest);
    expect(units / (TILE_PX * 16)).toBeLessThanOrEqual(12);
  });
});

it('[M2] real feet get from the start to every area and back', () => {
  for (const { id, shape } of map.areas) {
    const [place] = freePlaces(shape, grid).filter(isReached);
    expect(place, id).toBeDefined();
    if (!place) continue;
    const [there, back] = [findPath(grid, start, place), findPath(grid, place, start)];
    expect(walk(start, there ?? []), id).toEqual(place);
    expect(walk(place, back ?? []), id).toEqual(start);
  }
});

describe('seats', () => {
  it('[S1] each can be reached, and one gets up to where one can walk on', () => {
    expect(map.seats.length).toBeGreaterThan(150);
    for (const seat of map.seats) {
      const { tileX: x, tileY: y, id } = seat;
      const beside = [tileCentre(x, y), tileCentre(x + 1, y), tileCentre(x - 1, y), tileCentre(x, y + 1), tileCentre(x, y - 1)];
      expect(beside.some(isReached), id).toBe(true);
      expect(isReached(standUpPlace(seat, grid)), id).toBe(true);
    }
  });

  it('[S3] those of one table are within talking distance, and a desk has one seat', () => {
    const tables = Map.groupBy(map.seats, (seat) => seat.table);
    for (const [table, seats] of tables) {
      if (table === undefined) continue;
      const across = (values: number[]): number => Math.max(...values) - Math.min(...values);
      expect(Math.max(across(seats.map(({ tileX }) => tileX)), across(seats.map(({ tileY }) => tileY))), table).toBeLessThanOrEqual(10);
    }
    const desks = map.seats.flatMap(({ desk }) => desk ?? []);
    expect(new Set(desks).size).toBe(desks.length);
    expect(desks.length).toBeGreaterThanOrEqual(30);
    expect(map.seats.filter(({ table, desk }) => table !== undefined && desk !== undefined)).toEqual([]);
  });
});

describe('drawing', () => {
  const { drawing } = map;

  it('[O32] every tile and sprite is within a picture that is there', () => {
    for (const { images, tiles, grid: cells } of drawing.tilesets) {
      for (const { url, width, height } of images) {
        const png = PNG.sync.read(readFileSync(`${folder}/${url.replace(/^\/maps\/~\/|\?.*$/g, '')}`));
        expect([png.width, png.height]).toEqual([width, height]);
      }
      for (const { image, x, y, width, height } of Object.values(tiles ?? {})) {
        expect(x + width).toBeLessThanOrEqual(images[image]?.width ?? 0);
        expect(y + height).toBeLessThanOrEqual(images[image]?.height ?? 0);
      }
      if (!cells) continue;
      const down = Math.ceil(cells.count / cells.columns);
      expect(cells.margin + down * (cells.tileHeight + cells.spacing) - cells.spacing).toBeLessThanOrEqual(images[0]?.height ?? 0);
      expect(cells.margin + cells.columns * (cells.tileWidth + cells.spacing) - cells.spacing).toBeLessThanOrEqual(images[0]?.width ?? 0);
    }
  });

  it('[O20] floor below, furniture among people, lights for the evening', () => {
    expect(drawing.layers.filter((layer) => layer.kind === 'sprites' && layer.sorted)).toHaveLength(1);
    expect(drawing.layers[0]).toMatchObject({ kind: 'tiles', name: 'floor' });
    expect(drawing.layers.some(({ name }) => name === 'collisions')).toBe(false);
    expect(drawing.lights.length).toBeGreaterThan(20);
  });

  it('[O31] what a browser fetches of it is light', () => {
    const pictures = new Set(drawing.tilesets.flatMap(({ images }) => images.map(({ url }) => url.replace(/^\/maps\/~\/|\?.*$/g, ''))));
    const bytes = [...pictures].reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, gzipSync(JSON.stringify(map)).length);
    expect(bytes).toBeLessThan(320_000);
  });
});

it('[O44] the cardboard people of the demo play where whoever comes in sees them', () => {
  const stage = findStage(groundOf(map)) ?? { x: 0, y: 0 };
  // zoom 2 shows 683 x 384 px in a window of 1366 x 768
  expect(Math.abs(stage.x - toPx(start.x))).toBeLessThan(200);
  expect(toPx(start.y) - stage.y).toBeGreaterThan(60);
  expect(toPx(start.y) - stage.y).toBeLessThan(170);
});
