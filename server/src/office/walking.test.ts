import type { Point } from '@comptoir/shared/geometry';
import { TILE_UNITS, tileCentre } from '@comptoir/shared/geometry';
import { drawnGrid } from '@comptoir/shared/map/drawnGrid';
import type { WalkGrid } from '@comptoir/shared/movement';
import type { Segment } from '@comptoir/shared/protocol/walks';
import { describe, expect, test } from 'vitest';
import { advance, placeWalker, standingWalker, type Walker } from './Walker.ts';
import { acceptPath, acceptSegment, renew } from './walking.ts';

const hall = drawnGrid(`
  ####################
  #..................#
  #............##....#
  #..................#
  #............3.....#
  ####################
`);
const START = tileCentre(2, 2);
const NOW = 1000;
/** World units a tick. */
const WALK = 51;

const at = (place: Point, nowTick = NOW): Walker => standingWalker(place, 2, 0, nowTick);
const segment = (over: Partial<Segment>): Segment => ({ seq: 1, startTick: NOW, ...START, direction: 0, gait: 'walk', ...over });
const right = (ticks: number): Point => ({ x: START.x + WALK * ticks, y: START.y });
const place = ({ x, y }: Point): Point => ({ x, y });

function walkTo(walker: Walker, tick: number, grid: WalkGrid = hall): Point {
  advance(walker, tick, grid);
  return place(walker);
}

describe('honest segments', () => {
  test('[M4] a walk that began 200 ms ago is replayed from then', () => {
    const walker = at(START, 0);
    advance(walker, NOW, hall);
    expect(acceptSegment(walker, segment({ startTick: NOW - 10 }), NOW, hall)).toBe('ok');
    expect(place(walker)).toEqual(right(10));
    expect(walkTo(walker, NOW + 5)).toEqual(right(15));
  });

  test('[M4] a later start than 300 ms ago counts from 300 ms ago', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({ startTick: NOW - 24 }), NOW, hall);
    expect(place(walker)).toEqual(right(15));
  });

  test('[M4] after a late start the stop may be where the client walked to meanwhile', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({ startTick: NOW - 24 }), NOW, hall);
    const stop = segment({ seq: 2, startTick: NOW + 20, ...right(44), gait: 'still' });
    expect(acceptSegment(walker, stop, NOW + 22, hall)).toBe('ok');
    expect(place(walker)).toEqual(right(44));
  });

  test('[M4] a late stop takes the steps back that were walked too far', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({}), NOW, hall);
    expect(walkTo(walker, NOW + 40)).toEqual(right(40));
    const stop = segment({ seq: 2, startTick: NOW + 17, ...right(17), gait: 'still' });
    expect(acceptSegment(walker, stop, NOW + 40, hall)).toBe('ok');
    expect(place(walker)).toEqual(right(17));
  });

  test('[M4] a clock that is ahead, as long as it stays so, is no offence', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({ startTick: NOW + 6 }), NOW, hall);
    for (let turn = 1; turn <= 10; turn++) {
      const claim = segment({ seq: 1 + turn, startTick: NOW + 6 + turn * 5, ...right(turn * 5) });
      expect(acceptSegment(walker, claim, NOW + turn * 5, hall)).toBe('ok');
      expect(place(walker)).toEqual(right(turn * 5));
    }
  });

  test('[M4] a stop at a wall and many ticks of pressing against it are the same place', () => {
    const walker = at(tileCentre(17, 1), 0);
    acceptSegment(walker, segment({ ...tileCentre(17, 1), direction: 0 }), NOW, hall);
    advance(walker, NOW + 60, hall);
    const wall = { x: 19 * TILE_UNITS - 160, y: tileCentre(17, 1).y };
    expect(place(walker)).toEqual(wall);
    expect(acceptSegment(walker, segment({ seq: 2, ...wall, startTick: NOW + 60, gait: 'still' }), NOW + 62, hall)).toBe('ok');
  });

  test('[M4] a claim two pixels beside our copy is taken as our copy', () => {
    const walker = at(START, 0);
    expect(acceptSegment(walker, segment({ x: START.x + 32, gait: 'still' }), NOW, hall)).toBe('ok');
    expect(place(walker)).toEqual(START);
  });
});

describe('cheaters are put back', () => {
  const refused: [string, Partial<Segment>][] = [
    ['too fast', right(30)],
    ['through the wall', tileCentre(2, 2 + 3)],
    ['inside a wall', tileCentre(13, 2)],
    ['out of bounds', { x: -5000, y: START.y }],
    ['far out of bounds', { x: 2 ** 31 - 1, y: 2 ** 31 - 1 }],
    ['NaN', { x: Number.NaN, y: START.y }],
    ['infinity', { x: START.x, y: Number.NEGATIVE_INFINITY }],
    ['in the far past', { startTick: 0 }],
    ['in the far future', { startTick: NOW + 60_000 }],
    ['at no time', { startTick: Number.NaN }],
  ];
  test.each(refused)('[M5] %s', (_, claim) => {
    const walker = at(START, 0);
    advance(walker, NOW, hall);
    expect(acceptSegment(walker, segment({ seq: 9, ...claim }), NOW, hall)).toEqual({ putBack: { seq: 9, ...START, tick: NOW } });
    expect(walkTo(walker, NOW + 100)).toEqual(START);
  });

  test('[M5] closed areas are walls for those without the rank', () => {
    const walker = at(tileCentre(12, 4), 0);
    acceptSegment(walker, segment({ ...tileCentre(12, 4), direction: 0 }), NOW, hall);
    advance(walker, NOW + 40, hall);
    expect(walker.x).toBe(13 * TILE_UNITS - 160);
    const inside = segment({ seq: 2, ...tileCentre(13, 4), startTick: NOW + 40 });
    expect(acceptSegment(walker, inside, NOW + 40, hall)).toHaveProperty('putBack');
  });

  test('[M5] a segment that begins before the one before it begins with it', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({ startTick: NOW }), NOW, hall);
    advance(walker, NOW + 10, hall);
    acceptSegment(walker, segment({ seq: 2, startTick: NOW - 10, gait: 'run' }), NOW + 10, hall);
    expect(walker.x - START.x).toBeLessThanOrEqual(2 * WALK * 10);
  });

  test('[M5] after being put somewhere, a claim from before counts no more', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({}), NOW, hall);
    advance(walker, NOW + 20, hall);
    placeWalker(walker, tileCentre(5, 3), 0, NOW + 20);
    const old = segment({ seq: 2, startTick: NOW + 18, ...right(18) });
    expect(acceptSegment(walker, old, NOW + 21, hall)).toMatchObject({ putBack: tileCentre(5, 3) });
  });
});

describe('held directions', () => {
  test('[M6] end by themselves after a second and a half, and the end is told', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({}), NOW, hall);
    expect(advance(walker, NOW + 75, hall)).toBe('walked');
    expect(advance(walker, NOW + 76, hall)).toBe('lapsed');
    expect(walkTo(walker, NOW + 500)).toEqual(right(75));
  });

  test('[M6] go on when renewed in time', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({ seq: 4 }), NOW, hall);
    expect(renew(walker, 4, NOW + 50, hall)).toBe('ok');
    expect(advance(walker, NOW + 120, hall)).toBe('walked');
  });

  test('[M6] renewed too late, the client is put back to where it ended', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({ seq: 4 }), NOW, hall);
    expect(renew(walker, 4, NOW + 90, hall)).toEqual({ putBack: { seq: 4, ...right(75), tick: NOW + 90 } });
  });

  test('[M6] a renewal of another segment, or of a stop, changes nothing', () => {
    const walker = at(START, 0);
    acceptSegment(walker, segment({ seq: 4 }), NOW, hall);
    expect(renew(walker, 3, NOW + 50, hall)).toBe('ok');
    expect(advance(walker, NOW + 76, hall)).toBe('lapsed');
    acceptSegment(walker, segment({ seq: 5, ...place(walker), startTick: NOW + 80, gait: 'still' }), NOW + 80, hall);
    expect(renew(walker, 5, NOW + 200, hall)).toBe('ok');
  });
});

describe('paths', () => {
  const path = (corners: Point[], over: { from?: Point; startTick?: number } = {}) => ({
    from: START,
    corners,
    gait: 'walk' as const,
    startTick: NOW,
    seq: 3,
    ...over,
  });

  test('[M7] the server walks them corner by corner and says where it turned and arrived', () => {
    const walker = at(START, 0);
    expect(acceptPath(walker, path([tileCentre(4, 2), tileCentre(4, 3)]), NOW, hall)).toBe('ok');
    const seen: string[] = [];
    for (let tick = NOW + 1; tick < NOW + 60; tick++) {
      const walked = advance(walker, tick, hall);
      if (walked !== 'walked' && walked !== 'still') seen.push(walked);
    }
    expect(seen).toEqual(['turned', 'turned', 'arrived']);
    expect(place(walker)).toEqual(tileCentre(4, 3));
    expect(walker).toMatchObject({ gait: 'still', direction: 2 });
  });

  test('[M7] a path through a wall is refused and nobody moves', () => {
    const walker = at(START, 0);
    expect(acceptPath(walker, path([tileCentre(15, 2)]), NOW, hall)).toBe('blocked');
    expect(walkTo(walker, NOW + 50)).toEqual(START);
  });

  test('[M7] from anywhere else than where our copy is: put back', () => {
    const walker = at(START, 0);
    expect(acceptPath(walker, path([tileCentre(4, 2)], { from: tileCentre(7, 3) }), NOW, hall)).toMatchObject({ putBack: START });
  });

  test('[M7] a key press ends it where the client says, on the way', () => {
    const walker = at(START, 0);
    acceptPath(walker, path([tileCentre(8, 2)]), NOW, hall);
    advance(walker, NOW + 22, hall);
    const stop = segment({ seq: 4, startTick: NOW + 20, ...right(20), gait: 'still' });
    expect(acceptSegment(walker, stop, NOW + 22, hall)).toBe('ok');
    expect(place(walker)).toEqual(right(20));
    expect(walker.path).toBeUndefined();
  });

  test('[M7] is walked without being renewed, however long it takes', () => {
    const walker = at(START, 0);
    acceptPath(walker, path([tileCentre(2, 1), tileCentre(17, 1), tileCentre(17, 3), tileCentre(2, 3)]), NOW, hall);
    expect(walkTo(walker, NOW + 500)).toEqual(tileCentre(2, 3));
  });

  test('[M7] a map that changes under it blocks it', () => {
    const walker = at(START, 0);
    acceptPath(walker, path([tileCentre(8, 2)]), NOW, hall);
    const walled = drawnGrid(`
      ####################
      #....#.............#
      #....#.......##....#
      #....#.............#
      #....#.......3.....#
      ####################
    `);
    expect(advance(walker, NOW + 60, walled)).toBe('blocked');
    expect(walker.x).toBe(5 * TILE_UNITS - 160);
  });
});
