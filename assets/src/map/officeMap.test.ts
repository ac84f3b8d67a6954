import { describe, expect, it } from 'vitest';
import type { AreaPlan } from './areas.ts';
import { AREAS } from './areas.ts';
import { buildCollisionGrid } from './collisionGrid.ts';
import { distanceTo, traceWay, walkingDistances } from './findWays.ts';
import { furnishOffice } from './furnishOffice.ts';
import { PLAN } from './plan.ts';
import { COLUMNS, glyphAt, ROWS, readParts, TILE } from './readPlan.ts';

type Tile = readonly [number, number];

const layout = furnishOffice();
const grid = buildCollisionGrid(layout);
const parts = readParts();

const area = (name: string): AreaPlan => {
  const found = AREAS.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no area ${name}`);
  return found;
};

const tilesOf = ({ columns: [x0, x1], rows: [y0, y1] }: AreaPlan): Tile[] => {
  const tiles: Tile[] = [];
  for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) tiles.push([x, y]);
  return tiles;
};

const starts = tilesOf(area('entrance'));
const fromStart = walkingDistances(grid, starts);

/** Openings of doors, each as its tiles. */
const doors = (): Tile[][] => {
  const found: Tile[][] = [];
  const seen = new Set<string>();
  for (let y = 0; y < ROWS; y++) {
    for (let x = 0; x < COLUMNS; x++) {
      if (glyphAt(x, y) !== 'D' || seen.has(`${x},${y}`)) continue;
      const opening: Tile[] = [];
      for (const [dx, dy] of [
        [1, 0],
        [0, 1],
      ] as const) {
        for (let k = dx ? 0 : 1; glyphAt(x + dx * k, y + dy * k) === 'D'; k++) opening.push([x + dx * k, y + dy * k]);
      }
      for (const [a, b] of opening) seen.add(`${a},${b}`);
      found.push(opening);
    }
  }
  return found;
};

const isInCentre = ([x, y]: Tile): boolean => x >= 23 && x <= 57 && y >= 16 && y <= 35;
const island = layout.things.find(({ name }) => name === 'coffee-machine');
const islandTiles = {
  x0: (island?.x ?? 0) / TILE,
  x1: ((island?.x ?? 0) + (island?.w ?? 0)) / TILE - 1,
  y0: (island?.y ?? 0) / TILE,
  y1: ((island?.y ?? 0) + (island?.h ?? 0)) / TILE - 1,
};
const along = (y: number): Tile[] =>
  Array.from({ length: islandTiles.x1 - islandTiles.x0 + 1 }, (_, k) => [islandTiles.x0 + k, y] as const);

describe('the plan', () => {
  it('[O33] is 80 x 56 characters', () => {
    expect(PLAN).toHaveLength(ROWS);
    expect(PLAN.filter((line) => line.length !== COLUMNS)).toEqual([]);
  });
});

describe('ways through the office', () => {
  it('[N01] four in five of the shortest ways from door to door cross the centre', () => {
    const openings = doors().map(([first]) => first ?? ([0, 0] as const));
    let crossing = 0;
    let all = 0;
    for (const from of openings) {
      const distances = walkingDistances(grid, [from]);
      for (const to of openings) {
        if (from === to) continue;
        const way = traceWay(distances, to[0], to[1]);
        expect(way.length, `from ${from} to ${to}`).toBeGreaterThan(0);
        all += 1;
        if (way.some(isInCentre)) crossing += 1;
      }
    }
    expect(crossing / all).toBeGreaterThanOrEqual(0.8);
  });

  it('[N01] every inner door opens onto the centre, another place or the corridor on both sides', () => {
    const inner = doors().filter(([tile]) => tile && tile[1] < 36);
    expect(inner.length).toBeGreaterThanOrEqual(10);
    for (const [tile] of inner) {
      const [x, y] = tile ?? [0, 0];
      const sides = glyphAt(x - 1, y) === '#' ? [[x, y - 1] as const, [x, y + 1] as const] : [[x - 1, y] as const, [x + 1, y] as const];
      for (const [sx, sy] of sides)
        expect(distanceTo(fromStart, sx, sy), `beside the door ${x},${y}`).toBeLessThan(Number.POSITIVE_INFINITY);
    }
  });

  it('[N02] there is one coffee machine, and inner doors lie on different sides of it', () => {
    expect(layout.things.filter(({ properties }) => properties.use === 'coffee')).toHaveLength(1);
    const middle = (islandTiles.x0 + islandTiles.x1) / 2;
    const inner = doors().filter(([tile]) => tile && tile[1] < 36);
    expect(inner.some(([tile]) => (tile?.[0] ?? 0) < middle - 8)).toBe(true);
    expect(inner.some(([tile]) => (tile?.[0] ?? 0) > middle + 8)).toBe(true);
    expect(inner.some(([tile]) => (tile?.[1] ?? 0) < islandTiles.y0)).toBe(true);
  });

  it('[N01] the machine is at most 12 tiles from where people arrive, and free along both long sides', () => {
    const north = along(islandTiles.y0 - 1);
    const south = along(islandTiles.y1 + 1);
    for (const [x, y] of [...north, ...south]) expect(distanceTo(fromStart, x, y), `${x},${y}`).toBeLessThan(Number.POSITIVE_INFINITY);
    const nearest = Math.min(...[...north, ...south].map(([x, y]) => distanceTo(fromStart, x, y)));
    expect(nearest).toBeLessThanOrEqual(12);
  });

  it('[N79] the machine lies within 6 tiles of canteen and lounge', () => {
    for (const name of ['canteen', 'lounge']) {
      const near = tilesOf(area(name)).filter(([x, y]) => {
        const dx = Math.max(islandTiles.x0 - x, 0, x - islandTiles.x1);
        const dy = Math.max(islandTiles.y0 - y, 0, y - islandTiles.y1);
        return Math.hypot(dx, dy) <= 6 && !grid.isTaken(x, y);
      });
      expect(near.length, name).toBeGreaterThan(0);
    }
  });

  it('[O33] every area can be walked to, and people arrive on free tiles only', () => {
    expect(starts.filter(([x, y]) => grid.isTaken(x, y))).toEqual([]);
    for (const place of AREAS) {
      const reached = tilesOf(place).filter(([x, y]) => distanceTo(fromStart, x, y) < Number.POSITIVE_INFINITY);
      expect(reached.length, place.name).toBeGreaterThan(0);
    }
  });

  it('[O33] nobody leaves the map, not even through the gates', () => {
    for (let x = 0; x < COLUMNS; x++) for (const y of [0, ROWS - 1]) expect(grid.isTaken(x, y)).toBe(true);
    for (let y = 0; y < ROWS; y++) for (const x of [0, COLUMNS - 1]) expect(grid.isTaken(x, y)).toBe(true);
  });

  it('[O33] free tiles that nobody reaches are none or a handful behind furniture', () => {
    const lost: string[] = [];
    for (let y = 2; y < 36; y++) {
      for (let x = 2; x < 78; x++)
        if (!grid.isTaken(x, y) && distanceTo(fromStart, x, y) === Number.POSITIVE_INFINITY) lost.push(`${x},${y}`);
    }
    expect(lost.length, lost.join(' ')).toBeLessThanOrEqual(6);
  });
});

describe('seats', () => {
  it('[O34] all of them can be reached', () => {
    const lost = layout.seats.filter(({ column, row }) => distanceTo(fromStart, column, row) === Number.POSITIVE_INFINITY);
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('[O34] have one tile each, and names of their own', () => {
    expect(new Set(layout.seats.map(({ column, row }) => `${column},${row}`)).size).toBe(layout.seats.length);
    expect(new Set(layout.seats.map(({ name }) => name)).size).toBe(layout.seats.length);
  });

  it('[O34] belong to a table or a desk, but for the rows of the auditorium', () => {
    const alone = layout.seats.filter(({ table, desk, name }) => !table && !desk && !name.startsWith('hall-'));
    expect(alone.map(({ name }) => name)).toEqual([]);
  });

  it('[O34] every seat of the plan is there', () => {
    const missing = parts
      .filter(({ glyph }) => 'hoLa'.includes(glyph))
      .flatMap(({ cells }) => cells)
      .filter(([x, y]) => !layout.seats.some(({ column, row }) => column === x && row === y));
    expect(missing).toEqual([]);
  });

  it('[O34] sitters are drawn on or beside their own tile', () => {
    const astray = layout.seats.filter(({ column, row, feetX, feetY }) => {
      return Math.abs(feetX - (column + 0.5) * TILE) > 24 || Math.abs(feetY - (row + 0.5) * TILE) > 40;
    });
    expect(astray.map(({ name }) => name)).toEqual([]);
  });
});
