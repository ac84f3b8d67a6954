// What may come between people and a talk: they walk out and come back, are away or banned, the map loses its stage.
import { afterEach, expect, it } from 'vitest';
import { enterAs, granted } from '../support/door.ts';
import { type Inside, tryToEnter, until } from '../support/enterOffice.ts';
import { writeMaps } from '../support/openOffice.ts';
import { areaAt, drawHall, mapOf } from '../support/smallMaps.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({}, HALL_MAPS);
afterEach(() => endTalks(office));

const stageOf = (person: Inside) => person.world.auditorium.stage.peek();
const viewOf = (person: Inside) => person.world.talk.conversation.peek();
const roleOf = (person: Inside) => viewOf(person)?.role;
const speakers = (person: Inside): string[] => viewOf(person)?.members.map(({ personId }) => personId) ?? [];

it('[T1] whoever walked out of the hall, or was away, is back in it with its call, although nothing changed meanwhile', async () => {
  const lea = await startTalk(office);
  const [ada] = (await enterHall(office, 'Ada')) as [Inside];
  await standAt(ada, 20, 10);
  await until(() => viewOf(ada) === undefined && stageOf(ada) === undefined, 'Ada has left');
  await standAt(ada, 10, 10);
  await until(() => roleOf(ada) === 'audience' && viewOf(ada)?.call !== null, 'she listens again');
  ada.connection.send('availability', { availability: 'away' });
  await until(() => viewOf(ada) === undefined, 'Ada is away');
  ada.connection.send('availability', { availability: 'available' });
  await until(() => roleOf(ada) === 'audience' && speakers(ada).join() === lea.id, 'and back');
});

it('[T16] whoever is banned while they have the floor speaks no more, and the talk goes on', async () => {
  const lea = await startTalk(office);
  const [ada, bob] = (await enterHall(office, 'Ada', 'Bob')) as [Inside, Inside];
  const hana = await enterAs(office, 'host', 'Hana');
  await granted(ada, 'raiseHand', { up: true });
  await granted(lea, 'giveFloor', { personId: ada.id, video: true });
  await until(() => speakers(bob).includes(ada.id), 'Ada speaks');
  const { ticket } = ada;
  await granted(hana, 'ban', { personId: ada.id, reason: '', hours: 1, network: false });
  await until(() => speakers(bob).join() === lea.id && stageOf(bob)?.floor.length === 0, 'and no longer');
  expect(await tryToEnter(office.open.url, { name: 'Ada', ticket })).toEqual({ refused: 'banned' });
  expect([roleOf(lea), roleOf(bob)]).toEqual(['speaker', 'audience']);
});

it('[T9] a map that loses its stage leaves the talk to its audience until it ends, and has all of it back with the stage', async () => {
  const lea = await startTalk(office);
  const [bob] = (await enterHall(office, 'Bob')) as [Inside];
  await granted(bob, 'askQuestion', { text: 'Still there?', anonymous: false });
  const rows = areaAt('rows', { x: 2, y: 6, width: 14, height: 12 }, { conversation: 'audience', auditorium: 'hall', start: true });
  writeMaps(office.open.mapsDir, { 'office.tmj': mapOf(drawHall(40, 20), [rows]) });
  await until(() => viewOf(lea) === undefined && typeof stageOf(bob)?.endsTick === 'number', 'nobody is on a stage');
  expect(roleOf(bob)).toBe('audience');
  writeMaps(office.open.mapsDir, HALL_MAPS);
  await until(() => roleOf(lea) === 'speaker' && stageOf(bob)?.endsTick === null, 'Lea speaks again');
  expect(stageOf(lea)?.leaders).toEqual([lea.id]);
  await until(() => lea.world.auditorium.questions.peek().size === 1, 'the question is there');
});
