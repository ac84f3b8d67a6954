import type { OfficeMap, Seat } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { dotsAhead, dotsAlong } from './dotsAlong.ts';
import { pick } from './pick.ts';

const seat: Seat = { id: 'sofa-1', tileX: 4, tileY: 4, facing: 'down', feetX: 144, feetY: 158, depth: 150 };
const machine = { id: 'coffee-machine', use: 'coffee', labels: {}, shape: { x: 300, y: 100, width: 64, height: 32 } };
const map = { seats: [seat], things: [machine] } as unknown as OfficeMap;
const ada = { personId: 'ada', x: 320, y: 140, headTop: 44 };
const bob = { personId: 'bob', x: 326, y: 150, headTop: 44 };

test('[U28] of two people the one in front is meant', () => {
  expect(pick({ x: 324, y: 125 }, map, [ada, bob])).toEqual({ kind: 'person', personId: 'bob' });
});

test('[U28] a person before a thing is meant, beside them the thing', () => {
  expect(pick({ x: 320, y: 110 }, map, [ada]).kind).toBe('person');
  expect(pick({ x: 350, y: 110 }, map, [ada])).toEqual({ kind: 'thing', thing: machine });
});

test('[U28] a seat is its tile and the lap above it', () => {
  expect(pick({ x: 140, y: 140 }, map, [])).toEqual({ kind: 'seat', seat });
  expect(pick({ x: 20, y: 20 }, map, [])).toEqual({ kind: 'floor', x: 20, y: 20 });
});

test('[M7] the dots of a way lie still on the floor while one walks over them', () => {
  const goal = { x: 100, y: 40 };
  const far = dotsAlong([{ x: 0, y: 0 }, { x: 100, y: 0 }, goal], 16, 50);
  const near = dotsAlong([{ x: 55, y: 0 }, { x: 100, y: 0 }, goal], 16, 50);
  expect(far[0]).toEqual(goal);
  expect(far.slice(0, near.length)).toEqual(near);
  expect(dotsAlong([], 16, 50)).toEqual([]);
  expect(
    dotsAlong(
      [
        { x: 0, y: 0 },
        { x: 900, y: 0 },
      ],
      16,
      5,
    ),
  ).toHaveLength(5);
});

test('[U10] of a shown way only what is still ahead is drawn', () => {
  const dots = dotsAlong(
    [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ],
    20,
    50,
  );
  expect(dotsAhead(dots, { x: 42, y: 6 })).toEqual([
    { x: 100, y: 0 },
    { x: 80, y: 0 },
    { x: 60, y: 0 },
  ]);
  expect(dotsAhead(dots, { x: 101, y: 0 })).toEqual([]);
});
