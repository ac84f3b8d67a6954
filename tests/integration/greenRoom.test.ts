// The green room of an auditorium with real clients: whom it takes while a talk is on, and that nobody else comes in, however they try.
import { TILE_PX } from '@comptoir/shared/geometry';
import { afterEach, expect, it } from 'vitest';
import { enterAs, granted, refusalOf } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { areaAt, drawHall, mapOf, seatAt, withTiles } from '../support/smallMaps.ts';
import { endTalks } from '../support/talkHall.ts';
import { circleOf, standAt, talkTogether } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

/** Open on all sides: nothing but the rule keeps anybody out. */
const GREEN = { x: 18, y: 8, width: 5, height: 5 };
const map = mapOf(drawHall(40, 20), [
  areaAt('stage', { x: 2, y: 2, width: 14, height: 4 }, { conversation: 'stage', auditorium: 'hall', start: true }),
  areaAt('rows', { x: 2, y: 6, width: 14, height: 12 }, { conversation: 'audience', auditorium: 'hall', start: true }),
  areaAt('green-room', GREEN, { conversation: 'meeting', backstage: 'hall', start: true }),
  areaAt('wing', { x: 18, y: 8, width: 5, height: 6 }, {}),
  seatAt('sofa', { x: 18, y: 10 }, 'left'),
  areaAt('den', { x: 28, y: 8, width: 6, height: 6 }, { start: true }),
]);
const office = useOffice({}, withTiles({ 'office.tmj': map }));
afterEach(() => endTalks(office));

const shutTo = ({ world }: Inside): readonly string[] => world.auditorium.shutRooms.peek();
const besideOf = ({ world }: Inside) => world.talk.beside.peek();

/** Where the server has them. */
function isInGreen(person: Inside): boolean {
  const { x, y } = office.place(person);
  const [column, row] = [x / TILE_PX - GREEN.x, y / TILE_PX - GREEN.y];
  return column >= 0 && column < GREEN.width && row >= 0 && row < GREEN.height;
}

async function startTalk(): Promise<Inside> {
  const lea = await office.enter('Lea', { start: 'stage' });
  await granted(lea, 'startTalk', { title: 'Rivers', language: 'en' });
  return lea;
}

it('[T14] [T156] while a talk is on it is for whoever leads or has spoken; others stand before it and are told why', async () => {
  const lea = await startTalk();
  const [ada, bob] = await Promise.all(['Ada', 'Bob'].map((name) => office.enter(name, { start: 'rows' })));
  if (!ada || !bob) throw new Error('both are in');
  await standAt(ada, 9, 3);
  await until(() => shutTo(ada).length === 0 && shutTo(bob).join() === 'green-room', 'it is shut to Bob only');
  await standAt(ada, 20, 10);
  await until(() => circleOf(ada).join() === ada.id, 'Ada is in the green room');

  // by keys: he stands at its edge
  await standAt(bob, 16, 10);
  bob.hold(0);
  await until(() => besideOf(bob)?.reason === 'backstage', 'Bob is told why');
  bob.letGo();
  expect(besideOf(bob)?.number).toBe(ada.world.talk.conversation.peek()?.number);
  await until(() => office.place(bob).isStill, 'Bob stands');
  expect(isInGreen(bob)).toBe(false);
  expect(bob.place).toEqual({ x: office.place(bob).x, y: office.place(bob).y });

  // by a path, and from the list, one sentence
  await bob.actions.walkTo({ area: 'green-room' });
  await bob.actions.walkTo({ person: ada.id });
  await bob.actions.beThere({ area: 'green-room' });
  await bob.actions.beThere({ person: ada.id });
  expect(bob.refusals).toEqual(['backstage', 'backstage', 'backstage', 'backstage']);
  // the area around it has places that are not in it
  for (let n = 0; n < 6; n++) await bob.actions.beThere({ area: 'wing' });
  expect(bob.refusals).toHaveLength(4);
  expect(isInGreen(bob)).toBe(false);

  await granted(lea, 'endTalk', {});
  await until(() => shutTo(bob).length === 0, 'it is open again');
  await standAt(bob, 20, 11);
  await until(() => talkTogether(ada, bob), 'it is a room like any other');
  await Promise.all([standAt(ada, 30, 16), standAt(bob, 34, 16)]);
});

it('[T156] nobody breaks in: not by a client that knows of nothing, a seat, a start, or by coming back', async () => {
  await startTalk();
  const bob = await office.enter('Bob', { start: 'rows' });
  await until(() => shutTo(bob).length === 1, 'it is shut to Bob');
  await standAt(bob, 17, 10);
  expect(await refusalOf(bob, 'sit', { seat: 'sofa' })).toBe('notThere');
  bob.world.auditorium.shutRooms.value = [];
  bob.hold(0, 'run');
  await until(() => bob.place.x > (GREEN.x + 1) * TILE_PX || office.place(bob).isStill, 'Bob runs in, as he believes');
  bob.letGo();
  await until(() => office.place(bob).isStill && bob.place.x < GREEN.x * TILE_PX, 'Bob is put back');
  expect(isInGreen(bob)).toBe(false);
  await bob.actions.walkTo({ x: 20.5 * TILE_PX, y: 10.5 * TILE_PX });
  await until(() => office.place(bob).isStill && bob.place.x < GREEN.x * TILE_PX, 'and again');
  expect(isInGreen(bob)).toBe(false);

  bob.leave();
  await until(() => !office.open.room().floor.office.occupants.has(bob.id) || !office.open.room().clientOf.has(bob.id), 'Bob left');
  const again = await office.enter('Bob', { ticket: bob.ticket, start: 'green-room' });
  const cara = await office.enter('Cara', { start: 'green-room' });
  for (const one of [again, cara]) expect(isInGreen(one)).toBe(false);
  await until(() => shutTo(cara).length === 1, 'and their own browser knows');
});

it('[T156] whoever is inside when a talk begins stays until they go; a yes from inside opens it for one; hosts walk in', async () => {
  const [cem, dia, eva] = await Promise.all(
    (['green-room', 'green-room', 'den'] as const).map((start, n) => office.enter(['Cem', 'Dia', 'Eva'][n] ?? '', { start })),
  );
  if (!cem || !dia || !eva) throw new Error('all are in');
  await Promise.all([standAt(cem, 19, 9), standAt(dia, 21, 9)]);
  await until(() => talkTogether(cem, dia), 'Cem and Dia talk');
  const lea = await startTalk();
  await until(() => shutTo(eva).length === 1, 'it is shut to Eva');
  expect(talkTogether(cem, dia)).toBe(true);
  await standAt(dia, 20, 11);
  expect(isInGreen(dia)).toBe(true);
  await standAt(dia, 25, 10);
  await until(() => shutTo(dia).length === 1, 'out once, it is shut to Dia too');

  // walking over to Cem knocks, as at a closed door
  await eva.actions.talk.approach(cem.id);
  await until(() => cem.world.talk.asks.peek().length === 1, 'Cem is asked');
  const [asked] = cem.world.talk.asks.peek();
  await granted(cem, 'answerAsk', { ask: asked?.id ?? '', answer: 'yes' });
  await until(() => shutTo(eva).length === 0, 'it is open to Eva');
  await until(() => talkTogether(cem, eva), 'Eva walks in');
  const hana = await enterAs(office, 'host', 'Hana');
  await standAt(hana, 20, 9);
  await until(() => talkTogether(cem, eva, hana), 'so is a host');
  expect(shutTo(lea)).toEqual([]);
});
