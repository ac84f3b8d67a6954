// Slides of a talk in real browsers: sent by a speaker, drawn at a listener, turned by keys, read, looked back at, and files that are none.
import type { Locator } from '@playwright/test';
import { COLOURS, drawNumbered } from '../support/drawPdf.ts';
import { tilePx } from '../support/smallMaps.ts';
import { HALL_MAPS } from '../support/talkHall.ts';
import { expect, expectAccessible, type Person, test } from './story.ts';

test.use({ maps: HALL_MAPS });

const PAGES = 200;
const HEAVY = 100;
const window = { viewport: { width: 1100, height: 700 } };

const slide = (person: Person, page: number) => person.page.getByRole('img', { name: `Slide ${page} of ${PAGES}`, exact: true });

/** A dot of what is drawn of that page, below its words. */
async function dotOf(person: Person, page: number): Promise<number[]> {
  await expect(slide(person, page)).toBeVisible();
  return slide(person, page).evaluate((canvas: HTMLCanvasElement) => [
    ...(canvas
      .getContext('2d')
      ?.getImageData(canvas.width / 2, canvas.height * 0.8, 1, 1)
      .data.slice(0, 3) ?? []),
  ]);
}

const colourOf = (page: number): number[] => (COLOURS[(page - 1) % COLOURS.length] ?? COLOURS[0]).map((share) => Math.round(share * 255));

/** The colour of that page is on the screen, within what drawing may round. */
async function sees(person: Person, page: number): Promise<void> {
  const [seen, drawn] = [await dotOf(person, page), colourOf(page)];
  for (const [i, value] of drawn.entries()) expect(Math.abs((seen[i] ?? -99) - value), `${seen} is ${drawn}`).toBeLessThanOrEqual(2);
}

async function choose(person: Person, name: string, buffer: Buffer): Promise<void> {
  const chooser = person.page.waitForEvent('filechooser');
  await person.button(/^Show (?:other )?slides…$/).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer });
}

async function goTo(person: Person, page: number): Promise<void> {
  await person.page.getByLabel('Slide number').fill(String(page));
  await person.press('Enter');
}

/** Do they cover nothing of one another? */
async function areApart(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('both are seen');
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

async function letGo(person: Person, name: string, text: string): Promise<void> {
  await person.page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );
}

test('[T76] [T77] [T78] [T79] slides are sent, drawn sharp, turned by keys, read, and looked back at', async ({ office }) => {
  const lea = await office.enter('Lea', { draws: false, browser: window });
  await lea.walkTo(tilePx(5, 3));
  await lea.button('Start talk').click();
  await lea.page.getByLabel('Title').fill('Rivers');
  await lea.page.getByRole('dialog').getByRole('button', { name: 'Start talk' }).click();
  await expect(lea.button('End talk')).toBeVisible();
  const max = await office.enter('Max', { draws: false, browser: { ...window, deviceScaleFactor: 2 } });

  await choose(lea, 'rivers.pdf', drawNumbered(PAGES, { heavy: { page: HEAVY, bytes: 1_000_000 } }));
  await sees(max, 1);
  await sees(lea, 1);
  // as many dots as the screen has
  const sharp = await slide(max, 1).evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.getBoundingClientRect().width);
  expect(sharp).toBeCloseTo(2, 1);
  await expect(max.page.getByRole('article', { name: 'Slides of Lea: rivers' }).getByText('Page 1', { exact: true })).toBeAttached();

  // the slides have the focus of whoever has just chosen them: arrows turn pages, and walk nobody off the stage
  const before = await lea.me();
  await lea.press('ArrowRight');
  await sees(max, 2);
  await lea.press('PageDown');
  await sees(max, 3);
  const after = await lea.me();
  expect([after.x, after.y]).toEqual([before.x, before.y]);
  await goTo(lea, PAGES);
  await sees(max, PAGES);
  await expect(max.page.getByText(`Page ${PAGES}`, { exact: true })).toBeAttached();

  await max.button('Look at earlier slides').click();
  await sees(max, PAGES - 1);
  await goTo(lea, 5);
  await sees(lea, 5);
  await expect(max.page.getByText(`You look at slide ${PAGES - 1}. Slide 5 is shown.`)).toBeVisible();
  await sees(max, PAGES - 1);
  await expectAccessible(max, 'slides that one looks back at');
  await max.button('Follow again').click();
  await sees(max, 5);

  // documents are read in parts, and the part with this page does not come at first
  max.forgive(/ERR_FAILED/);
  await max.page.route('**/slides/*', (route) => route.abort());
  await goTo(lea, HEAVY);
  await expect(max.page.getByText('The slides cannot be shown here.')).toBeVisible();
  await max.page.unroute('**/slides/*');
  await max.button('Try again').click();
  await sees(max, HEAVY);

  await choose(lea, 'torn.pdf', drawNumbered(3).subarray(0, 500));
  await expect(lea.page.getByRole('alert').filter({ hasText: 'torn.pdf cannot be read' })).toBeVisible();
  await choose(lea, 'locked.pdf', drawNumbered(3, { locked: true }));
  await expect(lea.page.getByRole('alert').filter({ hasText: 'locked.pdf asks for a password' })).toBeVisible();
  await letGo(lea, 'page.html', '<html></html>');
  await expect(lea.page.getByRole('alert').filter({ hasText: 'page.html is no PDF' })).toBeVisible();
  await expectAccessible(lea, 'slides, and a file that is none');
  await lea.page
    .getByRole('article')
    .filter({ has: lea.page.getByRole('alert') })
    .getByRole('button')
    .click();
  // what was shown still is
  await sees(max, HEAVY);
  await test.step('[U110] a phone has them, and the screen, in the menu: its bar has no room', async () => {
    await lea.page.setViewportSize({ width: 390, height: 700 });
    await lea.button(/^You, Lea:/).press('Enter');
    await expectAccessible(lea, 'the menu of a phone, on the stage');
    const again = lea.page.waitForEvent('filechooser');
    await lea.page.getByRole('menuitem', { name: 'Show other slides…' }).press('Enter');
    await (await again).setFiles({ name: 'short.pdf', mimeType: 'application/pdf', buffer: drawNumbered(2) });
    await expect(max.page.getByRole('img', { name: 'Slide 1 of 2', exact: true })).toBeVisible();
    await lea.button(/^You, Lea:/).press('Enter');
    await expect(lea.page.getByRole('menuitem', { name: 'Present screen' })).toBeVisible();
    await lea.press('Escape');
    await lea.page.setViewportSize(window.viewport);
  });

  await test.step('[U111] no note covers anything of the talk', async () => {
    await max.press('Alt+l');
    const strip = max.page.locator('.talk-strip');
    for (const [width, height] of [
      [1366, 768],
      [1100, 700],
      [390, 844],
    ] as const) {
      await max.page.setViewportSize({ width, height });
      await max.press('m');
      const note = max.page.locator('.toast', { hasText: 'You listen here.' });
      await expect(note).toBeVisible();
      for (const part of [strip, max.page.getByRole('img', { name: 'Slide 1 of 2', exact: true })])
        expect(await areApart(note, part), `${width} px`).toBe(true);
    }
    await max.page.setViewportSize(window.viewport);
    await max.press('Alt+l');
  });
  await lea.button('Take the slides away').click();
  await expect(max.page.getByRole('article', { name: /^Slides of Lea/ })).toBeHidden();
});
