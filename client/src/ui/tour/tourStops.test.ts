import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { tourStops } from './tourStops.ts';

const kindsFrom = (map: OfficeMap, x: number, y: number): string[] => {
  const { areas } = groundOf(map);
  return tourStops(map, { x, y }, (at) => areas.smallest(at.x, at.y)).map(({ kind }) => kind);
};
const machine = { id: 'machine', use: 'coffee', labels: {}, shape: { x: 0, y: 0, width: 32, height: 32 } };

test('[U15] the tour leads to one place of each kind that the map has, the nearest next, and ends at the machine', () => {
  const map = drawnOffice('..@..mm..qq..aa', { things: [machine] });
  expect(kindsFrom(map, 80, 16)).toEqual(['meeting', 'quiet', 'talk', 'machine']);
  expect(kindsFrom(map, 470, 16)).toEqual(['talk', 'quiet', 'meeting', 'machine']);
});

test('[U15] of several places of a kind the nearest is shown; tables count outside of rooms only', () => {
  const map = drawnOffice('h..h..mh..');
  const [near, far, inRoom] = map.seats;
  const seats = [
    { ...near, desk: 'desk-1' },
    { ...far, table: 'round' },
    { ...inRoom, table: 'long' },
  ] as OfficeMap['seats'];
  expect(kindsFrom({ ...map, seats: seats.slice(0, 2) }, 300, 16)).toEqual(['meeting', 'table', 'desk']);
  expect(
    kindsFrom(
      {
        ...map,
        seats: seats.slice(2),
        areas: [{ ...map.areas[0], shape: { kind: 'rect', x: 192, y: 0, width: 64, height: 32 } }] as OfficeMap['areas'],
      },
      0,
      16,
    ),
  ).toEqual(['meeting']);
});

test('[U15] an empty map has no tour', () => {
  expect(kindsFrom(drawnOffice('....'), 0, 0)).toEqual([]);
});
