// A talk that is recorded, as people see it and as it can be played afterwards: whoever agreed is in it, nobody else, whatever happens to the server.
import { readdirSync, readFileSync } from 'node:fs';
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
      areaAt('stage', { x: 4, y: 2, width: 14, height: 4 }, { conversation: 'stage', auditorium: 'hall' }),
      areaAt('rows', { x: 4, y: 6, width: 14, height: 8 }, { conversation: 'audience', auditorium: 'hall' }),
    ]),
  }),
});
test.describe.configure({ timeout: 150_000 });

/** Spoken before, and after, the server is killed. */
const SPOKEN_MS = 4000;

const roleOf = async ({ person }: Talker) => (await person.snapshot()).conversation?.role;
const button = ({ person }: Talker, name: string) => person.button(name).first();
const text = ({ person }: Talker, words: string) => person.page.getByText(words, { exact: true });

test('[T107] a talk of two is recorded over the death of its server, and can be played; [T110] all see that it is; [T101] who refused is in no file, [T100] and no listener', async ({
  hall,
  office,
}) => {
  const [noor, ada, bob, eve] = await Promise.all([hall.enter('Noor'), hall.enter('Ada'), hall.enter('Bob'), hall.enter('Eve')]);
  await noor.person.walkTo(tilePx(10, 4));
  await button(noor, 'Start talk').press('Enter');
  const dialog = noor.person.page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('What bread costs');
  await dialog.getByRole('switch', { name: 'Record this talk' }).press('Space');
  await dialog.getByRole('button', { name: 'Start talk' }).press('Enter');
  await expect(noor.person.page.locator('.recording-state.on')).toBeVisible();
  await bob.person.walkTo(tilePx(8, 10));
  for (const [talker, x] of [[ada, 12] as const, [eve, 14] as const]) {
    await talker.person.walkTo(tilePx(x, 4));
    await expect(text(talker, 'This talk is recorded. Until you agree you only listen.')).toBeVisible();
  }
  await expectAccessible(ada.person, 'being asked for a recording');
  await button(ada, 'Agree and speak').press('Enter');
  await button(eve, 'Not me').press('Enter');
  await expect.poll(() => roleOf(ada)).toBe('speaker');
  await expect(text(eve, 'You listen, and are not recorded')).toBeVisible();
  expect(await roleOf(eve)).toBe('audience');
  for (const talker of [noor, ada]) for (const key of ['m', 'v']) await talker.person.press(key);
  // they try
  for (const talker of [bob, eve]) await talker.person.press('m');
  for (const speaker of [noor, ada]) await expect(bob).toHear(speaker);
  await expect(bob).toSee(noor);
  await expectAccessible(noor.person, 'leading a recorded talk');
  await bob.person.page.waitForTimeout(SPOKEN_MS);

  for (const { person } of [noor, ada, bob, eve]) person.forgive(/WebSocket|ERR_CONNECTION_REFUSED|Failed to load resource/);
  await office.server.end('SIGKILL');
  await office.server.start();
  // nobody has to open anything again
  for (const speaker of [noor, ada]) await expect(() => expect(bob).toHear(speaker)).toPass({ timeout: 30_000 });
  await expect(bob).toSee(noor);
  await expect(bob.person.page.locator('.recording-state.on')).toBeVisible();
  await bob.person.page.waitForTimeout(SPOKEN_MS);

  await button(noor, 'End talk').press('Enter');
  await dialog.getByRole('button', { name: 'End talk' }).press('Enter');
  await expect(text(noor, 'The recording is ready.')).toBeVisible({ timeout: 40_000 });
  await expectAccessible(noor.person, 'the end of a recorded talk');

  const recordings = join(office.server.dataDir, 'recordings');
  const [talk = ''] = readdirSync(recordings);
  const dir = join(recordings, talk);
  for (const name of ['replay.webm', 'replay.mp3']) {
    const film = await readFilm(join(dir, name));
    for (const { pitch } of [noor, ada]) expect(loudest(film, pitch), `${pitch} Hz in ${name}`).toBeGreaterThan(HEARD * 2);
    for (const { pitch } of [bob, eve]) expect(loudest(film, pitch), `${pitch} Hz in ${name}`).toBeLessThan(HEARD);
  }
  const tapes = join(dir, 'tapes');
  const taped = readdirSync(tapes).map((name) => readFileSync(join(tapes, name)).toString('latin1'));
  expect(taped.some((tape) => tape.includes('microphone'))).toBe(true);
  for (const { person } of [bob, eve]) {
    const { id } = await person.me();
    for (const tape of taped) expect(tape).not.toContain(id);
  }

  const [page] = await Promise.all([
    noor.person.page.waitForEvent('popup'),
    noor.person.page.getByRole('link', { name: /^(Its page|Open the talk’s page)/ }).press('Enter'),
  ]);
  const video = page.locator('video');
  await expect(video).toBeVisible();
  const played = await video.evaluate(async (element: HTMLVideoElement) => {
    const brightest = (): number => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
      const context = canvas.getContext('2d');
      context?.drawImage(element, 0, 0, 64, 36);
      return Math.max(...(context?.getImageData(0, 0, 64, 36).data.filter((_value, n) => n % 4 !== 3) ?? []));
    };
    const soon = (what: string) => new Promise((resolve) => element.addEventListener(what, resolve, { once: true }));
    const seek = async (fromEndS: number): Promise<void> => {
      const sought = soon('seeked');
      element.currentTime = element.duration - fromEndS;
      await sought;
    };
    if (element.readyState === 0) await soon('loadedmetadata');
    element.muted = true;
    await seek(4);
    await element.play();
    while (element.currentTime < element.duration - 2) await soon('timeupdate');
    const before = { frames: element.getVideoPlaybackQuality().totalVideoFrames, brightest: brightest() };
    element.pause();
    await seek(3);
    // what is paused is drawn a moment later
    for (let n = 0; n < 20 && brightest() === 0; n++) await new Promise((resolve) => setTimeout(resolve, 100));
    return { before, after: brightest(), durationS: element.duration };
  });
  expect(played.before.frames).toBeGreaterThan(10);
  expect(played.before.brightest).toBeGreaterThan(40);
  expect(played.after).toBeGreaterThan(40);
  expect(played.durationS).toBeGreaterThan((2 * SPOKEN_MS) / 1000);
});
