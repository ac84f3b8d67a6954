import { toUnits } from '@comptoir/shared/geometry';
import { SOLID, type WalkGrid } from '@comptoir/shared/movement';
import { describe, expect, it } from 'vitest';
import { Trail, type TrailRecord } from './Trail.ts';

const OPEN: WalkGrid = { width: 100, height: 20, cells: new Uint8Array(2000) };
const record = (tick: number, xPx: number, gait: TrailRecord['gait'], direction: TrailRecord['direction'] = 0): TrailRecord => ({
  tick,
  x: toUnits(xPx),
  y: toUnits(100),
  direction,
  gait,
});
/** Drawn x at office tick t, frame by frame at 60 Hz. */
function draw(trail: Trail, fromTick: number, toTick: number, grid = OPEN, onFrame?: (tick: number) => void): number[] {
  const xs: number[] = [];
  for (let tick = fromTick; tick <= toTick + 0.01; tick += 50 / 60) {
    onFrame?.(tick);
    trail.place(tick, tick * 20, grid);
    xs.push(trail.x);
  }
  return xs;
}
const biggestStep = (xs: readonly number[]): number => Math.max(...xs.slice(1).map((x, i) => Math.abs(x - (xs[i] ?? x))));

describe('where others are drawn', () => {
  it('[M11] a walker is drawn 100 ms late, at the pace of the gait', () => {
    const trail = new Trail(record(0, 100, 'walk'));
    const xs = draw(trail, 5, 55);
    expect(xs[0]).toBeCloseTo(100, 0);
    expect(xs.at(-1)).toBeCloseTo(100 + (50 * 51) / 16, 0);
    expect(biggestStep(xs)).toBeLessThan(3);
  });

  it('[M11] never through a wall, even when the news of the stop is late', () => {
    const cells = new Uint8Array(2000);
    for (let y = 0; y < 20; y++) cells[y * 100 + 5] = SOLID;
    const trail = new Trail(record(0, 100, 'run'));
    const xs = draw(trail, 5, 100, { width: 100, height: 20, cells });
    expect(Math.max(...xs)).toBeLessThanOrEqual(5 * 32 - 10);
  });

  it('[M11] a stop that comes 300 ms late pulls gently, not in a jump', () => {
    const trail = new Trail(record(0, 100, 'run'));
    const xs = draw(trail, 5, 80, OPEN, (tick) => {
      if (tick >= 45 && tick < 46) trail.add(record(25, 100 + (25 * 102) / 16, 'still'));
    });
    expect(biggestStep(xs)).toBeLessThan(24);
    expect(xs.at(-1)).toBeCloseTo(100 + (25 * 102) / 16, 0);
  });

  it('[M11] news older than what is known are ignored', () => {
    const trail = new Trail(record(50, 300, 'still'));
    trail.add(record(20, 10, 'still'));
    expect(draw(trail, 60, 80).at(-1)).toBeCloseTo(300, 0);
  });

  it('[M11] being put somewhere else is no glide through the office', () => {
    const trail = new Trail(record(0, 100, 'still'));
    draw(trail, 5, 20);
    trail.add(record(20, 2000, 'still'));
    expect(draw(trail, 26, 27).at(-1)).toBeCloseTo(2000, 0);
  });

  it('[M11] somebody who stands costs nothing', () => {
    const trail = new Trail(record(0, 100, 'still'));
    draw(trail, 5, 20);
    expect(trail.moving).toBe(false);
  });
});
