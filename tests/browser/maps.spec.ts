// Maps that somebody puts into the maps folder while the server runs: they open, lead to one another, and act on whoever is inside.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type MapFiles, writeMaps } from '../support/openOffice.ts';
import { areaAt, drawHall, mapOf, tilePx, toneFile, withTiles } from '../support/smallMaps.ts';
import { expect, type OfficeOfTheStory, type Person, test } from './story.ts';

const HALL = drawHall(16, 10);
const DOOR = tilePx(13, 5);

const startArea = areaAt('start', { x: 3, y: 4, width: 2, height: 2 }, { start: true });

/** Puts files into the folder, as somebody who makes maps does. */
const put = (office: OfficeOfTheStory, files: MapFiles): void => writeMaps(join(office.server.dataDir, 'maps'), files);

const statusOf = async (office: OfficeOfTheStory, id: string): Promise<number> =>
  (await fetch(`${office.server.url}/api/offices/${id}`)).status;

/** The page may be gone before the walk has ended. */
const setOut = (person: Person, place: { x: number; y: number }): void => void person.walkTo(place).catch(() => undefined);

async function isIn(person: Person, officeId: string): Promise<void> {
  await expect
    .poll(async () => (await person.snapshot().catch(() => undefined))?.office.id, { message: `${person.name} is in ${officeId}` })
    .toBe(officeId);
  await person.isInside();
}

test('[O24] a map put into the folder while the server runs opens under its name; of a newer one that is broken the old one stays, with the reason; removed, whoever is inside is led to the other offices', async ({
  office,
}) => {
  expect(await statusOf(office, 'cabin')).toBe(404);
  put(office, withTiles({ 'cabin.tmj': mapOf(HALL, [startArea]) }));
  await expect.poll(() => statusOf(office, 'cabin'), { message: 'it opens' }).toBe(200);
  const ada = await office.enter('Ada', { path: '/o/cabin' });
  await ada.seesTheOffice();
  expect((await ada.snapshot()).office).toMatchObject({ id: 'cabin', widthPx: 16 * 32, heightPx: 10 * 32 });
  const { x, y } = await ada.me();
  expect([x > 96 && x < 160, y > 128 && y < 192]).toEqual([true, true]);

  put(office, { 'cabin.tmj': '{ "type": "map", broken' });
  const facts = async () => (await (await fetch(`${office.server.url}/api/offices/cabin`)).json()) as { mapProblem?: string };
  await expect.poll(async () => (await facts()).mapProblem).toContain('cabin.tmj');
  expect(await ada.walkTo(DOOR)).toMatchObject({ arrived: true });
  const bob = await office.arrive('Bob', { path: '/o/cabin', search: '?name=Bob', draws: false });
  await expect(bob.page.getByText('A newer map has a fault, so you see the one before: cabin.tmj')).toBeVisible();
  await bob.button('Enter').click();
  await bob.isInside();
  await bob.sees(ada);

  put(office, { 'cabin.tmj': mapOf(drawHall(20, 10), [startArea]) });
  for (const person of [ada, bob]) await expect.poll(async () => (await person.snapshot()).office.widthPx).toBe(20 * 32);

  for (const person of [ada, bob]) person.forgive(/404/);
  rmSync(join(office.server.dataDir, 'maps', 'cabin.tmj'));
  for (const { page } of [ada, bob]) await expect(page.getByText('This office is not there any more.')).toBeVisible();
  await ada.page.getByRole('link', { name: 'Comptoir' }).click();
  await ada.button('Enter').click();
  await isIn(ada, 'office');
});

test.describe('two offices that lead to each other', () => {
  test.use({
    maps: withTiles({
      'cabin.tmj': mapOf(HALL, [
        startArea,
        areaAt('attic', { x: 2, y: 7 }, { start: true }),
        areaAt('stairs', { x: 7, y: 7 }, { exitUrl: '#attic' }),
        areaAt('door', { x: 13, y: 5 }, { exitUrl: 'garden.tmj#gate' }),
      ]),
      'garden.tmj': mapOf(HALL, [
        startArea,
        areaAt('gate', { x: 10, y: 2 }, { start: true }),
        areaAt('door', { x: 13, y: 5 }, { exitUrl: '/o/cabin' }),
      ]),
    }),
  });

  test('[A3] a door leads to another office and back, and the visit goes on; [O26] an exit to a start of the same map puts one there, without loading anything', async ({
    office,
  }) => {
    const ada = await office.enter('Ada', { path: '/o/cabin', search: '?trade=Baker' });
    const { id } = await ada.me();
    setOut(ada, DOOR);
    await isIn(ada, 'garden');
    expect(new URL(ada.page.url())).toMatchObject({ pathname: '/o/garden', hash: '#gate' });
    expect(await ada.me()).toMatchObject({ id, name: 'Ada', trade: 'Baker', area: 'gate' });
    await expect(ada.button('Enter')).toHaveCount(0);
    // of her, nothing is left behind the door
    const bob = await office.enter('Bob', { path: '/o/cabin', draws: false });
    await expect.poll(async () => (await bob.snapshot()).people).toEqual([]);

    setOut(ada, DOOR);
    await isIn(ada, 'cabin');
    expect(await ada.me()).toMatchObject({ id, name: 'Ada' });
    await ada.sees(bob);

    await ada.page.evaluate(() => Object.assign(globalThis, { samePage: true }));
    setOut(ada, tilePx(7, 7));
    await expect.poll(async () => (await ada.me()).area).toBe('attic');
    expect(await ada.page.evaluate(() => 'samePage' in globalThis)).toBe(true);
    await bob.sees(ada);
    expect(await ada.walkTo(tilePx(6, 4))).toMatchObject({ arrived: true });
  });
});

test.describe('areas that act', () => {
  test.use({
    maps: withTiles({
      'notes.html': '<!doctype html><title>Notes</title><h1>House notes</h1><script>document.body.append(origin)</script>',
      'tone.wav': toneFile(),
      'cabin.tmj': mapOf(HALL, [
        startArea,
        areaAt('desk', { x: 12, y: 3, width: 3, height: 4 }, { openWebsite: 'notes.html', openWebsiteWidth: 40 }),
        areaAt('fountain', { x: 8, y: 1, width: 3, height: 3 }, { playAudio: 'tone.wav', audioLoop: true }),
        areaAt(
          'shelf',
          { x: 7, y: 7 },
          { openWebsite: 'notes.html', openWebsiteTrigger: 'onaction', openWebsiteTriggerMessage: 'Read the notes' },
        ),
      ]),
    }),
  });

  test('[A2] an area opens its page beside the office, in a sandbox, and closes it on leaving; [A1] another plays its sound while one is inside, with a control to silence it', async ({
    office,
  }) => {
    const ada = await office.arrive('Ada', { path: '/o/cabin', search: '?name=Ada' });
    await ada.page.addInitScript(() => {
      const sounds: HTMLAudioElement[] = [];
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function (this: HTMLAudioElement) {
        if (!sounds.includes(this)) sounds.push(this);
        return play.call(this);
      };
      Object.assign(globalThis, {
        playing: () => sounds.filter(({ paused }) => !paused).map(({ src, loop }) => `${new URL(src).pathname} ${loop}`),
      });
    });
    await ada.page.reload();
    await ada.button('Enter').click();
    await ada.isInside();
    await ada.seesTheOffice();
    const panel = ada.page.getByRole('complementary', { name: /^Site beside the office/ });
    await expect(panel).toHaveCount(0);
    expect(await ada.walkTo(DOOR)).toMatchObject({ arrived: true });
    await expect(panel).toBeVisible();
    const page = panel.locator('iframe').contentFrame();
    await expect(page.getByRole('heading', { name: 'House notes' })).toBeVisible();
    // it runs without our origin
    await expect(page.locator('body')).toContainText('null');
    const box = await panel.boundingBox();
    expect(Math.round(100 * (box?.width ?? 0)) / 640).toBeCloseTo(40, 0);

    await ada.walkTo(tilePx(6, 4));
    await expect(panel).toHaveCount(0);
    expect(await ada.walkTo(tilePx(7, 7))).toMatchObject({ arrived: true });
    await expect(ada.button(/Read the notes/)).toBeVisible();
    await expect(panel).toHaveCount(0);
    await ada.press('x');
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: 'Close the site' }).click();
    await expect(panel).toHaveCount(0);

    const playing = () => ada.page.evaluate(() => (globalThis as unknown as { playing: () => string[] }).playing());
    const silence = ada.button('Silence the sound of this place');
    await expect(silence).toHaveCount(0);
    await ada.walkTo(tilePx(9, 2));
    await expect(silence).toBeVisible();
    await expect.poll(playing).toEqual(['/maps/tone.wav true']);
    await silence.click();
    await expect.poll(playing).toEqual([]);
    await ada.button('Play the sound of this place').click();
    await expect.poll(playing).toEqual(['/maps/tone.wav true']);
    await ada.walkTo(tilePx(6, 4));
    await expect.poll(playing).toEqual([]);
    await expect(silence).toHaveCount(0);
  });
});
