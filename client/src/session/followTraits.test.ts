import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap, Traits } from '@comptoir/shared/map/OfficeMap';
import { describe, expect, it, vi } from 'vitest';
import { Scope } from '../lib/Scope.ts';
import { World } from '../world/World.ts';
import { followTraits } from './followTraits.ts';

const MAP = { areas: [], widthTiles: 4, heightTiles: 4, seats: [], things: [] } as unknown as OfficeMap;

function inside() {
  vi.stubGlobal('location', { origin: 'https://office.example', assign: vi.fn() });
  const world = new World('floor/one', groundOf(MAP, { width: 4, height: 4, cells: new Uint8Array(16) }));
  const doors = { toOffice: vi.fn(), toStart: vi.fn() };
  const scope = new Scope();
  followTraits(scope, world, doors);
  const step = (traits: Traits): void => {
    world.surroundings.value = { ...world.surroundings.peek(), traits };
  };
  return { world, doors, scope, step };
}

describe('areas that do something', () => {
  it('[A3] a door leads to the office beside this map, or to a start of it', () => {
    const { doors, step } = inside();
    step({ exit: { url: 'two.tmj#lift' } });
    expect(doors.toOffice).toHaveBeenCalledWith({ kind: 'office', office: 'floor/two', start: 'lift' });
    step({ exit: { url: '#stairs' } });
    expect(doors.toStart).toHaveBeenCalledWith('stairs');
  });

  it('[A3] another site is offered on X, never gone to by walking', () => {
    const { world, doors, step } = inside();
    step({ exit: { url: 'https://else.example/x' } });
    expect(doors.toOffice).not.toHaveBeenCalled();
    expect(location.assign).not.toHaveBeenCalled();
    expect(world.offer.value).toMatchObject({ kind: 'outside', message: 'else.example' });
    world.offer.value?.run();
    expect(location.assign).toHaveBeenCalledWith('https://else.example/x');
  });

  it('[A2] a site opens on entering, or on X when its author says so, and closes on leaving', () => {
    const { world, step } = inside();
    const website = { url: 'https://board.example/', trigger: 'onenter', widthPercent: 40, closable: true } as const;
    step({ website });
    expect(world.side.value).toMatchObject({ url: 'https://board.example/' });
    step({});
    expect(world.side.value).toBeUndefined();
    step({ website: { ...website, trigger: 'onaction', triggerMessage: 'Open the board' } });
    expect(world.side.value).toBeUndefined();
    expect(world.offer.value?.message).toBe('Open the board');
    world.offer.value?.run();
    expect(world.side.value).toBeDefined();
  });

  it('[A1] the sound of an area ends with it', () => {
    const { world, scope, step } = inside();
    step({ audio: { url: '/maps/rain.ogg', loop: true, volume: 0.5 } });
    expect(world.ambience.value).toEqual({ url: '/maps/rain.ogg', loop: true, volume: 0.5, blocked: false });
    step({});
    expect(world.ambience.value).toBeUndefined();
    step({ audio: { url: '/maps/rain.ogg', loop: true, volume: 0.5 } });
    scope.end();
    expect(world.ambience.value).toBeUndefined();
  });
});
