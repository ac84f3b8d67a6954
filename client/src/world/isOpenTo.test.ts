import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Thing } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { isOpenTo, isWithin } from './isOpenTo.ts';
import { World } from './World.ts';

const machineAt = (x: number): Thing => ({
  ...{ id: `machine-${x}`, use: 'coffee', labels: {} },
  shape: { kind: 'rect', x, y: 0, width: 32, height: 32 } as Thing['shape'],
});

test('[U68] on a visit only the one area is open, with what stands in it', () => {
  const world = new World('office', groundOf(drawnOffice('mm..')));
  expect([isOpenTo(world, 'meeting'), isOpenTo(world, 'start'), isWithin(world, machineAt(96))]).toEqual([true, true, true]);
  world.confinedTo.value = 'meeting';
  expect([isOpenTo(world, 'meeting'), isOpenTo(world, 'start')]).toEqual([true, false]);
  expect([isWithin(world, machineAt(0)), isWithin(world, machineAt(96))]).toEqual([true, false]);
});
