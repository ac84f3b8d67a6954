import type { Ring } from '@comptoir/shared/conversation';
import { toUnits } from '@comptoir/shared/geometry';
import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Seat, Thing } from '@comptoir/shared/map/OfficeMap';
import type { Availability } from '@comptoir/shared/people';
import { describe, expect, test } from 'vitest';
import { Avatar } from './Avatar.ts';
import { nextAct } from './nextAct.ts';
import { updateSurroundings } from './surroundings.ts';
import { World } from './World.ts';

const FLOOR = ['........', '........', '........', '........'].join('\n');
const RING: Ring = { number: 3, state: 'amongUs', role: 'member', room: false, walking: false };

const seat = (tileX: number, tileY: number, at: { table?: string; desk?: string }): Seat => ({
  ...{ id: `${tileX} ${tileY}`, tileX, tileY, facing: 'down', feetX: tileX * 32 + 16, feetY: tileY * 32 + 28, depth: 0 },
  ...at,
});

interface Scene {
  /** Who has the desk named so. */
  owner?: { desk: string; personId: string; name: string };
  seats?: Seat[];
  thing?: boolean;
  /** px from me. */
  bob?: { dx: number; dy?: number; seated?: boolean; ring?: Ring; availability?: Availability };
}

/** I stand in the middle of tile (3, 1). */
function officeOf({ seats = [], thing = false, bob, owner }: Scene): World {
  const map = { ...drawnOffice(FLOOR), seats };
  if (thing) map.things = [{ id: 'coffee', use: 'coffee', shape: { x: 100, y: 70, width: 20, height: 20 } } as unknown as Thing];
  const world = new World('office', groundOf(map));
  world.own.put({ x: toUnits(112), y: toUnits(48) }, 0, 2, undefined);
  world.myId.value = 'me';
  if (owner) world.desks.all.value = [owner];
  if (bob) {
    const { dx, dy = 0, seated = false, ring, availability = 'available' } = bob;
    const person = { personId: 'bob', name: 'Bob', trade: '', rank: 'member', avatarNumber: 1, connected: true, availability };
    world.people.value = new Map([['bob', person as never]]);
    world.personIds.set(1, 'bob');
    const at = { x: toUnits(112 + dx), y: toUnits(48 + dy) };
    world.avatars.set(1, new Avatar({ ...at, avatarNumber: 1, direction: 2, gait: 'still', seated, cup: false, ring }, 0, 0));
  }
  updateSurroundings(world);
  return world;
}

test('[U157] X at a free desk and at my own sits down, at that of somebody else it leaves a note', () => {
  const desk = { seats: [seat(4, 1, { desk: 'oak' })] };
  expect(nextAct(officeOf(desk))).toMatchObject({ kind: 'seat' });
  expect(nextAct(officeOf({ ...desk, owner: { desk: 'oak', personId: 'me', name: 'Me' } }))).toMatchObject({ kind: 'seat' });
  expect(nextAct(officeOf({ ...desk, owner: { desk: 'oak', personId: 'lou', name: 'Lou' } }))).toMatchObject({
    kind: 'desk',
    owner: { personId: 'lou' },
  });
});

describe('[U54] X', () => {
  test.each<[string, Scene, object | undefined]>([
    ['nothing', {}, undefined],
    ['joins the person near', { bob: { dx: 50 } }, { kind: 'person', personId: 'bob', how: 'join' }],
    ['does not reach somebody farther away', { bob: { dx: 80 } }, undefined],
    ['uses the thing, whoever stands there', { thing: true, bob: { dx: 30 } }, { kind: 'thing' }],
    ['knocks at a closed door', { bob: { dx: 40, ring: { ...RING, state: 'closed' } } }, { how: 'knock' }],
    ['waves to whoever is focused', { bob: { dx: 40, availability: 'focused' } }, { how: 'wave' }],
    ['sits down on a seat', { seats: [seat(4, 1, {})] }, { kind: 'seat' }],
    ['joins somebody rather than sitting down elsewhere', { seats: [seat(4, 1, {})], bob: { dx: -40 } }, { kind: 'person' }],
    [
      'sits down at the table of somebody',
      { seats: [seat(4, 1, { table: 'oak' }), seat(4, 2, { table: 'oak' })], bob: { dx: 32, dy: 32, seated: true } },
      { kind: 'seat' },
    ],
    [
      'sits down at the free desk rather than waving to the next one',
      { seats: [seat(4, 1, { desk: 'a' }), seat(5, 1, { desk: 'b' })], bob: { dx: 64, seated: true } },
      { kind: 'seat' },
    ],
    ['waves to somebody at a desk', { seats: [seat(4, 1, { desk: 'a' })], bob: { dx: 32, seated: true } }, { how: 'wave' }],
  ])('%s', (_what, scene, act) => {
    if (act) expect(nextAct(officeOf(scene))).toMatchObject(act);
    else expect(nextAct(officeOf(scene))).toBeUndefined();
  });

  test('talks to the parrot until it listens, unless a seat is nearer', () => {
    const at = (seats: Seat[]): World => {
      const world = officeOf({ seats });
      const perch: Thing = { id: 'echo', use: 'echo', labels: {}, shape: { x: 100, y: 70, width: 20, height: 20 } };
      world.ground.value = groundOf({ ...world.ground.peek().map, things: [perch] });
      updateSurroundings(world);
      world.echo.value = { perch, phase: 'asking' };
      return world;
    };
    const world = at([seat(4, 1, {})]);
    expect(nextAct(world)).toMatchObject({ kind: 'thing', thing: { use: 'echo' } });
    for (const phase of ['listening', 'company'] as const) {
      world.echo.value = world.echo.value && { ...world.echo.value, phase };
      expect(nextAct(world)).toMatchObject({ kind: 'seat' });
    }
    expect(nextAct(at([seat(3, 1, {})]))).toMatchObject({ kind: 'seat' });
  });

  test('does not join whom I talk with already', () => {
    const world = officeOf({ bob: { dx: 50 } });
    const member = { role: 'member', microphone: false, camera: false, screen: false, hidden: false, lost: false } as const;
    world.talk.conversation.value = {
      ...{ id: 'c', number: 3, kind: 'bubble', state: 'amongUs', place: { kind: 'near' }, role: 'member', call: null, large: false },
      members: [
        { ...member, personId: 'me' },
        { ...member, personId: 'bob' },
      ],
    };
    updateSurroundings(world);
    expect(nextAct(world)).toBeUndefined();
  });
});

test('[T58] X leads to where a talk goes on, before anything else', () => {
  const world = officeOf({ seats: [seat(4, 1, {})], bob: { dx: 50 } });
  world.auditorium.over.value = { title: 'Prices', lounge: 'salon', tables: [] };
  expect(nextAct(world)).toEqual({ kind: 'lounge', area: 'salon' });
  world.auditorium.over.value = { title: 'Prices', lounge: null, tables: [] };
  expect(nextAct(world)?.kind).toBe('person');
});

test('in a talk X begins no other conversation', () => {
  const world = officeOf({ seats: [seat(4, 1, {})], bob: { dx: 30 } });
  expect(nextAct(world)?.kind).toBe('person');
  world.talk.conversation.value = {
    ...{ id: 't', number: 3, kind: 'talk', state: 'amongUs', place: { kind: 'area', area: 'rows' }, role: 'audience' },
    ...{ call: null, large: false, members: [] },
  };
  expect(nextAct(world)?.kind).toBe('seat');
});
