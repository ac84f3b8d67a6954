// Seats, the coffee machine, counts and digests, in the default office.

import { UNITS_PER_PX } from '@comptoir/shared/geometry';
import { feetPxOf, reachesThing, seatPlace } from '@comptoir/shared/map/reach';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const office = useOffice();

/** The seat nearest to somebody, at a desk or at none. */
function seatNear(person: Inside, atDesk = false): string {
  const { map } = office.open.room().floor.office.ground;
  const away = ({ tileX, tileY }: { tileX: number; tileY: number }): number =>
    Math.hypot(tileX * 32 - person.place.x, tileY * 32 - person.place.y);
  const seats = map.seats.filter(({ desk }) => (desk !== undefined) === atDesk).sort((a, b) => away(a) - away(b));
  if (!seats[0]) throw new Error('the default map has both kinds of seats');
  return seats[0].id;
}
const seatPx = (id: string) => {
  const { ground } = office.open.room().floor.office;
  const found = ground.seats.get(id);
  if (!found) throw new Error('no such seat');
  const { x, y } = seatPlace(found);
  return { x: x / UNITS_PER_PX, y: y / UNITS_PER_PX };
};

describe('seats', () => {
  it('[S1] one walks over, sits down, and stands up by moving', async () => {
    const ada = await office.enter('Ada');
    const bob = await office.enter('Bob');
    const id = seatNear(ada);
    expect(await ada.actions.sit(id)).toEqual({ ok: true });
    expect(isNear(office.place(ada), seatPx(id), 1)).toBe(true);
    expect(ada.world.own.seat).toBe(id);
    await bob.actions.beThere({ person: ada.id });
    const number = ada.world.me.peek()?.avatarNumber ?? -1;
    await until(() => bob.sees(ada) !== undefined && bob.world.avatars.get(number)?.seated === true, 'Bob sees Ada seated');
    ada.hold(2);
    await until(() => bob.sees(ada) !== undefined && bob.world.avatars.get(number)?.seated === false, 'Bob sees Ada stand');
    ada.letGo();
    await until(() => office.place(ada).isStill && isNear(ada.place, office.place(ada), 1), 'both know where Ada stands');
    expect(office.open.room().floor.office.seatTakenBy.has(id)).toBe(false);
  }, 40_000);

  it('[S2] a seat holds one person', async () => {
    const ada = await office.enter('Ada');
    const bob = await office.enter('Bob');
    const id = seatNear(ada);
    await ada.actions.sit(id);
    const answer = await bob.actions.sit(id);
    expect(answer).toEqual({ refused: 'seatTaken' });
    expect(office.open.room().floor.office.seatTakenBy.get(id)).toBe(ada.id);
  }, 40_000);

  it('[S1] from afar nobody sits down', async () => {
    const ada = await office.enter('Ada');
    const id = seatNear(ada);
    await ada.actions.beThere({ area: 'library' });
    expect(await ada.connection.request('sit', { seat: id })).toEqual({ refused: 'tooFar' });
    expect(await ada.connection.request('sit', { seat: 'nowhere' })).toEqual({ refused: 'notThere' });
  });

  it('[S3] a desk makes focused, leaving it brings available back', async () => {
    const ada = await office.enter('Ada');
    const bob = await office.enter('Bob');
    const seen = () => bob.world.people.peek().get(ada.id)?.availability;
    await ada.actions.beThere({ area: 'desks' });
    expect(await ada.actions.sit(seatNear(ada, true))).toEqual({ ok: true });
    await until(() => seen() === 'focused', 'Bob reads that Ada is focused');
    ada.actions.stand();
    await until(() => seen() === 'available', 'Bob reads that Ada is available');
  }, 40_000);

  it('[S4] who leaves the office frees the seat', async () => {
    const ada = await office.enter('Ada');
    const id = seatNear(ada);
    await ada.actions.sit(id);
    ada.leave();
    await until(() => !office.ids().includes(ada.id), 'Ada is gone');
    expect(office.open.room().floor.office.seatTakenBy.has(id)).toBe(false);
  }, 40_000);
});

describe('the coffee machine', () => {
  it('[O7] walked to and used, it brews and gives a cup that everybody sees', async () => {
    const ada = await office.enter('Ada');
    const bob = await office.enter('Bob');
    await bob.actions.beThere({ area: 'coffee' });
    expect(await ada.actions.use('coffee-machine')).toEqual({ ok: true });
    const { things } = office.open.room().floor.office.ground;
    const machine = things.get('coffee-machine');
    expect(machine && reachesThing(feetPxOf(office.occupant(ada).walker), machine)).toBe(true);
    await until(() => bob.world.brewing.peek().has('coffee-machine'), 'Bob sees it brew');
    const number = ada.world.me.peek()?.avatarNumber ?? -1;
    await until(() => bob.sees(ada) !== undefined && bob.world.avatars.get(number)?.cup === true, 'Bob sees the cup');
    await until(() => ada.world.ownCup, 'Ada sees her own');
    // ten minutes later: the office's own clock is moved, not ours
    office.occupant(ada).cupUntilTick = Math.floor(office.open.room().tickNow()) + 5;
    await until(() => bob.world.avatars.get(number)?.cup === false, 'the cup is empty');
  }, 40_000);

  it('[O8] the counter goes up for everybody', async () => {
    const ada = await office.enter('Ada');
    const bob = await office.enter('Bob');
    const before = bob.world.cupsToday.peek();
    await ada.actions.beThere({ object: 'coffee-machine' });
    await ada.connection.request('use', { thing: 'coffee-machine' });
    await ada.connection.request('use', { thing: 'coffee-machine' });
    await until(() => bob.world.cupsToday.peek() === before + 2, 'Bob reads two more');
  });

  it('[O7] from afar it does not brew', async () => {
    const ada = await office.enter('Ada');
    expect(await ada.connection.request('use', { thing: 'coffee-machine' })).toEqual({ refused: 'tooFar' });
    expect(await ada.connection.request('use', { thing: 'tea-machine' })).toEqual({ refused: 'notThere' });
  });
});

describe('who is where', () => {
  it('[L1] counts by area go to everybody, places of those out of view to nobody', async () => {
    const ada = await office.enter('Ada');
    const bob = await office.enter('Bob', { window: { width: 320, height: 200 } });
    await ada.actions.beThere({ area: 'library' });
    await bob.actions.beThere({ area: 'after-talk' });
    const { map } = bob.world.ground.peek();
    const library = map.areas.findIndex(({ name }) => name === 'library');
    await until(() => bob.world.areaCounts.peek()[library] === 1, 'Bob reads that one is in the library');
    await until(() => bob.sees(ada) === undefined, 'Bob does not see who');
    expect(bob.world.areaOfAvatar.peek().size).toBe(0);
    expect(bob.world.coarsePlaces.peek().size).toBe(0);

    const number = ada.world.me.peek()?.avatarNumber ?? -1;
    bob.digest.value = 'areas';
    await until(() => bob.world.areaOfAvatar.peek().get(number) === library, 'the list names her area');
    bob.digest.value = 'overview';
    await until(() => bob.world.coarsePlaces.peek().has(number), 'the overview shows her');
    const coarse = bob.world.coarsePlaces.peek().get(number);
    expect(isNear(coarse, office.place(ada), 64 + 32)).toBe(true);
    bob.digest.value = 'none';
    expect(isNear(bob.sees(ada), office.place(ada), 1)).toBe(false);
  });

  it('[L1] nobody is told more than once a second', async () => {
    const ada = await office.enter('Ada', {});
    let digests = 0;
    ada.world.areaOfAvatar.subscribe(() => digests++);
    const startedMs = performance.now();
    ada.digest.value = 'areas';
    await until(() => digests > 3, 'three digests came');
    expect(performance.now() - startedMs).toBeGreaterThan(2 * tuning.digestMs - 100);
  });
});
