// Words that stay, seen from real browsers: people who are not here, topics, answers and reactions, files, search, the shelf, two devices.
import type { Locator } from '@playwright/test';
import { giveRank } from '../support/giveRank.ts';
import { areaAt, drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import type { Coming, OfficeOfTheStory, Person } from './story.ts';
import { expect, expectAccessible, test } from './story.ts';

const HALL = mapOf(drawHall(24, 16), [
  areaAt('start', { x: 2, y: 2, width: 2, height: 2 }, { start: true }),
  areaAt('oak-corner', { x: 14, y: 4, width: 6, height: 6 }, {}),
]);

test.describe.configure({ timeout: 180_000 });
test.use({ maps: withTiles({ 'hall.tmj': HALL, 'annexe.tmj': HALL }) });

const come = (office: OfficeOfTheStory, name: string, more: Coming = {}): Promise<Person> =>
  office.enter(name, { path: '/o/hall', draws: false, ...more, browser: { reducedMotion: 'reduce', ...more.browser } });

const log = ({ page }: Person): Locator => page.getByRole('log');
const line = (person: Person, text: string | RegExp): Locator => log(person).getByRole('article').filter({ hasText: text });
const title = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Chat' }).getByRole('heading', { level: 2 });

async function write(person: Person, text: string): Promise<void> {
  await person.page.keyboard.type(text);
  await person.press('Enter');
  await expect(line(person, text).last()).toBeVisible();
}

/** Without a pointer: the button has the focus, and Enter presses it. */
async function pressOn(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

test('[U141] who is not here reads it when they come in, and having read it on one device has on all', async ({ office }) => {
  const ada = await come(office, 'Ada');
  const noor = await come(office, 'Noor', { search: '?trade=carpenter' });
  const { context } = noor;
  await noor.leave();
  await noor.page.close();
  await expect.poll(async () => (await ada.snapshot()).people.length).toBe(0);
  await ada.press('t');
  await pressOn(ada.button(/^All channels/));
  await pressOn(ada.button('New message'));
  await ada.page.keyboard.type('carp');
  await expect(ada.button('Write to Noor, Not here, reads it later')).toBeVisible();
  await expectAccessible(ada, 'whom to write to');
  await ada.press('Enter');
  await expect(ada.page.getByLabel('Write to Noor')).toBeFocused();
  await expect(ada.page.getByText('Not here, reads it later')).toBeVisible();
  await write(ada, 'The oak has come');

  // one person in two offices: two devices of theirs
  const back = await come(office, 'Noor', { context });
  const annexe = await come(office, 'Noor', { context, path: '/o/annexe' });
  for (const device of [back, annexe]) await expect(device.button(/^Chat/)).toContainText('1');
  await back.button(/^Chat/).click();
  await back.page.getByRole('tab', { name: 'Ada, 1 unread' }).click();
  await expect(line(back, 'The oak has come')).toBeVisible();
  await expect(log(back)).toContainText('New');
  await expect(back.button(/^Chat/)).not.toContainText('1');
  await expect(annexe.button(/^Chat/)).not.toContainText('1');
  // a line to two pages of one person reaches both
  await back.page.getByLabel('Write to Ada').focus();
  await write(back, 'Thank you');
  await annexe.button(/^Chat/).click();
  await annexe.page.getByRole('tab', { name: /^Ada/ }).click();
  await expect(line(annexe, 'Thank you')).toBeVisible();
});

test('[U135] a topic by keyboard alone: opened, answered, edited, reacted to, found again; in its corner it is shown', async ({
  office,
}) => {
  const ada = await come(office, 'Ada');
  const { id } = await ada.me();
  await expect(() => giveRank(office.server.dataDir, id, 'host')).toPass();
  await ada.page.reload();
  await ada.isInside();
  const noor = await come(office, 'Noor');

  await ada.press('t');
  await pressOn(ada.button(/^All channels/));
  await expectAccessible(ada, 'the channels');
  await pressOn(ada.button('New topic'));
  await ada.press('Enter');
  await expect(ada.page.getByText('Give it a title with letters or digits.')).toBeVisible();
  await ada.page.getByLabel('Title').focus();
  await ada.page.keyboard.type('Oak and other woods');
  await ada.page.getByLabel('Its corner in the office').selectOption({ label: 'Oak corner' });
  await expectAccessible(ada, 'a new topic');
  await pressOn(ada.button('Open the topic'));
  await expect(title(ada)).toHaveText('Oak and other woods');
  await expect(ada.page.getByLabel('Write in Oak and other woods')).toBeFocused();
  await write(ada, 'Who knows a good sawmill?');

  // in its corner the list view says so, and leads there
  await noor.button('Be there now: Oak corner').click();
  await noor.button('Open the thread of Oak and other woods').click();
  await expect(line(noor, 'Who knows a good sawmill?')).toBeVisible();
  await write(noor, 'The one by the river');

  // the arrows lead to his line; R answers it, + reacts
  await expect(line(ada, 'The one by the river')).toBeVisible();
  await log(ada).focus();
  await ada.press('ArrowUp');
  await expect(line(ada, 'The one by the river')).toBeFocused();
  await ada.press('r');
  await expect(ada.page.getByText('In reply to Noor')).toBeVisible();
  await write(ada, 'Is it opne?');
  const answer = line(noor, 'Is it opne?');
  await answer.getByRole('button', { name: 'Show the line of Noor that this answers' }).click();
  await expect(line(noor, 'The one by the river').first()).toBeFocused();
  await ada.press('ArrowUp');
  await expect(ada.page.getByLabel('Your line')).toHaveValue('Is it opne?');
  await ada.press('Escape');
  await expect(ada.page.getByLabel('Write in Oak and other woods')).toBeFocused();
  await ada.press('ArrowUp');
  await ada.page.getByLabel('Your line').fill('Is it open?');
  await ada.press('Enter');
  await expect(line(noor, 'Is it open?')).toContainText('edited');
  await log(ada).focus();
  await ada.press('ArrowUp');
  await ada.press('ArrowUp');
  await ada.press('+');
  await ada.press('Enter');
  const thumb = line(noor, 'The one by the river').first().getByRole('button', { name: '👍 Ada' });
  await expect(thumb).toBeVisible();
  await thumb.click();
  await expect(
    line(ada, 'The one by the river')
      .first()
      .getByRole('button', { name: /^👍 Ada, Noor|^👍 You, Noor/ }),
  ).toContainText('2');
  await expectAccessible(ada, 'a topic');

  // found with Ctrl+K from anywhere, and looked at in its place
  await pressOn(ada.page.getByRole('tab', { name: 'Everybody' }));
  await ada.press('Control+k');
  await ada.page.keyboard.type('sawm');
  await ada.page.getByRole('option', { name: /Who knows a good sawmill/ }).click();
  await expect(line(ada, 'Who knows a good sawmill?').first()).toBeFocused();
  await pressOn(ada.button('More about Oak and other woods'));
  await ada.press('Enter');
  await ada.page.keyboard.type('RIVÉR');
  await expect(ada.page.locator('mark')).toHaveText('river');
  await expectAccessible(ada, 'what was found');
  await ada.press('ArrowDown');
  await ada.press('Enter');
  await expect(line(ada, 'The one by the river').first()).toBeFocused();

  // closed, it is read only
  await pressOn(ada.button('More about Oak and other woods'));
  await pressOn(ada.page.getByRole('menuitem', { name: 'Topic settings' }));
  await pressOn(ada.button('Close the topic'));
  await expect(noor.page.getByText('This topic is closed. It can be read and searched.')).toBeVisible();
  await expect(noor.page.getByLabel('Write in Oak and other woods')).toHaveCount(0);
});

test('[U140] pictures and files, the shelf, and older lines; on a phone and in the dark', async ({ office }) => {
  const ada = await come(office, 'Ada');
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' as const };
  await ada.press('t');
  const chosen = ada.page.locator('.composer input[type=file]');
  const png = await ada.page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
  await chosen.setInputFiles([
    { name: 'bench.png', mimeType: 'image/png', buffer: png },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'cuts.txt', mimeType: 'text/plain', buffer: Buffer.from('two of 40, one of 75') },
  ]);
  await expect(ada.page.getByText('This file is empty.')).toBeVisible();
  await expectAccessible(ada, 'files of a line');
  await ada.button('Do not send empty.txt').click();
  await ada.page.getByLabel('Write to everybody').focus();
  await write(ada, 'The bench');
  await ada.button('Links and files of Everybody').click();
  await ada.button('Add a link').click();
  await ada.page.keyboard.type('javascript:alert(1)');
  await ada.press('Enter');
  await expect(ada.page.getByText('That is no web address')).toBeVisible();
  await ada.page.getByLabel('Address').fill('example.org/plans');
  await ada.page.getByLabel('What it is').fill('All plans');
  await ada.button('Put it on the shelf').click();
  await expect(ada.page.getByRole('link', { name: /^All plans/ })).toHaveAttribute('href', 'https://example.org/plans');
  await expectAccessible(ada, 'the shelf');
  await ada.button('Take All plans off the shelf').click();
  await expect(ada.page.getByRole('link', { name: /^All plans/ })).toHaveCount(0);
  await ada.button('Undo').click();
  await expect(ada.page.getByRole('link', { name: /^All plans/ })).toBeVisible();

  const lou = await come(office, 'Lou', { browser: phone });
  await lou.button(/^Chat/).click();
  const picture = line(lou, 'The bench').getByRole('img', { name: 'bench.png' });
  // its place is there before it is, as large as it will be
  await expect(picture).toHaveAttribute('width', '236');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
  const saving = lou.page.waitForEvent('download');
  await line(lou, 'The bench')
    .getByRole('link', { name: /^Download cuts\.txt/ })
    .click();
  expect((await saving).suggestedFilename()).toBe('cuts.txt');
  await expectAccessible(lou, 'a channel on a phone, in the dark');
  await lou.button('Back to the channels').click();
  await expectAccessible(lou, 'the channels on a phone, in the dark');
  await lou.page.getByRole('navigation', { name: 'Everything you write in' }).getByRole('button', { name: 'Everybody' }).click();
  await expect(log(lou)).toContainText('This is where it began.');
});
