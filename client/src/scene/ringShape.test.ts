import { isInPolygon, type Point } from '@comptoir/shared/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { easeReach, marginReach, outlineOf, RING_POINTS, reachAround, standingTogether } from './ringShape.ts';

const MARGIN = { x: 34, y: 27 };
const AROUND = marginReach(MARGIN);
const foot = fc.record({ x: fc.integer({ min: -150, max: 150 }), y: fc.integer({ min: -150, max: 150 }) });

function outline(feet: readonly Point[], breath?: number): Point[] {
  const reach = new Float32Array(RING_POINTS);
  const origin = { x: 0, y: 0 };
  reachAround(feet, origin, AROUND, reach);
  return outlineOf(reach, origin, breath);
}

describe('[U29] the line of a ring', () => {
  test('goes around the feet of everybody in it, wherever they stand and however it breathes', () => {
    fc.assert(
      fc.property(fc.array(foot, { minLength: 1, maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (feet, breath) => {
        const line = outline(feet, breath);
        for (const at of feet) expect(isInPolygon(at, line)).toBe(true);
      }),
    );
  });

  test('stays near them: never farther than twice the margin from the box around the feet', () => {
    fc.assert(
      fc.property(fc.array(foot, { minLength: 1, maxLength: 12 }), (feet) => {
        const left = Math.min(...feet.map(({ x }) => x)) - 2 * MARGIN.x;
        const right = Math.max(...feet.map(({ x }) => x)) + 2 * MARGIN.x;
        const top = Math.min(...feet.map(({ y }) => y)) - 2 * MARGIN.x;
        const bottom = Math.max(...feet.map(({ y }) => y)) + 2 * MARGIN.x;
        for (const { x, y } of outline(feet)) expect(x > left && x < right && y > top && y < bottom).toBe(true);
      }),
    );
  });

  test('has no corner sharper than a hand would draw', () => {
    const line = outline([
      { x: -60, y: 0 },
      { x: 60, y: 0 },
      { x: 0, y: 70 },
    ]);
    line.forEach((b, i) => {
      const a = line.at(i - 1) as Point;
      const c = line[(i + 1) % line.length] as Point;
      const turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x);
      expect(Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))).toBeLessThan(0.5);
    });
  });

  test('grows towards a newcomer and arrives there', () => {
    const now = new Float32Array(RING_POINTS);
    const target = new Float32Array(RING_POINTS);
    reachAround([{ x: 0, y: 0 }], { x: 0, y: 0 }, AROUND, now);
    reachAround(
      [
        { x: 0, y: 0 },
        { x: 60, y: 0 },
      ],
      { x: 0, y: 0 },
      AROUND,
      target,
    );
    const first = easeReach(now, target, 0.5);
    expect(first).toBeGreaterThan(10);
    for (let i = 0; i < 20; i++) easeReach(now, target, 0.5);
    expect([...now].map((value) => Math.round(value))).toEqual([...target].map((value) => Math.round(value)));
  });
});

test('[U29] two desks that talk across the office have a ring each, a long table has one', () => {
  const feet = [
    { x: 0, y: 0 },
    { x: 400, y: 0 },
    { x: 60, y: 0 },
  ];
  expect(standingTogether(feet, () => false)).toEqual([[0, 2], [1]]);
  expect(standingTogether(feet, () => true)).toEqual([[0, 1, 2]]);
});
