// Writes what the server says into the World: the replicated state, crowd frames, digests and messages.

import { TILE_PX } from '@comptoir/shared/geometry';
import { AVAILABILITIES, DEFAULT_APPEARANCE, decodeAppearance, RANKS } from '@comptoir/shared/people';
import { decodeDigest } from '@comptoir/shared/protocol/digests';
import type { OfficeState } from '@comptoir/shared/protocol/state';
import { type AvatarRecord, type CellView, cellCountOf, decodeFrame, type FrameSink, isInView } from '@comptoir/shared/protocol/walks';
import { batch } from '@preact/signals-core';
import { Avatar } from '../world/Avatar.ts';
import type { Person, World } from '../world/World.ts';

type PersonState = NonNullable<ReturnType<OfficeState['people']['get']>>;

const isSame = (known: Person, state: PersonState): boolean =>
  known.name === state.name &&
  known.trade === state.trade &&
  known.availability === AVAILABILITIES[state.availability] &&
  known.rank === RANKS[state.rank] &&
  known.avatarNumber === state.avatarNumber &&
  known.connected === state.connected;

/** Brings `world.people` up to the replicated state; keeps the object of everybody who did not change. */
export function replicateState(world: World, state: OfficeState, appearances: Map<string, string>): void {
  const before = world.people.peek();
  const people = new Map<string, Person>();
  let changed = before.size !== state.people.size;
  for (const [personId, person] of state.people.entries()) {
    const known = before.get(personId);
    if (known && appearances.get(personId) === person.appearance && isSame(known, person)) {
      people.set(personId, known);
      continue;
    }
    changed = true;
    appearances.set(personId, person.appearance);
    people.set(personId, {
      personId,
      name: person.name,
      trade: person.trade,
      appearance: decodeAppearance(person.appearance) ?? DEFAULT_APPEARANCE,
      availability: AVAILABILITIES[person.availability] ?? 'available',
      rank: RANKS[person.rank] ?? 'visitor',
      avatarNumber: person.avatarNumber,
      connected: person.connected,
    });
  }
  batch(() => {
    if (changed) {
      world.personIds.clear();
      for (const person of people.values()) world.personIds.set(person.avatarNumber, person.personId);
      for (const personId of appearances.keys()) if (!people.has(personId)) appearances.delete(personId);
      world.people.value = people;
      world.changes++;
    }
    world.cupsToday.value = state.cupsToday;
    world.apero.value = state.apero;
  });
}

/** Whoever is in a cell that I no longer watch is forgotten: I would not hear of their next step. */
export function forgetOutside(world: World, view: CellView): void {
  const columns = columnsOf(world);
  for (const [avatarNumber, { cell }] of world.avatars) if (!isInView(cell, columns, view)) world.avatars.delete(avatarNumber);
  world.changes++;
}

const columnsOf = (world: World): number => {
  const { widthTiles, heightTiles } = world.ground.peek().map;
  return cellCountOf(widthTiles, heightTiles).columns;
};

/**
 * Reads one crowd frame into `world.avatars`; my own record only tells about my cup and ring.
 * @param view what I asked for last: the frame may have been written before the server heard of it
 */
export function replicateFrame(world: World, bytes: Uint8Array, myAvatarNumber: number, view: CellView | undefined, nowMs: number): void {
  const columns = columnsOf(world);
  let frameTick = 0;
  // who left a cell, and whoever a restarting cell does not name again, is gone; those this frame names elsewhere keep their trail
  const doubtful = new Set<number>();
  const sink: FrameSink = {
    begins(tick) {
      frameTick = tick;
    },
    cellRestarts(cell) {
      for (const [avatarNumber, avatar] of world.avatars) if (avatar.cell === cell) doubtful.add(avatarNumber);
    },
    left(avatarNumber, cell) {
      if (world.avatars.get(avatarNumber)?.cell === cell) doubtful.add(avatarNumber);
    },
    record(record: AvatarRecord, cell) {
      if (record.avatarNumber === myAvatarNumber) {
        world.ownCup = record.cup;
        world.ownRing = record.ring;
        return;
      }
      doubtful.delete(record.avatarNumber);
      if (view && !isInView(cell, columns, view)) {
        world.avatars.delete(record.avatarNumber);
        return;
      }
      const known = world.avatars.get(record.avatarNumber);
      if (known) known.learn(record, frameTick, cell);
      else world.avatars.set(record.avatarNumber, new Avatar(record, frameTick, cell));
    },
    emote(avatarNumber, emote) {
      if (avatarNumber !== myAvatarNumber) world.avatars.get(avatarNumber)?.show(emote, nowMs);
    },
  };
  decodeFrame(bytes, columns, sink);
  for (const avatarNumber of doubtful) world.avatars.delete(avatarNumber);
  world.changes++;
}

/** Where everybody is, coarsely: for the list view and the overview. */
export function replicateDigest(world: World, bytes: Uint8Array): void {
  const digest = decodeDigest(bytes);
  if (digest?.kind === 'areas') world.areaOfAvatar.value = digest.areas;
  else if (digest?.kind === 'overview') {
    const places = new Map<number, { x: number; y: number }>();
    for (const [avatarNumber, tile] of digest.tiles) places.set(avatarNumber, { x: tile.x * TILE_PX, y: tile.y * TILE_PX });
    world.coarsePlaces.value = places;
  }
}
