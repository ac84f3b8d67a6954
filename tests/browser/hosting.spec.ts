// What hosts do, and what everybody may do about somebody, from the list and by keyboard: real browsers that see the list.
import { giveRank } from '../support/giveRank.ts';
import { runAdmin } from '../support/runAdmin.ts';
import { areaAt, drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import type { OfficeOfTheStory, Person } from './story.ts';
import { expect, expectAccessible, test } from './story.ts';

const HALL = mapOf(drawHall(24, 16), [
  areaAt('start', { x: 2, y: 2, width: 2, height: 2 }, { start: true }),
  areaAt('room', { x: 14, y: 4, width: 6, height: 6 }, { conversation: 'meeting' }),
]);

test.describe.configure({ timeout: 90_000 });
test.use({ maps: withTiles({ 'hall.tmj': HALL }) });

async function come(office: OfficeOfTheStory, name: string): Promise<Person> {
  // wide enough for the list beside the chat
  const browser = { reducedMotion: 'reduce', viewport: { width: 1100, height: 640 } } as const;
  return office.enter(name, { path: '/o/hall', draws: false, browser });
}

/** A rank counts from the next time somebody comes in. */
async function comeAsHost(office: OfficeOfTheStory, name: string): Promise<Person> {
  const host = await come(office, name);
  const { id } = await host.me();
  // written a moment after they came
  await expect(() => giveRank(office.server.dataDir, id, 'host')).toPass();
  await host.page.reload();
  await host.isInside();
  await expect(host.button(/^Host/)).toBeVisible();
  return host;
}

async function meet(...people: Person[]): Promise<void> {
  for (const person of people) await person.button('Be there now: Room').click();
  for (const person of people)
    await expect.poll(async () => (await person.snapshot()).conversation?.members.length ?? 0, { timeout: 20_000 }).toBe(people.length);
}

const hasFocus = (person: Person): Promise<boolean> => person.page.evaluate(() => document.activeElement !== document.body);
const row = (person: Person, name: string) => person.page.locator('.list-people [data-person]', { hasText: name });

test('[L11] by keyboard from the list a host sends somebody out, who reads why and does not come in again', async ({ office }) => {
  const [noor, bob, lou] = await Promise.all([comeAsHost(office, 'Noor'), come(office, 'Bob'), come(office, 'Lou')]);
  // what she is stands on her row, and what only hosts do on nobody's
  await expect(row(bob, 'Noor')).toContainText('Host');
  await bob.button('More with Lou').click();
  await expect(bob.button('Block Lou')).toBeVisible();
  await expect(bob.page.getByRole('group', { name: 'Host' })).toHaveCount(0);

  await noor.tabTo(noor.button('More with Bob'), 200);
  await noor.press('Enter');
  await noor.tabTo(noor.button('Send Bob out…'));
  await noor.press('Enter');
  const dialog = noor.page.getByRole('dialog', { name: 'Send Bob out' });
  await noor.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(noor.button('More with Bob')).toBeFocused();

  await noor.press('Enter');
  await noor.tabTo(noor.button('Send Bob out…'));
  await noor.press('Enter');
  await expectAccessible(noor, 'sending somebody out');
  await noor.tabTo(noor.page.getByLabel('Why'));
  await noor.page.keyboard.type('Too loud for tonight');
  await noor.press('Enter');
  await expect(bob.page.getByRole('heading', { name: 'You are out of the office' })).toBeVisible();
  await expect(bob.page.getByText('Too loud for tonight')).toBeVisible();
  await expect(noor.page.getByText('Bob is out, for 10 minutes.')).toBeVisible();
  await expect(row(noor, 'Bob')).toHaveCount(0);
  await expect.poll(() => hasFocus(noor)).toBe(true);
  await expect(row(lou, 'Bob')).toHaveCount(0);
  bob.forgive(/403|banned/);
});

test('[U72] a report reaches the host with its lines; a ban from it is taken back from its note', async ({ office }) => {
  const [noor, bob, lou] = await Promise.all([comeAsHost(office, 'Noor'), come(office, 'Bob'), come(office, 'Lou')]);
  await meet(bob, lou);
  await bob.button(/^Chat/).click();
  await bob.page.keyboard.type('You are all fools');
  await bob.press('Enter');
  await bob.button('Close the chat').click();

  const inList = lou.page.locator('.list-people');
  await inList.getByRole('button', { name: 'More with Bob' }).click();
  await inList.getByRole('button', { name: 'Report Bob to the hosts…' }).click();
  await expect(lou.page.getByRole('dialog')).toContainText('The hosts of this office read it. Bob is not told.');
  await lou.button('Send to the hosts').click();
  await expect(lou.page.getByText('Write what happened.')).toBeVisible();
  await lou.page.getByLabel('What happened').fill('He insults us');
  await lou.button('Send to the hosts').click();
  await expect(lou.page.getByText('Thank you. The hosts have it now.')).toBeVisible();
  await expect(lou.page.getByText('Close', { exact: true })).toBeFocused();
  await lou.press('Enter');

  await noor.button('Host, 1 report waits').press('Enter');
  await noor.page.getByRole('menuitem', { name: /^Reports and bans/ }).press('Enter');
  const report = noor.page.getByRole('article', { name: 'Lou about Bob' });
  await expect(report).toContainText('He insults us');
  await expect(report).toContainText('Room');
  await report.getByText('1 line that both could read').click();
  await expect(report).toContainText('You are all fools');
  await expectAccessible(noor, 'the hosts’ panel');
  await report.getByRole('button', { name: 'Ban Bob…' }).press('Enter');
  const ban = noor.page.getByRole('dialog', { name: 'Ban Bob' });
  await ban.getByRole('button', { name: 'Ban' }).press('Enter');
  await expect(bob.page.getByRole('heading', { name: 'You are out of the office' })).toBeVisible();
  // Bob may know before Noor's page does
  await expect(ban).toHaveCount(0);
  await report.getByRole('button', { name: 'Settled: Lou about Bob' }).press('Enter');
  await expect(noor.page.getByText('No report waits.')).toBeVisible();
  await noor.press('ArrowRight');
  await expect(noor.page.getByRole('tabpanel')).toContainText('Bob');
  await noor.press('ArrowRight');
  await expect(noor.page.getByRole('tabpanel')).toContainText('Noor banned Bob.');
  await noor.press('Escape');
  await noor.button('Undo').click();
  await expect(noor.page.getByText('Bob may come in again.')).toBeVisible();
  bob.forgive(/403|banned/);
  // the page comes back in by itself, where it is let in
  await bob.page.reload();
  await bob.isInside();
});

test('[U73] whom I block is silent: their lines are hidden, and come back when I end it', async ({ office }) => {
  const [ada, bob] = await Promise.all([come(office, 'Ada'), come(office, 'Bob')]);
  await bob.button(/^Chat/).click();
  await bob.page.keyboard.type('One for all');
  await bob.press('Enter');
  await ada.button(/^Chat/).click();
  const log = ada.page.getByRole('log');
  await expect(log).toContainText('One for all');
  await ada.button('More with Bob').click();
  await ada.button('Block Bob').click();
  await expect(ada.page.getByText('Neither of you hears or reads the other.', { exact: false }).first()).toBeVisible();
  await expect(log).not.toContainText('One for all');
  await expect(row(ada, 'Bob')).toContainText('blocked');
  await expect(row(bob, 'Ada')).not.toContainText('blocked');
  await bob.page.keyboard.type('And another');
  await bob.press('Enter');
  await expect(bob.page.getByRole('log')).toContainText('And another');

  await bob.leave();
  await expect(row(ada, 'Bob')).toHaveCount(0);
  await expect(log).not.toContainText('And another');
  await ada.button(/^You, Ada:/).click();
  await ada.page.getByRole('menuitem', { name: 'Settings' }).click();
  await ada.button('Unblock Bob').click();
  await expect(ada.page.getByText('You have blocked nobody.')).toBeVisible();
  await ada.press('Escape');
  await expect(log).toContainText('One for all');
});

test('[U74] a conversation that a host ends: its members see who ends it and how long it lasts', async ({ office }) => {
  const [noor, bob, lou] = await Promise.all([comeAsHost(office, 'Noor'), come(office, 'Bob'), come(office, 'Lou')]);
  await meet(bob, lou);
  await noor.tabTo(noor.button('End the conversation of Bob and Lou…'), 200);
  await noor.press('Enter');
  await expect(noor.page.getByRole('dialog', { name: 'End this conversation?' })).toContainText('10 seconds later');
  await noor.button('End it').press('Enter');
  for (const { page } of [bob, lou]) {
    await expect(page.getByRole('region', { name: 'Noor ends this conversation' })).toContainText(/[1-9] s/);
    await expect(page.getByRole('alert').filter({ hasText: 'Noor ends this conversation in' })).toHaveCount(1);
  }
  await expectAccessible(bob, 'the warning');
  for (const person of [bob, lou]) {
    await expect.poll(async () => (await person.snapshot()).conversation, { timeout: 20_000 }).toBeNull();
    await expect(person.page.getByRole('region', { name: 'Noor ends this conversation' })).toHaveCount(0);
  }
});

test('[U75] a gathering: Go walks to the host, Later leaves a chip, and who is not to be disturbed has only that', async ({ office }) => {
  const [noor, bob, lou] = await Promise.all([comeAsHost(office, 'Noor'), come(office, 'Bob'), come(office, 'Lou')]);
  await lou.button(/^You, Lou:/).click();
  await lou.page.getByRole('menuitemradio', { name: /Do not disturb/ }).click();
  await expect.poll(async () => (await lou.me()).availability).toBe('doNotDisturb');
  await noor.button('Be there now: Room').click();
  await expect.poll(async () => (await noor.me()).area).toBe('room');
  await noor.button(/^Host/).press('Enter');
  await noor.page.getByRole('menuitem', { name: /^Gather here/ }).press('Enter');
  await expect(noor.button('End the gathering')).toBeVisible();

  const words = 'Noor is waiting in Room';
  await expect(lou.button(words)).toBeVisible();
  await expect(lou.button('Go to Noor')).toHaveCount(0);
  await expect(lou.page.getByRole('alert').filter({ hasText: words })).toHaveCount(0);
  await bob.button('Later').press('Enter');
  await expect(bob.button(words)).toBeFocused();
  await bob.press('Enter');
  await expect(bob.button('Go to Noor')).toBeFocused();
  await expectAccessible(bob, 'the card of a gathering');
  await bob.press('Enter');
  await expect.poll(async () => (await bob.me()).area, { timeout: 20_000 }).toBe('room');

  await noor.button('End the gathering').click();
  for (const person of [bob, lou]) await expect(person.button(words)).toHaveCount(0);

  // P72, P73: by command a place is named, and what is written is read
  await bob.button('Be there now: Start').click();
  const { dataDir } = office.server;
  const given = ['gather --place room', 'announce --text Soup'].map((line) => {
    const [command = '', ...args] = line.split(' ');
    return runAdmin(dataDir, command, '--office', 'hall', ...args);
  });
  expect(await Promise.all(given)).toMatchObject([{ code: 0 }, { code: 0 }]);
  await expect(bob.page.getByRole('region', { name: 'Announcement' })).toContainText('Soup');
  await expect(bob.page.getByRole('alert').filter({ hasText: 'Soup' })).toHaveCount(1);
  await expect(lou.page.getByText('Soup')).toHaveCount(0);
  await expectAccessible(bob, 'what is announced in writing');
  await bob.page.getByRole('region', { name: 'Announcement' }).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(bob.page.getByRole('region', { name: 'Announcement' })).toHaveCount(0);
  await expect(lou.button('A host is waiting in Room')).toBeVisible();
  await bob.button('Go: Room').press('Enter');
  await expect.poll(async () => (await bob.me()).area, { timeout: 20_000 }).toBe('room');
});
