import { tileCentre, tileOf } from '@comptoir/shared/geometry';
import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import { expect, it } from 'vitest';
import { World } from '../world/World.ts';
import { findWay } from './findWay.ts';

/** Where one stands in the end, as a tile. */
function endOf(drawing: string, from: [number, number], to: [number, number]): [number, number] | undefined {
  const world = new World('office', groundOf(drawnOffice(drawing)));
  world.own.useGrid(world.ownGrid.peek());
  const me = tileCentre(...from);
  Object.assign(world.own, { x: me.x, y: me.y });
  const end = findWay(world, { person: 'noor' }, tileCentre(...to))?.at(-1);
  return end && [tileOf(end.x), tileOf(end.y)];
}

it('[B4] whoever walks up to somebody stops a step before them, but inside the meeting room that they are in', () => {
  expect(endOf('........', [0, 0], [5, 0])).toEqual([4, 0]);
  expect(endOf('...mmmm.', [0, 0], [3, 0])).toEqual([4, 0]);
  expect(endOf('...mmmm.', [6, 0], [3, 0])).toEqual([4, 0]);
  // no place in there but theirs
  expect(endOf('...m....', [0, 0], [3, 0])).toEqual([2, 0]);
});
