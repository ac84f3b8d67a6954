// The hour: a host plans a meeting by keyboard, somebody says on a page without scripts that they come, and the link leads to its place.
import { readFileSync } from 'node:fs';
import { readWithIcalJs } from '@comptoir/server/appointments/testAppointment';
import { giveRank } from '../support/giveRank.ts';
import { expect, expectAccessible, type OfficeOfTheStory, type Person, test } from './story.ts';

async function enterAsHost(office: OfficeOfTheStory): Promise<Person> {
  const lou = await office.enter('Lou', { draws: false });
  const { id } = await lou.me();
  // who came in is on the disk a moment later
  await expect(async () => giveRank(office.server.dataDir, id, 'host')).toPass();
  await lou.page.reload();
  await lou.isInside();
  return lou;
}

test('[E11] a weekly meeting is planned by keyboard, seen at the entrance, answered without a script, kept in a calendar, and its link leads to its place', async ({
  office,
  browserThatDrawsNothing,
}) => {
  const lou = await enterAsHost(office);

  // by keys alone, in the list view
  await lou.press('g');
  const agenda = lou.page.getByRole('dialog', { name: 'Agenda' });
  await expect(agenda).toContainText('Nothing is planned yet');
  await expectAccessible(lou, 'the empty agenda');
  await lou.press('Tab');
  await lou.press('Tab');
  await expect(lou.button('Plan Thursday 18:30')).toBeFocused();
  await lou.press('Enter');
  await expect(lou.page.getByLabel('Title')).toBeFocused();
  await lou.page.keyboard.type('Freelancers’ evening');
  const when = lou.page.getByRole('status').filter({ hasText: 'That would be' });
  await expect(when.getByRole('listitem')).toHaveCount(4);
  await expect(when.getByRole('listitem').first()).toContainText('Thu');
  await lou.page.getByLabel('Where', { exact: true }).focus();
  await lou.page.keyboard.type('Loun');
  await expectAccessible(lou, 'the form of a meeting');
  await lou.page.getByLabel('Title').focus();
  await lou.press('Enter');
  await expect(agenda).toContainText('Planned. Everybody here sees it.');
  await expect(agenda.getByRole('heading', { name: 'Freelancers’ evening' }).first()).toBeVisible();
  await expect(agenda).toContainText('Lounge · Every Thursday');
  await expectAccessible(lou, 'the agenda');
  const file =
    (await agenda
      .getByRole('link', { name: /^Calendar file/ })
      .first()
      .getAttribute('href')) ?? '';
  const page = file.replace('.ics', '');

  // whoever only reads
  const quiet = await (await browserThatDrawsNothing()).newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const leaflet = await quiet.newPage();
  await leaflet.goto(page);
  await expect(leaflet.getByRole('heading', { level: 1 })).toHaveText('Freelancers’ evening');
  await expect(leaflet.locator('article')).toContainText('Salon · Comptoir');
  await leaflet.getByRole('button', { name: 'Je viens', exact: true }).click();
  await expect(leaflet.locator('article')).toContainText('Tu viens. 1 personne vient.');
  const [download] = await Promise.all([
    leaflet.waitForEvent('download'),
    leaflet.getByRole('link', { name: 'Ajouter à mon agenda' }).click(),
  ]);
  const [event] = readWithIcalJs(readFileSync(await download.path(), 'utf8'), 3);
  expect(event).toMatchObject({ summary: 'Freelancers’ evening', location: 'Salon · Comptoir', status: 'CONFIRMED' });
  expect(event?.starts.map((ms) => new Date(ms).getDay())).toEqual([4, 4, 4]);
  const reader = await office.arrive('Reader', { draws: false, path: new URL(page).pathname });
  await expectAccessible(reader, 'the page of a meeting');
  const placeLink = await leaflet.getByRole('link', { name: 'Ouvrir le lieu' }).getAttribute('href');
  await quiet.close();

  // the entrance says what is next, and by the link what one comes for; the link leads there
  const ida = await office.arrive('Ida', { draws: false });
  await expect(ida.page.locator('.entrance-meeting')).toContainText('Next hereFreelancers’ evening');
  await expect(ida.page.locator('.entrance-meeting')).toContainText('1 is coming');
  await expectAccessible(ida, 'the entrance with a meeting');
  const link = new URL(placeLink ?? '', office.server.url);
  const noor = await office.arrive('Noor', { draws: false, path: link.pathname, search: `${link.search.slice(1)}&name=Noor` });
  await expect(noor.page.locator('.entrance-meeting')).toContainText('You come forFreelancers’ evening');
  await noor.button('Enter').click();
  await noor.isInside();
  await expect.poll(async () => (await noor.me()).area, { timeout: 20_000 }).toBe('lounge');
  expect(new URL(noor.page.url()).search).not.toContain('at=');

  // inside it is said and taken back by the same button, and the host sees how many
  await noor.press('g');
  const come = noor.page
    .getByRole('dialog', { name: 'Agenda' })
    .getByRole('button', { name: /^I’m coming/ })
    .first();
  await come.click();
  await expect(come).toHaveAttribute('aria-pressed', 'true');
  await expect(agenda).toContainText('2 are coming');
  await agenda
    .getByRole('button', { name: /^Cancel Freelancers/ })
    .first()
    .click();
  await lou.button(/^Only /).click();
  await expect(agenda).toContainText('Plan it again');
  await expect(noor.page.getByRole('dialog', { name: 'Agenda' })).not.toContainText('2 are coming');
});

test('[E12] ten minutes before, everybody inside is told once, but for those who do not want to be disturbed', async ({ office }) => {
  const lou = await enterAsHost(office);
  const noor = await office.enter('Noor', { draws: false });
  await noor.page.getByRole('button', { name: /^You, Noor:/ }).click();
  await noor.page.getByRole('menuitemradio', { name: /Do not disturb/ }).click();
  const soon = new Date(Date.now() + 5 * 60_000).toISOString();
  await lou.press('g');
  await lou.button('Plan Thursday 18:30').click();
  await lou.page.keyboard.type('Coffee hour');
  await lou.page.getByLabel('Time zone').selectOption('UTC');
  await lou.page.getByLabel('Day', { exact: true }).fill(soon.slice(0, 10));
  await lou.page.getByLabel('From').fill(soon.slice(11, 16));
  await lou.button('Plan it').click();
  await expect(lou.page.getByRole('dialog', { name: 'Agenda' })).toContainText('Planned.');
  await expect(lou.page.locator('.toasts')).toContainText(/Coffee hour begins in \d min\./);
  // the strip tells both; the note only one of them
  for (const person of [lou, noor]) await expect(person.page.locator('.meeting-strip')).toContainText(/in \d minutes/);
  await expect(noor.page.locator('.toasts')).not.toContainText('Coffee hour');
  await expectAccessible(noor, 'the list with a meeting about to begin');
});
