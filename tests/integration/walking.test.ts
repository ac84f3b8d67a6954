// Two and twenty people walk in one office: everybody sees what the server knows.

import { watchedPart } from '@comptoir/client/session/watchedPart';
import type { Direction } from '@comptoir/shared/movement';
import { cellCountOf, cellOf, clampView, isInView } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { type Inside, seenBy, until } from '../support/enterOffice.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const office = useOffice();
const { place: onServer } = office;

/** Who is in the cells this person asked for, by the server's positions. */
function inViewOf(person: Inside): Set<number> {
  const { map } = person.world.ground.peek();
  const cells = cellCountOf(map.widthTiles, map.heightTiles);
  const part = watchedPart(person.world, seenBy(person.world));
  const cell = (px: number): number => Math.floor(px / tuning.cellPx);
  const view = clampView(
    { left: cell(part.x), top: cell(part.y), right: cell(part.x + part.width), bottom: cell(part.y + part.height) },
    cells,
  );
  const seen = new Set<number>();
  for (const { walker, avatarNumber, personId } of office.open.room().floor.office.occupants.values()) {
    const at = cellOf(walker.x, walker.y, cells.columns);
    if (personId !== person.id && isInView(at, cells.columns, view)) seen.add(avatarNumber);
  }
  return seen;
}

it('[M8] two people see each other walk, and stand at the same pixel everywhere', async () => {
  const ada = await office.enter('Ada');
  const bob = await office.enter('Bob');
  await until(() => ada.sees(bob) !== undefined && bob.sees(ada) !== undefined, 'they see each other');
  const before = { ...(bob.sees(ada) ?? { x: 0, y: 0 }) };
  ada.hold(6, 'run');
  await until(() => (bob.sees(ada)?.y ?? before.y) < before.y - 60, 'Bob sees Ada go up');
  ada.letGo();
  await until(() => onServer(ada).isStill, 'Ada stands');
  await until(() => isNear(bob.sees(ada), onServer(ada), 1), 'Bob sees Ada where the server has her');
  expect(isNear(ada.place, onServer(ada), 1)).toBe(true);
  await bob.actions.walkTo({ person: ada.id });
  await until(() => onServer(bob).isStill && isNear(ada.sees(bob), onServer(bob), 1), 'Ada sees Bob beside her');
  const { x, y } = onServer(bob);
  expect(Math.hypot(x - ada.place.x, y - ada.place.y)).toBeLessThan(64);
});

it('[M3] the own avatar moves at the key press, before the server can know', async () => {
  const ada = await office.enter('Ada');
  const { y } = ada.place;
  ada.hold(6, 'walk');
  expect(ada.place.y).toBeLessThan(y);
  expect(onServer(ada).y).toBe(y);
  ada.letGo();
});

it('[M12] an emote is seen by those in view', async () => {
  const ada = await office.enter('Ada');
  const bob = await office.enter('Bob');
  await until(() => bob.sees(ada) !== undefined, 'Bob sees Ada');
  ada.actions.emote('wave');
  const number = ada.world.me.peek()?.avatarNumber ?? -1;
  await until(() => bob.world.avatars.get(number)?.emote?.kind === 'wave', 'Bob sees Ada wave');
});

it('[M7] walkTo ends where it was asked to, also at the far end of the building', async () => {
  const ada = await office.enter('Ada');
  const end = await ada.actions.walkTo({ area: 'coffee' }, 'run');
  expect(end.arrived).toBe(true);
  await until(() => onServer(ada).isStill, 'the server walked her there too');
  expect(isNear(ada.place, onServer(ada), 1)).toBe(true);
  expect(ada.world.ground.peek().areas.smallest(end.x, end.y)?.name).toBe('coffee');
});

it('[M8] after twenty people walked at random for ten seconds, every world equals the server', async () => {
  const random = seededRandom(20);
  const all = await Promise.all(Array.from({ length: 20 }, (_, i) => office.enter(`Walker ${i + 1}`)));
  const endMs = performance.now() + 10_000;
  const map = all[0]?.world.ground.peek().map;
  const wander = async (person: Inside): Promise<void> => {
    while (performance.now() < endMs) {
      const choice = random();
      if (choice < 0.5) person.hold(Math.floor(random() * 8) as Direction, random() < 0.5 ? 'run' : 'walk');
      else if (choice < 0.65) person.letGo();
      else if (choice < 0.9)
        void person.actions.walkTo({ x: random() * (map?.widthTiles ?? 0) * 32, y: random() * (map?.heightTiles ?? 0) * 32 }, 'run');
      else person.actions.emote('heart');
      const nextMs = performance.now() + 80 + random() * 700;
      await until(() => performance.now() >= nextMs, 'the next whim');
    }
    // a path stops at a touch of the keys
    person.hold(2);
    person.letGo();
  };
  await Promise.all(all.map(wander));
  await until(() => all.every((person) => onServer(person).isStill), 'everybody stands');

  for (const person of all) {
    expect(new Set(person.world.people.peek().keys())).toEqual(new Set(office.ids()));
    const numbers = (of: Iterable<number>): string => [...of].sort((a, b) => a - b).join(' ');
    await expect.poll(() => `known ${numbers(person.world.avatars.keys())}`, { timeout: 5000 }).toBe(`known ${numbers(inViewOf(person))}`);
    const inView = inViewOf(person);
    expect(isNear(person.place, onServer(person), 1), `${person.world.me.peek()?.name} believes to be where the server has them`).toBe(
      true,
    );
    for (const other of all)
      if (other !== person && inView.has(other.world.me.peek()?.avatarNumber ?? -1))
        await until(() => isNear(person.sees(other), onServer(other), 1), `a walker is drawn where the server has them`);
  }
}, 60_000);
