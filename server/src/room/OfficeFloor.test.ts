import { tileCentre } from '@comptoir/shared/geometry';
import { type Ground, groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { mayStand } from '@comptoir/shared/movement';
import { describe, expect, it } from 'vitest';
import { drawnOffice } from '../office/testOffice.ts';
import { OfficeFloor } from './OfficeFloor.ts';

const SEATED = drawnOffice(['#######', '#.d...#', '#.....#', '#######']).ground;
const EMPTY = drawnOffice(['#######', '#.....#', '#.....#', '#######']).ground;
const BUILT = drawnOffice(['#######', '#.#...#', '#.....#', '#######']).ground;

function floorWithSitter(ground: Ground) {
  const floor = new OfficeFloor('drawn', ground);
  const ada = floor.enter('ada', { at: tileCentre(2, 2), direction: 2 }, 0, 0, 0);
  expect(floor.sit(ada, 'seat-2-1', 1)).toMatchObject({ ok: true });
  expect(ada.availability).toBe('focused');
  return { floor, ada };
}

describe('a map that changes under people', () => {
  it('[O3] whoever sits on a seat that stays keeps sitting', () => {
    const { floor, ada } = floorWithSitter(SEATED);
    expect(floor.changeGround(groundOf({ ...SEATED.map }, SEATED.grid), 5)).toEqual([]);
    expect(ada.seat?.id).toBe('seat-2-1');
    expect(ada.availability).toBe('focused');
  });

  it.each([
    ['is gone', EMPTY],
    ['became a wall', BUILT],
  ])('[S3] a seat that %s is left like any other', (_, ground) => {
    const { floor, ada } = floorWithSitter(SEATED);
    expect(floor.changeGround(ground, 5)).toEqual([ada]);
    expect(ada.seat).toBeUndefined();
    expect(ada.availability).toBe('available');
    expect(floor.office.seatTakenBy.size).toBe(0);
    expect(mayStand(ground.grid, ada.walker)).toBe(true);
  });

  it('[S4] a seat that was moved away is left too', () => {
    const { floor, ada } = floorWithSitter(SEATED);
    const seats = SEATED.map.seats.map((seat) => ({ ...seat, tileX: 5 }));
    const moved: OfficeMap = { ...SEATED.map, seats };
    expect(floor.changeGround(groundOf(moved, SEATED.grid), 5)).toEqual([ada]);
    expect(ada.seat).toBeUndefined();
    expect(ada.walker).toMatchObject(tileCentre(2, 1));
  });
});
