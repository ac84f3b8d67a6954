import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from './geometry.ts';
import { TILE_UNITS, tileCentre } from './geometry.ts';
import { drawnGrid } from './map/drawnGrid.ts';
import type { Direction, Gait, Intent, WalkGrid } from './movement.ts';
import { DIRECTION_X, DIRECTION_Y, directionOf, GAITS, mayStand, SOLID, step, stepTowards, stride } from './movement.ts';

const direction = fc.integer({ min: 0, max: 7 }) as fc.Arbitrary<Direction>;
const intent: fc.Arbitrary<Intent> = fc.record({ direction, gait: fc.constantFrom<Gait>(...GAITS) });

/** A random map with a free tile in it to stand on. */
const mapAndStart = fc
  .record({ width: fc.integer({ min: 2, max: 14 }), height: fc.integer({ min: 2, max: 14 }) })
  .chain(({ width, height }) =>
    fc.record({
      solid: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width * height, maxLength: width * height }),
      size: fc.constant({ width, height }),
      tile: fc.nat({ max: width * height - 1 }),
    }),
  )
  .map(({ solid, size, tile }) => {
    const cells = Uint8Array.from(solid, (n, i) => (n < 3 && i !== tile ? SOLID : 0));
    const grid: WalkGrid = { ...size, cells };
    return { grid, start: tileCentre(tile % size.width, Math.floor(tile / size.width)) };
  });

const hall = drawnGrid(`
  ########
  #......#
  #..##..#
  #......#
  ########
`);

const walk = (from: Point, { direction: towards, gait }: Intent, ticks: number, grid: WalkGrid): Point => {
  const feet = { ...from };
  for (let tick = 0; tick < ticks; tick++) step(feet, { direction: towards, gait }, grid);
  return feet;
};

describe('one step', () => {
  test.each([
    ['walk', 2560],
    ['run', 5120],
    ['stroll', 1536],
    ['still', 0],
  ] as const)('[M1] %s covers its world units a second, in every direction', (gait, unitsPerS) => {
    const wide: WalkGrid = { width: 100, height: 100, cells: new Uint8Array(10_000) };
    const start = tileCentre(50, 50);
    for (let d = 0; d < 8; d++) {
      const end = walk(start, { direction: d as Direction, gait }, 50, wide);
      expect(Math.hypot(end.x - start.x, end.y - start.y)).toBeCloseTo(unitsPerS, -2);
      expect(directionOf(end.x - start.x, end.y - start.y)).toBe(gait === 'still' ? undefined : d);
    }
  });

  test('[M2] walking into a wall ends exactly at it, and sliding goes on along it', () => {
    const right = walk(tileCentre(1, 1), { direction: 0, gait: 'run' }, 200, hall);
    expect(right).toEqual({ x: 7 * TILE_UNITS - 160, y: tileCentre(1, 1).y });
    const upRight = walk(tileCentre(1, 1), { direction: 7, gait: 'walk' }, 200, hall);
    expect(upRight).toEqual({ x: 7 * TILE_UNITS - 160, y: TILE_UNITS + 96 });
  });

  test('[M2] the edge of the map is a wall', () => {
    const open = drawnGrid('...');
    expect(walk(tileCentre(1, 0), { direction: 3, gait: 'run' }, 100, open)).toEqual({ x: 160, y: TILE_UNITS - 96 });
  });

  test('[M2] a closed area stops those without the rank and lets the others in', () => {
    const door = drawnGrid('..2.');
    const feet = tileCentre(1, 0);
    const visitor = { ...feet };
    const host = { ...feet };
    for (let tick = 0; tick < 40; tick++) {
      step(visitor, { direction: 0, gait: 'walk' }, door, 1);
      step(host, { direction: 0, gait: 'walk' }, door, 2);
    }
    expect(visitor.x).toBe(2 * TILE_UNITS - 160);
    expect(host.x).toBeGreaterThan(3 * TILE_UNITS);
  });

  test('[M2] who stands on a tile that became solid can walk out of it', () => {
    const island = drawnGrid('...\n.#.\n...');
    const feet = tileCentre(1, 1);
    expect(mayStand(island, feet)).toBe(false);
    expect(walk(feet, { direction: 2, gait: 'walk' }, 12, island).y).toBeGreaterThan(2 * TILE_UNITS);
  });
});

describe('any walk on any map', () => {
  test('[M2] feet on free floor stay on free floor, at no more than the stride a tick', () => {
    fc.assert(
      fc.property(mapAndStart, fc.array(fc.tuple(intent, fc.integer({ min: 1, max: 60 })), { maxLength: 20 }), ({ grid, start }, legs) => {
        const feet = { ...start };
        for (const [held, ticks] of legs)
          for (let tick = 0; tick < ticks; tick++) {
            const before = { ...feet };
            const moved = step(feet, held, grid);
            expect(mayStand(grid, feet)).toBe(true);
            expect(Number.isInteger(feet.x) && Number.isInteger(feet.y)).toBe(true);
            const most = stride(held.direction, held.gait);
            expect((feet.x - before.x) * DIRECTION_X[held.direction]).toBeLessThanOrEqual(most);
            expect((feet.y - before.y) * DIRECTION_Y[held.direction]).toBeLessThanOrEqual(most);
            expect((feet.x - before.x) * DIRECTION_X[held.direction]).toBeGreaterThanOrEqual(0);
            expect((feet.y - before.y) * DIRECTION_Y[held.direction]).toBeGreaterThanOrEqual(0);
            expect(moved).toBe(feet.x !== before.x || feet.y !== before.y);
          }
      }),
    );
  });

  test('[M7] towards a corner: reaches it or is blocked, never past it, never through a wall', () => {
    fc.assert(
      fc.property(mapAndStart, fc.nat(), fc.constantFrom<Gait>('walk', 'run', 'stroll'), ({ grid, start }, goal, gait) => {
        const tile = goal % grid.cells.length;
        const target = tileCentre(tile % grid.width, Math.floor(tile / grid.width));
        const feet = { ...start };
        let distance = Math.abs(target.x - feet.x) + Math.abs(target.y - feet.y);
        for (;;) {
          const walked = stepTowards(feet, target, gait, grid);
          if (walked === undefined) {
            expect(feet).toEqual(target);
            return;
          }
          if (walked === 'blocked') return;
          const left = Math.abs(target.x - feet.x) + Math.abs(target.y - feet.y);
          expect(left).toBeLessThan(distance);
          expect(mayStand(grid, feet)).toBe(true);
          distance = left;
        }
      }),
    );
  });
});
