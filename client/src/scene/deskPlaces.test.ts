import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { plateSpot, platesOf } from './deskPlaces.ts';

const seat = (desk: string | undefined, facing: Seat['facing'] = 'up'): Seat => ({
  ...{ id: `seat of ${desk}`, tileX: 2, tileY: 3, facing, feetX: 80, feetY: 120, depth: 0 },
  ...(desk === undefined ? {} : { desk }),
});

test('[U155] at each desk that somebody has stands their name, and what lies on mine at mine alone', () => {
  const all = [
    { desk: 'oak', personId: 'ada', name: 'Ada' },
    { desk: 'ash', personId: 'me', name: 'Me' },
    { desk: 'not on this map', personId: 'lou', name: 'Lou' },
  ];
  const notes = { count: 2, unread: 1 };
  const plates = platesOf([seat('oak'), seat(undefined), seat('ash')], all, { myId: 'me', notes, nameOf: ({ name }) => name });
  expect(plates).toMatchObject([
    { name: 'Ada', isMine: false, notes: { count: 0 } },
    { name: 'Me', isMine: true, notes },
  ]);
});

test('[U155] a plate lies behind the chair, whichever way one sits', () => {
  const spot = (facing: Seat['facing']) => plateSpot(seat('oak', facing));
  expect(spot('up')).toMatchObject({ x: 80, y: 131, originY: 0 });
  expect(spot('down')).toMatchObject({ x: 80, y: 101, originY: 1 });
  expect(spot('left')).toMatchObject({ x: 99, y: 112, originX: 0 });
  expect(spot('right')).toMatchObject({ x: 61, y: 112, originX: 1 });
});
