import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Area, Seat } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { desksOf } from './desksOf.ts';

const FLOOR = ['........', '........', '........', '........'].join('\n');
const seat = (tileX: number, desk?: string): Seat => ({
  ...{ id: `seat ${tileX}`, tileX, tileY: 1, facing: 'down', feetX: tileX * 32 + 16, feetY: 60, depth: 0 },
  ...(desk === undefined ? {} : { desk }),
});
const area = (name: string, columns: readonly number[]): Area => ({
  ...{ id: name, name, labels: {}, traits: {}, sizeTiles: columns.length * 4 },
  shape: { kind: 'tiles', tiles: [0, 1, 2, 3].flatMap((row) => columns.map((column) => row * 8 + column)) },
});

test('[U156] desks are counted in their place, in the order of the map; other seats are none', () => {
  const map = { ...drawnOffice(FLOOR), seats: [seat(0, 'a'), seat(1), seat(2, 'b'), seat(5, 'c')] };
  const owner = { desk: 'b', personId: 'ada', name: 'Ada' };
  expect(desksOf(groundOf(map), [owner])).toMatchObject([
    { desk: 'a', place: undefined, number: 1, owner: undefined },
    { desk: 'b', number: 2, owner },
    { desk: 'c', number: 3 },
  ]);
  const divided = { ...map, areas: [area('left', [0, 1, 2, 3]), area('right', [4, 5, 6, 7])] };
  expect(desksOf(groundOf(map), []).some(({ isPlaceSaid }) => isPlaceSaid)).toBe(false);
  expect(desksOf(groundOf(divided), []).every(({ isPlaceSaid }) => isPlaceSaid)).toBe(true);
  expect(desksOf(groundOf(divided), []).map(({ place, number }) => `${place?.name} ${number}`)).toEqual(['left 1', 'left 2', 'right 1']);
});
