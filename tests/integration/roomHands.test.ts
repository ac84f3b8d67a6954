// Raised hands in a meeting room, with real clients.
import { expect, it } from 'vitest';
import { enterAs, granted, refusalOf } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { areaAt, drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import { standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const map = mapOf(drawHall(30, 12), [areaAt('room', { x: 2, y: 2, width: 8, height: 6 }, { conversation: 'meeting' })]);
const office = useOffice({}, withTiles({ 'office.tmj': map }));
const handsOf = (person: Inside): string => (person.world.talk.conversation.peek()?.hands ?? []).join();

it('[B21] everybody in the room sees them in their order; owners and hosts take them down, and leaving does', async () => {
  const [ada, bob, cyril] = (await Promise.all(['Ada', 'Bob', 'Cyril'].map((name) => office.enter(name)))) as [Inside, Inside, Inside];
  const host = await enterAs(office, 'host');
  const all = [ada, bob, cyril, host];
  expect(await refusalOf(ada, 'raiseHand', { up: true })).toBe('noTalk');
  await Promise.all(all.map((person, i) => standAt(person, 3 + i, 4)));
  await until(() => all.every((person) => person.world.talk.conversation.peek()?.members.length === 4), 'they are in the room');
  for (const person of [bob, ada, cyril]) await granted(person, 'raiseHand', { up: true });
  const order = [bob, ada, cyril].map(({ id }) => id).join();
  await until(() => all.every((person) => handsOf(person) === order), 'all see the same order');
  expect(await refusalOf(ada, 'lowerHand', { personId: bob.id })).toBe('notAllowed');
  expect(await refusalOf(host, 'lowerHand', { personId: 'nobody' })).toBe('notHere');
  await granted(host, 'lowerHand', { personId: bob.id });
  await granted(ada, 'raiseHand', { up: false });
  await until(() => all.every((person) => handsOf(person) === cyril.id), "only Cyril's is up");
  cyril.leave();
  await until(() => handsOf(ada) === '', 'it went with him');
});
