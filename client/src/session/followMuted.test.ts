import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { expect, it, vi } from 'vitest';
import { Scope } from '../lib/Scope.ts';
import { World } from '../world/World.ts';
import { followMuted } from './followMuted.ts';

const MAP = { areas: [], widthTiles: 4, heightTiles: 4, seats: [], things: [] } as unknown as OfficeMap;

it('[U78] each time a host closes my microphone it is off, and an earlier time is no news', () => {
  const world = new World('office', groundOf(MAP, { width: 4, height: 4, cells: new Uint8Array(16) }));
  world.hosting.muted.value = { by: 'noor' };
  const closeMicrophone = vi.fn();
  const scope = new Scope();
  followMuted(scope, world, { closeMicrophone });
  expect(closeMicrophone).not.toHaveBeenCalled();
  world.hosting.muted.value = { by: 'noor' };
  expect(closeMicrophone).toHaveBeenCalledTimes(1);
  world.hosting.muted.value = { by: 'noor' };
  expect(closeMicrophone).toHaveBeenCalledTimes(2);
  world.hosting.muted.value = undefined;
  scope.end();
  world.hosting.muted.value = { by: 'noor' };
  expect(closeMicrophone).toHaveBeenCalledTimes(2);
});
