import { tileCentre } from '@comptoir/shared/geometry';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Area } from '@comptoir/shared/map/OfficeMap';
import { seatPlace } from '@comptoir/shared/map/reach';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { arrivalPlace, moveToGoal } from './arrivals.ts';
import { availabilityOfSeat, chooseAvailability, setIdle } from './availability.ts';
import { leaveSeat, sitProblem, takeSeat } from './seats.ts';
import { drawnOffice, standAt } from './testOffice.ts';
import { carriesCup, dayOf, isAperoHour, useThing } from './things.ts';
import { countAreas, placeAtThing, placeBeside } from './whereabouts.ts';

const office = () => drawnOffice(['##########', '#....h...#', '#.ee.....#', '#.ee..C..#', '#........#', '#......d.#', '##########']);

describe('seats', () => {
  it('[S1] one sits down from a step away, not from across the office', () => {
    const here = office();
    expect(sitProblem(here, standAt(here, 'near', 4, 1), 'seat-5-1')).toBeUndefined();
    expect(sitProblem(here, standAt(here, 'far', 1, 5), 'seat-5-1')).toBe('tooFar');
    expect(sitProblem(here, standAt(here, 'lost', 4, 1), 'seat-9-9')).toBe('notThere');
  });

  it('[S2] a seat holds one person, until they get up', () => {
    const here = office();
    const ada = standAt(here, 'ada', 4, 1);
    const bob = standAt(here, 'bob', 6, 1);
    const seat = here.ground.seats.get('seat-5-1');
    if (!seat) throw new Error('the drawing has no such seat');
    expect(takeSeat(here, ada, seat)).toEqual({ at: seatPlace(seat), direction: 4 });
    expect(sitProblem(here, bob, 'seat-5-1')).toBe('seatTaken');
    leaveSeat(here, ada);
    expect(sitProblem(here, bob, 'seat-5-1')).toBeUndefined();
  });

  it('[S3] a desk means focused, and getting up brings back what was before', () => {
    const here = office();
    const ada = standAt(here, 'ada', 6, 5);
    const desk = here.ground.seats.get('seat-7-5');
    availabilityOfSeat(ada, desk);
    expect(ada.availability).toBe('focused');
    availabilityOfSeat(ada, undefined);
    expect(ada.availability).toBe('available');
  });

  it('[S3] a desk does not touch do not disturb', () => {
    const here = office();
    const ada = standAt(here, 'ada', 6, 5);
    chooseAvailability(ada, 'doNotDisturb');
    availabilityOfSeat(ada, here.ground.seats.get('seat-7-5'));
    expect(ada.availability).toBe('doNotDisturb');
  });
});

describe('availability', () => {
  it('[O11] idleness makes away, and the next sign of life ends it', () => {
    const ada = standAt(office(), 'ada', 1, 1);
    setIdle(ada, true);
    expect(ada.availability).toBe('away');
    setIdle(ada, false);
    expect(ada.availability).toBe('available');
  });

  it('[O11] who chose away stays away, and who chose do not disturb is not made away', () => {
    const ada = standAt(office(), 'ada', 1, 1);
    chooseAvailability(ada, 'away');
    setIdle(ada, true);
    setIdle(ada, false);
    expect(ada.availability).toBe('away');
    chooseAvailability(ada, 'doNotDisturb');
    setIdle(ada, true);
    expect(ada.availability).toBe('doNotDisturb');
  });
});

describe('the coffee machine', () => {
  it('[O7] pours from within reach, from either side, and nothing from afar', () => {
    const here = office();
    expect(useThing(here, standAt(here, 'north', 6, 2), 'coffee-machine', 100)).toMatchObject({ use: 'coffee' });
    expect(useThing(here, standAt(here, 'south', 6, 4), 'coffee-machine', 100)).toMatchObject({ use: 'coffee' });
    expect(useThing(here, standAt(here, 'far', 1, 1), 'coffee-machine', 100)).toEqual({ refused: 'tooFar' });
    expect(useThing(here, standAt(here, 'odd', 6, 4), 'tea-machine', 100)).toEqual({ refused: 'notThere' });
  });

  it('[O7] the cup is there when it has brewed, for ten minutes', () => {
    const here = office();
    const ada = standAt(here, 'ada', 6, 4);
    const brewed = 100 + tuning.brewMs / tuning.tickMs;
    useThing(here, ada, 'coffee-machine', 100);
    expect(carriesCup(ada, brewed - 1)).toBe(false);
    expect(carriesCup(ada, brewed)).toBe(true);
    expect(carriesCup(ada, brewed + tuning.cupMs / tuning.tickMs - 1)).toBe(true);
    expect(carriesCup(ada, brewed + tuning.cupMs / tuning.tickMs)).toBe(false);
  });

  it.each([
    ['2026-11-26T18:00:00+01:00', true],
    ['2026-11-26T17:59:00+01:00', false],
    ['2026-11-26T23:59:00+01:00', true],
    ['2026-11-27T00:01:00+01:00', false],
    ['2026-11-25T19:00:00+01:00', false],
  ])('[O8] at %s in Paris it pours an apero: %s', (time, expected) => {
    expect(isAperoHour(Date.parse(time), 'Europe/Paris')).toBe(expected);
  });

  it("[O8] the counter's day is the office's, not the server's", () => {
    const lateInParis = Date.parse('2026-11-26T23:30:00Z');
    expect(dayOf(lateInParis, 'Europe/Paris')).toBe('2026-11-27');
    expect(dayOf(lateInParis, 'UTC')).toBe('2026-11-26');
  });
});

describe('arrivals', () => {
  it('[O6] a named start wins, then the remembered place, then the default start', () => {
    const here = office();
    const remembered = { at: tileCentre(8, 4), direction: 0 } as const;
    expect(arrivalPlace(here, 'terrace', remembered, 0, 0).at).toEqual(tileCentre(8, 5));
    expect(arrivalPlace(here, undefined, remembered, 0, 0)).toEqual(remembered);
    expect(arrivalPlace(here, 'nowhere', undefined, 0, 0.99).at).toEqual(tileCentre(3, 3));
  });

  it('[O6] a remembered place inside a wall is not returned to', () => {
    const here = office();
    expect(arrivalPlace(here, undefined, { at: tileCentre(0, 0), direction: 0 }, 0, 0).at).toEqual(tileCentre(2, 2));
  });

  it('[O6] nobody is put back into the door through which they left', () => {
    const { ground, ...rest } = office();
    const [start] = ground.map.areas;
    if (!start) throw new Error('the drawing has a start');
    const door: Area = {
      ...{ ...start, id: 'door', name: 'door', sizeTiles: 1 },
      shape: { kind: 'tiles', tiles: [4 * ground.map.widthTiles + 8] },
      traits: { exit: { url: '/o/garden' } },
    };
    const areas = [start, door];
    const here = { ...rest, ground: groundOf({ ...ground.map, areas }, ground.grid) };
    expect(arrivalPlace(here, undefined, { at: tileCentre(8, 4), direction: 0 }, 0, 0).at).toEqual(tileCentre(2, 2));
    expect(arrivalPlace(here, undefined, { at: tileCentre(7, 4), direction: 0 }, 0, 0).at).toEqual(tileCentre(7, 4));
  });

  it('[O6] arrivals choose a tile where nobody stands', () => {
    const here = office();
    standAt(here, 'ada', 2, 2);
    expect(arrivalPlace(here, undefined, undefined, 0, 0).at).toEqual(tileCentre(3, 2));
  });

  it('[O5] moveTo is px or the name of an area', () => {
    const here = office();
    expect(moveToGoal(here, '48,48')).toEqual(tileCentre(1, 1));
    expect(moveToGoal(here, 'start')).toBeDefined();
    expect(moveToGoal(here, 'moon')).toBeUndefined();
  });
});

describe('whereabouts', () => {
  it('[L1] counts people by area and puts nobody on the feet of another', () => {
    const here = office();
    const ada = standAt(here, 'ada', 2, 2);
    standAt(here, 'bob', 7, 1);
    expect(countAreas(here)).toEqual([1]);
    expect(placeBeside(here, ada, 0)).not.toEqual(tileCentre(2, 2));
    expect(placeAtThing(here, 'coffee-machine', ada.walker)).toBeDefined();
  });
});
