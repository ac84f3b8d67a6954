// The door: passwords, invitations, knocking, links and their codes, and a second window; in browsers that see the list.
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { adminInvite } from '../support/adminInvite.ts';
import { drawNothing, Ears, watchMedia } from '../support/Ears.ts';
import { meOf, takeSnapshot, type Watched, walk } from '../support/inPage.ts';
import { expect, expectAccessible, type OfficeOfTheStory, type Person, test } from './story.ts';

/** The beep of Chromium's own stand-in for a microphone, twice a second, and how loud it is at least when it comes through. */
const BEEP_HZ = 400;
const LOUD = 0.01;
const LIST = { draws: false, browser: { reducedMotion: 'reduce' } } as const;

async function comeAsHost(office: OfficeOfTheStory, preferences: Record<string, unknown> = {}): Promise<Person> {
  const invite = await adminInvite(office.server.dataDir, 'host');
  const ada = await office.enter('Ada', { ...LIST, search: `?invite=${invite}`, preferences });
  await expect(ada.button('Host')).toBeVisible();
  return ada;
}

/** Opens the door's settings as somebody without a mouse does. */
async function openDoor(host: Person): Promise<void> {
  await host.tabTo(host.button('Host'), 200);
  await host.press('Enter');
  await host.page.getByRole('menuitem', { name: 'The door' }).press('Enter');
  await expect(host.page.getByRole('radio', { name: 'Open' })).toBeChecked();
}

const save = async (host: Person, said: string): Promise<void> => {
  await host.tabTo(host.button('Save'));
  await host.press('Enter');
  await expect(host.page.getByRole('status').filter({ hasText: said })).toBeVisible();
};

const addressOf = (person: Person): URL => new URL(person.page.url());

/** What a telephone's camera would read. */
async function read(code: ReturnType<Person['page']['getByRole']>): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data;
}

test('[U60] an invitation stands at the entrance, and is out of the address once inside', async ({ office }) => {
  const invite = await adminInvite(office.server.dataDir, 'member');
  const ada = await office.arrive('Ada', { ...LIST, search: `?name=Ada&invite=${invite}` });
  await expect(ada.page.getByText('You come with an invitation.')).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByText('You come with an invitation.')).toBeVisible();
  await ada.press('Enter');
  await ada.isInside();
  expect(addressOf(ada).searchParams.has('invite')).toBe(false);
  await ada.button('Invite').first().click();
  await expect(ada.page.getByText('Your role: Member')).toBeVisible();
  await expect(ada.page.getByLabel('Address of this office')).toHaveValue(`${addressOf(ada).origin}/`);
});

test('[U66] by keyboard from the list a host chooses a password, and [U61] it is asked once', async ({ office }) => {
  const ada = await comeAsHost(office);
  await openDoor(ada);
  await ada.tabTo(ada.page.getByRole('radio', { name: 'Open' }));
  await ada.press('ArrowDown');
  await ada.press('ArrowDown');
  await expect(ada.page.getByRole('radio', { name: 'By password' })).toBeChecked();
  await ada.tabTo(ada.button('Choose one for me'));
  await ada.press('Enter');
  const password = await ada.page.getByLabel('Password', { exact: true }).inputValue();
  await expectAccessible(ada, 'the door with a password');
  await save(ada, 'The door: By password. There is a new password.');

  const bob = await office.arrive('Bob', { ...LIST, search: '?name=Bob&trade=Baker' });
  bob.forgive(/Failed to load resource/);
  await expect(bob.page.getByText('A password opens this office.')).toBeVisible();
  await bob.press('Enter');
  const field = bob.page.getByLabel('Password', { exact: true });
  await expect(field).toBeFocused();
  await expectAccessible(bob, 'the password');
  await bob.page.keyboard.type('not this one');
  await bob.press('Enter');
  await expect(bob.page.getByText('This is not the password.')).toBeVisible();
  // what was typed before is as it was
  await bob.button('Back').click();
  await expect(bob.page.getByLabel('What you do, in your words')).toHaveValue('Baker');
  await bob.press('Enter');
  await expect(field).toBeFocused();
  await field.fill(password);
  await bob.press('Enter');
  await bob.isInside();
  await bob.page.reload();
  await bob.isInside();
  await bob.leave();
  await bob.button('Enter').click();
  await bob.isInside();
});

test('[U67] who knocks is let in by keyboard from the list, and [U62] waits on over a reload', async ({ office }) => {
  const ada = await comeAsHost(office);
  await openDoor(ada);
  await ada.tabTo(ada.page.getByRole('radio', { name: 'Open' }));
  await ada.press('ArrowUp');
  await expect(ada.page.getByRole('radio', { name: 'Knock' })).toBeChecked();
  await save(ada, 'The door: Knock.');
  await ada.press('Escape');

  const cy = await office.arrive('Cy', { ...LIST, search: '?name=Cy&trade=Illustrator' });
  cy.forgive(/Failed to load resource/);
  await expect(cy.button('Knock')).toBeVisible();
  await cy.press('Enter');
  await expect(cy.page.getByRole('heading', { name: 'You are at the door' })).toBeVisible();
  await expectAccessible(cy, 'waiting at the door');
  await cy.page.reload();
  await expect(cy.page.getByRole('heading', { name: 'You are at the door' })).toBeVisible();
  const card = ada.page.getByRole('article', { name: 'Cy is at the door' });
  await expect(card).toContainText('Illustrator');
  await expect(ada.page.getByRole('status').filter({ hasText: 'Cy is at the door and wants to come in' })).toHaveCount(1);
  await expectAccessible(ada, 'somebody at the door');
  await ada.press('Alt+k');
  await expect(ada.button('Let Cy in')).toBeFocused();
  await ada.press('Enter');
  await cy.isInside();
  await expect(card).toHaveCount(0);
});

test('[U65] links are made and withdrawn, and [U63] their code says the same', async ({ office }) => {
  const ada = await comeAsHost(office);
  await ada.button('Invite').first().click();
  const dialog = ada.page.getByRole('dialog', { name: 'Invite somebody' });
  const code = dialog.getByRole('img', { name: /^QR code of/ });
  await expect.poll(() => read(code)).toBe(`${addressOf(ada).origin}/`);
  await expectAccessible(ada, 'inviting');
  await dialog.getByRole('tab', { name: 'Links' }).click();
  await dialog.getByLabel('What it is for').fill('Thursday');
  await dialog.getByLabel('How many people').fill('2');
  await ada.button('Make a link').click();
  const link = await dialog.getByLabel('Address of the link').inputValue();
  await expect(ada.button('Copy the link')).toBeFocused();
  await expect.poll(() => read(code)).toBe(link);
  await expectAccessible(ada, 'a new link');

  const bob = await office.enter('Bob', { ...LIST, search: new URL(link).search });
  expect(addressOf(bob).search).not.toContain('invite');
  await ada.press('Escape');
  await ada.button('Invite').first().click();
  await dialog.getByRole('tab', { name: 'Links' }).click();
  await expect(dialog.getByText(/1 of 2 came/)).toBeVisible();
  await ada.button('Withdraw: Thursday').click();
  await ada.button('Undo').click();
  await ada.button('Withdraw: Thursday').click();
  await expect(dialog.getByText('1 that is over')).toBeVisible({ timeout: 15_000 });
  const cy = await office.arrive('Cy', { ...LIST, search: `?name=Cy&${new URL(link).search.slice(1)}` });
  cy.forgive(/Failed to load resource/);
  await cy.press('Enter');
  // the door is open: nobody is kept out for a link that gives nothing more
  await cy.isInside();
});

test('[U64] tried with two: a second window comes in as somebody else, silent, and leaves nothing behind', async ({ office }) => {
  test.slow();
  const ada = await comeAsHost(office, { isMicrophoneReady: true });
  await expect(ada.page.locator('#microphone-words')).toContainText('ready');
  for (const script of [drawNothing, watchMedia]) await ada.context.addInitScript(script);
  await ada.button('Invite').first().click();
  const [second] = await Promise.all([ada.context.waitForEvent('page'), ada.button('Try it with two').click()]);
  await second.waitForFunction(() => (globalThis as unknown as Watched).comptoir?.snapshot().me);
  const other = meOf(await second.evaluate(takeSnapshot), 'the second window');
  const me = await ada.me();
  expect([other.name, other.id === me.id]).toEqual(['You, window 2', false]);
  await expect.poll(async () => (await ada.snapshot()).people.map(({ name }) => name)).toEqual(['You, window 2']);
  await expect(second.getByText('A second window of yours: no microphone, no sound.')).toBeVisible();
  await expect(second.locator('#microphone-words')).toContainText('off');

  // what is said in the first window comes through in the second one, and is heard by nobody
  await ada.press('Escape');
  await Promise.all([ada.walkTo({ object: 'coffee-machine' }), second.evaluate(walk, { object: 'coffee-machine' })]);
  await expect(ada.page.locator('#microphone-words')).toContainText('You, window 2 hears you', { timeout: 20_000 });
  const ears = new Ears(second);
  await expect.poll(async () => (await ears.listen('line', [BEEP_HZ], 1500, LOUD))[0], { timeout: 20_000 }).toBeGreaterThan(LOUD);
  expect((await ears.listen('ear', [BEEP_HZ], 1500))[0]).toBeLessThan(LOUD / 20);

  await second.close();
  await ada.page.reload();
  await ada.isInside();
  expect(await ada.me()).toMatchObject({ id: me.id, name: 'Ada' });
  await expect(ada.page.locator('#microphone-words')).toContainText('ready');
});

test('[U69] who is banned reads until when and why, and finds no Enter', async ({ office }) => {
  const untilMs = Date.now() + 3 * 86_400_000;
  const bob = await office.arrive('Bob', LIST);
  await bob.page.route('**/api/device', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), banned: { untilMs, reason: 'Shouted' } } });
  });
  await bob.page.reload();
  await expect(bob.page.getByRole('heading', { name: 'The hosts do not let you in' })).toBeVisible();
  const until = await bob.page.evaluate(
    (ms) => new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' }).format(ms),
    untilMs,
  );
  await expect(bob.page.getByText(`Until ${until}.`)).toBeVisible();
  await expect(bob.page.getByText('They say: Shouted')).toBeVisible();
  await expect(bob.button('Enter')).toHaveCount(0);
  await expectAccessible(bob, 'being banned');
});
