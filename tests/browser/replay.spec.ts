// The page of a recorded talk: the slide that was shown follows the player, and leads it by buttons and keys; without a script it is a list.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COLOURS, drawNumbered } from '../support/drawPdf.ts';
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { expect, test } from './callStory.ts';
import { expectAccessible } from './story.ts';

test.use({
  maps: withTiles({
    'hall.tmj': mapOf(drawHall(24, 16), [
      areaAt('start', { x: 16, y: 4, width: 2, height: 2 }, { start: true }),
      areaAt('stage', { x: 4, y: 2, width: 10, height: 4 }, { conversation: 'stage', auditorium: 'hall' }),
      areaAt('rows', { x: 4, y: 6, width: 10, height: 6 }, { conversation: 'audience', auditorium: 'hall' }),
    ]),
  }),
});
test.describe.configure({ timeout: 120_000 });

const SHOWN_MS = 1500;

test('[T127] [T128] the slide follows the player of a recorded talk, drawn sharp, and leads it by buttons and keys; [T129] it is waited for, [T130] and left', async ({
  hall,
  office,
  browser,
}) => {
  const { person: noor } = await hall.enter('Noor');
  await noor.walkTo(tilePx(8, 4));
  await noor.button('Start talk').first().press('Enter');
  const dialog = noor.page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Rivers');
  await dialog.getByRole('switch', { name: 'Record this talk' }).press('Space');
  await dialog.getByRole('button', { name: 'Start talk' }).press('Enter');
  await expect(noor.page.locator('.recording-state.on')).toBeVisible();
  await noor.press('m');
  const chooser = noor.page.waitForEvent('filechooser');
  await noor.button(/^Show slides…$/).click();
  await (await chooser).setFiles({ name: 'rivers.pdf', mimeType: 'application/pdf', buffer: drawNumbered(3) });
  for (const page of [1, 2, 3]) {
    await expect(noor.page.getByRole('img', { name: `Slide ${page} of 3`, exact: true })).toBeVisible();
    await noor.page.waitForTimeout(SHOWN_MS);
    if (page < 3) await noor.press('ArrowRight');
  }
  await noor.button('End talk').first().press('Enter');
  await dialog.getByRole('button', { name: 'End talk' }).press('Enter');
  await expect(noor.button('End talk')).toHaveCount(0);
  const [talk = ''] = readdirSync(join(office.server.dataDir, 'recordings'));
  const path = `/t/${talk}`;

  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1366, height: 768 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(office.server.url + path);
  const video = page.locator('video');
  // unless it is made before the page is there
  if (await page.getByText('The recording is being prepared.').isVisible()) {
    await expectAccessible({ page }, 'a recording that is being prepared');
    await expect(page.getByText('The recording is ready.')).toBeVisible({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Show it' }).press('Enter');
  }
  await expect(video).toBeVisible();
  const stage = page.locator('.slide-stage');
  const turns = (JSON.parse((await stage.getAttribute('data-slides')) ?? '{}') as { turns: { at: number; page: number }[] }).turns;
  expect(turns.map((turn) => turn.page)).toEqual([0, 1, 2]);
  const atOf = (n: number): number => turns[n]?.at ?? Number.NaN;
  const slide = (n: number) => stage.getByRole('img', { name: `Slide ${n} of 3: Page ${n}` });
  const nowS = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
  const seek = (seconds: number) =>
    video.evaluate((element: HTMLVideoElement, to) => {
      element.currentTime = to;
    }, seconds);
  /** The page's own colour, in dots. */
  const sees = async (n: number): Promise<void> => {
    await expect(slide(n)).toBeVisible();
    const dot = await slide(n).evaluate((canvas: HTMLCanvasElement) => [
      ...(canvas
        .getContext('2d')
        ?.getImageData(canvas.width / 2, canvas.height * 0.8, 1, 1)
        .data.slice(0, 3) ?? []),
    ]);
    for (const [i, share] of (COLOURS[n - 1] ?? COLOURS[0]).entries()) expect(Math.abs((dot[i] ?? -99) - share * 255)).toBeLessThan(4);
  };

  await video.evaluate(
    (element: HTMLVideoElement) => element.readyState > 0 || new Promise((resolve) => element.addEventListener('loadedmetadata', resolve)),
  );
  await seek(atOf(2) + 0.3);
  await sees(3);
  const sharp = await slide(3).evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.getBoundingClientRect().width);
  expect(sharp).toBeCloseTo(2, 1);
  // by itself, as it plays
  await seek(atOf(1) - 0.7);
  await sees(1);
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    return element.play();
  });
  await sees(2);
  expect(await nowS()).toBeGreaterThan(atOf(1) - 0.1);
  await video.evaluate((element: HTMLVideoElement) => element.pause());

  await stage.getByRole('button', { name: 'Next slide' }).click();
  await sees(3);
  expect(await nowS()).toBeCloseTo(atOf(2), 1);
  await expect(stage.getByRole('button', { name: 'Next slide' })).toHaveAttribute('aria-disabled', 'true');
  await stage.getByRole('group', { name: 'Slides' }).focus();
  await page.keyboard.press('ArrowLeft');
  await sees(2);
  expect(await nowS()).toBeCloseTo(atOf(1), 1);
  await expect(stage.getByRole('status')).toHaveText('Slide 2 of 3');
  await page.keyboard.press('Home');
  await sees(1);
  await page.keyboard.press('ArrowRight');
  await sees(2);
  await expectAccessible({ page }, 'slides beside the player');
  expect(faults).toEqual([]);
  await context.close();

  const still = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
  const plain = await still.newPage();
  await plain.goto(office.server.url + path);
  await expect(plain.locator('.turns li')).toHaveText([/^p\. 1 \d:\d\d$/, /^p\. 2 \d:\d\d$/, /^p\. 3 \d:\d\d$/]);
  await expect(plain.getByRole('link', { name: 'rivers (PDF)' })).toBeVisible();
  await expect(plain.getByRole('button', { name: 'Next slide' })).toBeHidden();
  await still.close();

  // in the browser that she was there with, and in no other
  const hers = await noor.context.newPage();
  await hers.goto(`${office.server.url}${path}?lang=en`);
  await hers.getByText('Take Noor out of the recording…').press('Enter');
  await expect(hers.getByText(/^Nothing you said or showed is then heard or seen in it\..* Possible until /)).toBeVisible();
  await expectAccessible({ page: hers }, 'the way out of a recording');
  await hers.getByRole('button', { name: 'Take me out' }).press('Enter');
  await expect(hers.getByRole('heading', { name: 'You are out' })).toBeVisible();
  await hers.getByRole('link', { name: 'Back to the talk' }).press('Enter');
  await expect(hers.getByRole('heading', { name: 'Recording' })).toBeVisible();
  await expect(hers.getByText(/out of the recording…/)).toBeHidden();
});
