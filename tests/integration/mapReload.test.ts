// The map's file changes while people are inside.
import { drawnTiled, objectLayer, pngHeader, tiledProperties } from '@comptoir/server/maps/drawnTiled';
import { mayStand } from '@comptoir/shared/movement';
import { expect, it } from 'vitest';
import { until } from '../support/enterOffice.ts';
import { writeMaps } from '../support/openOffice.ts';
import { isNear, useOffice } from '../support/useOffice.ts';

const start = objectLayer('starts', [
  { type: 'area', name: 'door', x: 32, y: 32, width: 32, height: 32, properties: tiledProperties({ start: true }) },
]);
const OPEN = `
  ##########
  #........#
  #........#
  #........#
  ##########`;
const BUILT = `
  ##########
  ####.....#
  ####.....#
  #........#
  ##########`;
const map = (drawing: string) => drawnTiled(drawing, [start]);

const office = useOffice({}, { 'tiles.png': pngHeader(128, 128), 'cabin.tmj': map(OPEN) });

it('[O3] whoever stands on a newly blocked tile goes to the nearest free one, the others stay', async () => {
  const room = () => office.open.room('cabin');
  const { occupants } = room().floor.office;
  const ada = await office.enter('Ada', { office: 'cabin' });
  const bob = await office.enter('Bob', { office: 'cabin' });
  await bob.actions.walkTo({ x: 8.5 * 32, y: 1.5 * 32 });
  await until(() => occupants.get(bob.id)?.walker.gait === 'still', 'Bob stands at the far end');
  const bobStood = bob.place;
  await until(() => ada.sees(bob) !== undefined && bob.sees(ada) !== undefined, 'they see each other');
  const { version } = ada.world.ground.peek().map;

  writeMaps(office.open.mapsDir, { 'cabin.tmj': map(BUILT) });
  await until(() => ada.world.ground.peek().map.version !== version, 'Ada has the new map');
  const walker = occupants.get(ada.id)?.walker;
  expect(walker && mayStand(room().floor.office.ground.grid, walker)).toBe(true);
  await until(() => isNear(ada.place, walker && { x: walker.x / 16, y: walker.y / 16 }, 1), 'Ada knows where she was put');
  // two tiles below the start is the nearest floor
  expect(isNear(ada.place, { x: 1.5 * 32, y: 3.5 * 32 }, 1)).toBe(true);
  expect(isNear(bob.place, bobStood, 1)).toBe(true);
  await until(() => isNear(bob.sees(ada), ada.place, 1), 'Bob sees her there');

  ada.hold(0);
  await until(() => ada.place.x > 100, 'Ada walks on the new floor');
  ada.letGo();
  await until(() => occupants.get(ada.id)?.walker.gait === 'still', 'and stands');
  await until(() => isNear(bob.sees(ada), ada.place, 1), 'as Bob sees');
});

it('[O3] in an office that became wider everybody is seen where they stand', async () => {
  const tall = (width: number): string => {
    const wall = '#'.repeat(width);
    return [wall, ...Array.from({ length: 12 }, () => `#${'.'.repeat(width - 2)}#`), wall].join('\n');
  };
  writeMaps(office.open.mapsDir, { 'barn.tmj': map(tall(10)) });
  await expect.poll(async () => (await fetch(`${office.open.url}/api/offices/barn`)).status, { timeout: 8000 }).toBe(200);
  const ada = await office.enter('Ada', { office: 'barn' });
  const bob = await office.enter('Bob', { office: 'barn' });
  await bob.actions.walkTo({ x: 8.5 * 32, y: 11.5 * 32 });
  await until(() => isNear(ada.sees(bob), bob.place, 1), 'Ada sees Bob in the far corner');
  const { version } = ada.world.ground.peek().map;

  writeMaps(office.open.mapsDir, { 'barn.tmj': map(tall(40)) });
  await until(() => ada.world.ground.peek().map.version !== version, 'Ada has the new map');
  await until(() => isNear(ada.sees(bob), { x: 8.5 * 32, y: 11.5 * 32 }, 1), 'Ada sees Bob where he stands');
});

it('[O24] a broken new version keeps the old one, for those inside and those who come', async () => {
  const ada = await office.enter('Ada', { office: 'cabin' });
  const { version } = ada.world.ground.peek().map;
  writeMaps(office.open.mapsDir, { 'cabin.tmj': '{ "type": "map", broken' });
  const facts = async () => (await (await fetch(`${office.open.url}/api/offices/cabin`)).json()) as { mapProblem?: string };
  await expect.poll(async () => (await facts()).mapProblem, { timeout: 8000 }).toContain('cabin.tmj');
  expect(ada.world.ground.peek().map.version).toBe(version);
  const bob = await office.enter('Bob', { office: 'cabin' });
  await until(() => bob.sees(ada) !== undefined, 'they are in the same office');
});

it('[O24] a map put into the folder opens an office, one taken away closes it', async () => {
  writeMaps(office.open.mapsDir, { 'shed.tmj': map(OPEN) });
  const status = async () => (await fetch(`${office.open.url}/api/offices/shed`)).status;
  await expect.poll(status, { timeout: 8000 }).toBe(200);
  const ada = await office.enter('Ada', { office: 'shed' });
  expect(ada.world.ground.peek().map.widthTiles).toBe(10);
});
