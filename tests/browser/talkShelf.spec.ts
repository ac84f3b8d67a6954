// What stays of a talk, as a story: notes as captions, a page that needs no script, answered by a form, and the shelf by keyboard.
import { tilePx } from '../support/smallMaps.ts';
import { HALL_MAPS } from '../support/talkHall.ts';
import { expect, expectAccessible, type Person, test } from './story.ts';

test.use({ maps: HALL_MAPS });

const wide = { viewport: { width: 1366, height: 768 } };

async function beginTalk(lea: Person): Promise<void> {
  await lea.walkTo(tilePx(5, 3));
  await lea.button('Start talk').click();
  await lea.page.getByLabel('Title').fill('Rivers');
  await lea.page.getByRole('dialog').getByRole('button', { name: 'Start talk' }).click();
  await expect(lea.button('End talk')).toBeVisible();
}

test('[T91] [T92] [T90] notes are captions, and stay on a page that is read and answered without a script', async ({ office, browser }) => {
  const lea = await office.enter('Lea', { draws: false, browser: wide });
  await beginTalk(lea);
  const max = await office.enter('Max', { draws: false, browser: wide });
  await expect(max.page.getByRole('heading', { name: /Rivers/ }).first()).toBeVisible();

  // Lea writes notes by keyboard; Max reads them as captions, larger, and puts them away
  await lea.press('j');
  await lea.page.getByRole('tab', { name: 'Notes' }).click();
  await lea.page.getByLabel('Write a line').fill('Stones move, slowly.');
  await lea.press('Enter');
  const captions = max.page.getByRole('region', { name: 'Captions: notes of the talk' });
  await expect(captions.getByText('Stones move, slowly.')).toBeVisible();
  await expect(captions.getByRole('log')).toHaveAttribute('aria-live', 'polite');
  const sizeOf = () => captions.getByText('Stones move').evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
  const before = await sizeOf();
  await captions.getByRole('button', { name: 'Larger captions' }).click();
  expect(await sizeOf()).toBeGreaterThan(before);
  await expectAccessible(max, 'captions');
  await captions.getByRole('button', { name: 'Hide captions' }).click();
  await expect(captions).toBeHidden();
  await max.press('j');
  await max.page.getByRole('textbox', { name: 'Ask a question' }).fill('How slowly?');
  await max.press('Enter');
  await lea.page.getByRole('tab', { name: 'Chapters' }).click();
  await lea.page.getByRole('button', { name: 'Mark a chapter now' }).click();
  await lea.page.getByLabel(/^Title of the chapter/).fill('Springs');
  await lea.press('Enter');
  await lea.button('End talk').click();
  await lea.page.getByRole('dialog').getByRole('button', { name: 'End talk' }).click();
  await expect(lea.button('End talk')).toBeHidden();

  // the shelf by keyboard: found by the search, its summary written
  await lea.press('Control+k');
  await lea.page.keyboard.type('past talks');
  await lea.press('Enter');
  const shelf = lea.page.getByRole('dialog', { name: 'Past talks' });
  const link = shelf.getByRole('link', { name: 'Open the page of “Rivers”' });
  await expect(link).toBeVisible();
  await expectAccessible(lea, 'the shelf');
  const path = (await link.getAttribute('href')) ?? '';
  await shelf.getByRole('button', { name: 'Change “Rivers”' }).press('Enter');
  await lea.page.getByLabel('Line 1').fill('Rivers carry stones.');
  await lea.press('Enter');
  await expect(lea.page.getByRole('button', { name: 'Save' }).first()).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(lea, 'what may be changed');

  // the page, where nothing runs
  const still = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const page = await still.newPage();
  await page.goto(office.server.url + path);
  const parts = ['Rivers', 'In five lines', 'Chapters', 'Notes', 'Questions', 'Talk about it', 'Take it along'];
  await expect(page.getByRole('heading')).toHaveText(parts);
  await expect(page.getByText('Rivers carry stones.')).toBeVisible();
  const asked = page.getByRole('listitem').filter({ hasText: 'How slowly?' });
  await expect(asked.locator('time').first()).toHaveText(/^\d:\d\d$/);
  await asked.locator('summary').click();
  await asked.getByLabel('Your answer').fill('A metre a year.');
  await asked.getByLabel('Your name').fill('Olga');
  await asked.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByText('A metre a year.')).toBeVisible();
  await expect(page.getByText(/After the live talk · /)).toBeVisible();
  await still.close();

  const reader = await browser.newContext({ locale: 'fr-FR' });
  const read = await reader.newPage();
  await read.goto(office.server.url + path);
  await expect(read.getByRole('heading', { name: 'Chapitres' })).toBeVisible();
  await expectAccessible({ page: read }, 'the page of a talk');
  await reader.close();
});
