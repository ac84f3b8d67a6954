// A meeting room that is recorded, as people see it and as it can be played afterwards: by whoever agreed, nobody else.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loudest } from '../support/loudest.ts';
import { readFilm } from '../support/readFilm.ts';
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { expect, HEARD, type Talker, test } from './callStory.ts';
import { expectAccessible } from './story.ts';

test.use({
  maps: withTiles({
    'hall.tmj': mapOf(drawHall(40, 24), [
      areaAt('start', { x: 26, y: 16, width: 4, height: 4 }, { start: true }),
      areaAt('attic', { x: 4, y: 2, width: 8, height: 6 }, { conversation: 'meeting', label_en: 'Attic' }),
    ]),
  }),
});
test.describe.configure({ timeout: 120_000 });

const SPOKEN_MS = 4000;

const button = ({ person }: Talker, name: string) => person.button(name).first();
const strip = ({ person }: Talker, state: string) => person.page.locator(`.room-recording.${state}`);

test('[T143] a room of two is recorded in map and list, rests while a third is there who refuses, and is found by the two alone', async ({
  hall,
  office,
}) => {
  const [noor, ada, eve] = await Promise.all([hall.enter('Noor', { draws: true }), hall.enter('Ada'), hall.enter('Eve')]);
  for (const [n, talker] of [noor, ada].entries()) await talker.person.walkTo(tilePx(6 + n, 4));
  await expect(ada).toHear(noor);

  // the one at the map by its menu, the other in the list by its button; keys only
  await noor.person.tabTo(noor.person.page.locator('button.conversation-chip'));
  await noor.person.press('Enter');
  await noor.person.page.getByRole('menuitem', { name: /^Record…/ }).press('Enter');
  await noor.person.page.getByRole('dialog').getByRole('button', { name: 'Ask to record' }).press('Enter');
  await expect(strip(noor, 'asking')).toContainText('1 of 2 agreed');
  await expect(ada.person.page.getByText('Noor asks: may this room be recorded?', { exact: true })).toBeVisible();
  await expectAccessible(ada.person, 'being asked in a room');
  await ada.person.tabTo(button(ada, 'Agree'));
  await ada.person.press('Enter');
  for (const talker of [noor, ada]) {
    await expect(strip(talker, 'on')).toBeVisible();
    await expect(talker.person.page.getByText('This room is being recorded.', { exact: true })).toBeAttached();
  }
  await expectAccessible(noor.person, 'a recorded room');
  for (const [one, other] of [[noor, ada] as const, [ada, noor] as const]) await expect(one).toHear(other);
  await noor.person.page.waitForTimeout(SPOKEN_MS);

  await eve.person.walkTo(tilePx(7, 6));
  await expect(eve.person.page.getByText('This room is recorded. Until you agree the recording rests.', { exact: true })).toBeVisible();
  await expect(strip(noor, 'paused')).toBeVisible();
  await button(eve, 'Not me').press('Enter');
  await expect(noor).toHear(eve);
  await expect(strip(eve, 'paused')).toBeVisible();
  await eve.person.page.waitForTimeout(SPOKEN_MS / 2);
  await eve.person.walkTo(tilePx(28, 18));
  await expect(strip(ada, 'on')).toBeVisible();
  await ada.person.page.waitForTimeout(SPOKEN_MS / 2);

  // whoever is in it ends it
  await button(ada, 'Stop recording').press('Enter');
  await expect(noor.person.page.getByText('The recording is ready.', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(strip(noor, 'on')).toHaveCount(0);
  await expectAccessible(noor.person, 'the end of a recorded room');
  const recordings = join(office.server.dataDir, 'recordings');
  const [meeting = ''] = readdirSync(recordings);
  for (const name of ['replay.webm', 'replay.mp3']) {
    const film = await readFilm(join(recordings, meeting, name));
    for (const { pitch } of [noor, ada]) expect(loudest(film, pitch), `${pitch} Hz in ${name}`).toBeGreaterThan(HEARD * 2);
    expect(loudest(film, eve.pitch), name).toBeLessThan(HEARD);
  }

  const [page] = await Promise.all([
    noor.person.page.waitForEvent('popup'),
    noor.person.page.getByRole('link', { name: 'Open its page' }).press('Enter'),
  ]);
  await expect(page.locator('video')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attic');
  await expectAccessible({ page }, 'the page of a recorded meeting');
  await ada.person.press('Control+k');
  await ada.person.page.keyboard.type('past talks');
  await ada.person.press('Enter');
  const shelf = ada.person.page.getByRole('dialog');
  await expect(shelf.getByRole('heading', { name: 'Your meetings' })).toBeVisible();
  await expect(shelf.getByRole('button', { name: 'Take me out of the recording of “Attic”' })).toBeVisible();
  await expectAccessible(ada.person, 'my meetings');
  const status = (talker: Talker) => talker.person.page.evaluate(async (path) => (await fetch(path)).status, `/t/${meeting}/replay.webm`);
  eve.person.forgive(/404/);
  expect([await status(ada), await status(eve)]).toEqual([200, 404]);
});
