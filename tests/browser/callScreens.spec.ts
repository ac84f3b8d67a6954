// The screens of talking: the entrance's second screen, the bar, who hears me, who asks, tiles, the list by keyboard, a phone.
import { expect, meet, spot, test } from './callStory.ts';
import { expectAccessible, type Person } from './story.ts';

test.describe.configure({ timeout: 240_000 });

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const WIDE = { viewport: { width: 1366, height: 768 } };

const inConversation = (person: Person, n: number) =>
  expect
    .poll(async () => (await person.snapshot()).conversation?.members.length ?? 0, {
      message: `${person.name} talks with ${n - 1}`,
      timeout: 30_000,
    })
    .toBe(n);

test('[U37] the second screen: nothing is asked before a click, the microphone is tried, and the choice is remembered', async ({
  office,
}) => {
  const ada = await office.arrive('Ada', { search: '?name=Ada', firstTime: true, draws: false, browser: { permissions: [] } });
  const { page } = ada;
  await ada.press('Enter');
  await expect(page.getByRole('heading', { name: 'Can they hear you?' })).toBeVisible();
  await expect(ada.button('Enter')).toBeFocused();
  await expectAccessible(ada, 'the second screen');
  await ada.button('Try my microphone').click();
  await expect(ada.button('Enter, microphone off')).toBeVisible();
  await ada.button('Record three seconds').click();
  await expect(page.getByText('Say something…').first()).toBeVisible();
  await expect(page.getByText('Your microphone works.')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(ada, 'the tested microphone');
  await ada.button('Enter, microphone ready').click();
  await ada.isInside();
  await expect(ada.button('Microphone')).toHaveAttribute('aria-pressed', 'true');
  await ada.leave();
  await expect(ada.button('Change: Microphone ready')).toBeVisible();
  await ada.button('Enter').click();
  await ada.isInside();
});

test('[U37] without devices one Enter more leads inside, microphone and camera as they were', async ({ office }) => {
  const ada = await office.arrive('Ada', { search: '?name=Ada', firstTime: true, draws: false });
  await ada.press('Enter');
  await expect(ada.page.getByRole('heading', { name: 'Can they hear you?' })).toBeVisible();
  await ada.press('Enter');
  await ada.isInside();
  await expect(ada.button('Microphone')).toHaveAttribute('aria-pressed', 'false');
  await expect(ada.button('Camera')).toHaveAttribute('aria-pressed', 'false');
  await ada.button('Devices').click();
  await expectAccessible(ada, 'the menu of devices');
  await ada.page.getByRole('menuitem', { name: 'Try and choose…' }).click();
  await expect(ada.page.getByRole('dialog', { name: 'Settings' }).getByRole('heading', { name: 'Sound and picture' })).toBeVisible();
  await expectAccessible(ada, 'the settings of sound and picture');
});

test('[U38] over the map the microphone says off, ready or how many hear it, and [U30] the panel says who', async ({ office, hall }) => {
  // in the hall nothing is drawn, so people there are in the list; the bar over the map needs the map
  const ada = await office.enter('Ada', {
    path: '/o/hall',
    search: '?trade=Mathematics',
    browser: { viewport: { width: 1100, height: 620 }, permissions: ['microphone', 'camera'], reducedMotion: 'reduce' },
    preferences: { isMicrophoneReady: true },
  });
  const { person: bob } = await hall.enter('Bob', { search: '?trade=Baker' });
  const { page } = ada;
  const microphone = ada.button('Microphone');
  const bar = page.getByRole('navigation', { name: 'Actions' });
  await ada.seesTheOffice();
  await expect(microphone).toContainText('ready');
  expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(56);
  await page.keyboard.press('m');
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('m');

  await Promise.all([ada.walkTo(spot(0)), bob.walkTo(spot(1))]);
  await inConversation(ada, 2);
  await expect(microphone).toContainText('1');
  await expect(page.getByText('Bob hears you. M to mute')).toBeVisible();
  expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(56);
  for (const name of ['Camera', 'Present screen', 'Raise hand', 'Chat', 'Out loud', 'Close door', 'Walk together', 'Say goodbye'])
    await expect(bar.getByRole('button', { name, exact: true })).toBeVisible();
  await bar.getByRole('button', { name: 'Who hears me' }).click();
  const panel = page.getByRole('complementary', { name: 'Who hears me' });
  await expect(panel).toContainText('Bob hears you');
  await expect(panel).toContainText('Baker');
  await expect(panel.getByRole('slider', { name: 'Volume of Bob' })).toBeVisible();
  await expectAccessible(ada, 'a conversation with the panel');
  await page.keyboard.press('m');
  await expect(panel).toContainText('Bob would hear you');
  await expect(bob.page.getByRole('region', { name: 'Who hears me' })).toContainText('microphone off');
});

test('[U35] a tile becomes large by Enter and small again by Esc; [U34] everybody else has one', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada', { browser: WIDE }), hall.enter('Bob')]);
  await meet(ada, bob);
  const call = ada.person.page.getByRole('complementary', { name: 'Call' });
  await expect(call.getByRole('article', { name: /^Bob/ })).toBeVisible();
  await expect(call.getByRole('article', { name: /^Ada/ })).toHaveCount(0);
  // who shows no picture is there as their avatar, and the name leaves the face free: the chin is in row 26 of the bust's 38
  const bust = await call.locator('.bust canvas').boundingBox();
  const name = await call.locator('.tile-name').boundingBox();
  expect(name?.y).toBeGreaterThanOrEqual((bust?.y ?? 0) + ((bust?.height ?? 0) * 26) / 38);
  await call.getByRole('button', { name: 'Show Bob large' }).first().press('Enter');
  await expect(ada.person.button('Back to the place')).toBeVisible();
  await expectAccessible(ada.person, 'one large');
  await ada.person.press('Escape');
  await expect(ada.person.button('Back to the place')).toHaveCount(0);
  await ada.person.button('Face to face').click();
  const face = await call.getByRole('article', { name: /^Bob/ }).boundingBox();
  expect(face?.width).toBeGreaterThan(400);
  await expectAccessible(ada.person, 'face to face');
});

test('[U39] a knock takes no focus, is reached by a key, and can be taken back', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada', { browser: WIDE }), hall.enter('Bob')]);
  await meet(ada, bob);
  await ada.person.button('Close door').click();
  await expect(ada.person.button('Open door')).toBeVisible();
  const cem = await hall.enter('Cem', { browser: WIDE, search: '?trade=Carpenter' });
  await cem.person.walkTo(spot(2));
  const card = ada.person.page.getByRole('article', { name: 'Cem knocks' });
  await expect(cem.person.page.getByText('The door of this circle is closed')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(cem.person, 'the card of the ring');

  await cem.person.button('Knock').click();
  await expect(card).toContainText('Carpenter');
  await expect(card.getByRole('button', { name: 'Let in' })).not.toBeFocused();
  await cem.person.button('Cancel').click();
  await expect(card).toHaveCount(0);

  await cem.person.button('Knock').click();
  await expect(card).toBeVisible();
  await ada.person.press('Alt+k');
  await expect(card.getByRole('button', { name: 'Let in' })).toBeFocused();
  await ada.person.press('Enter');
  await inConversation(cem.person, 3);

  // the last thing here: looking for faults may take longer than somebody waits
  await cem.person.button('Walk together').click();
  await expect(ada.person.page.getByRole('article', { name: 'Cem proposes a walk' })).toBeVisible();
  await expectAccessible(ada.person, 'somebody asks');
});

test('[L7] by keyboard in the list: join, see who hears me, change the state, say goodbye', async ({ hall }) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada', { search: '?trade=Mathematics' }), hall.enter('Bob')]);
  await meet(ada, bob);
  const cem = await hall.enter('Cem', { preferences: { view: 'list' } });
  const { person } = cem;
  const list = person.page.getByRole('main', { name: 'List view' });
  await expect(list).toContainText('Among us, anyone may join');
  await expect(list).toContainText('Ada (Mathematics)');
  await person.tabTo(list.getByRole('button', { name: /^Join / }), 200);
  await person.press('Enter');
  await inConversation(person, 3);
  await expect(person.page.getByText(/You are in a conversation with .*hear you\./)).toBeAttached();
  await expect(list.getByRole('region', { name: 'Who hears me' })).toContainText(/Ada and Bob hear you|Bob and Ada hear you/);
  await expectAccessible(person, 'the list in a conversation');
  await person.tabTo(list.getByRole('button', { name: 'Out loud' }), 200);
  await person.press('Enter');
  await expect(list.getByRole('heading', { name: 'Out loud' })).toBeVisible();
  await person.tabTo(list.getByRole('button', { name: 'Say goodbye' }), 200);
  await person.press('Enter');
  await inConversation(person, 0);
  await expect(person.page.getByText('You are out of the conversation.')).toBeAttached();
});

test('[U38] on a phone the bar fits, the conversation is a card, the layouts are within reach, and no hint names a key', async ({
  hall,
}) => {
  const [ada, bob] = await Promise.all([hall.enter('Ada', { browser: PHONE }), hall.enter('Bob')]);
  await meet(ada, bob);
  const { page } = ada.person;
  await expect(page.getByText('Bob hears you. The microphone’s button mutes you')).toBeVisible();
  await expect(page.locator('kbd')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Among us' })).toContainText('Bob hears you');
  for (const name of ['Microphone', 'Camera', 'Chat', 'Say goodbye', 'Close door'])
    await expect(ada.person.button(name).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.viewport.width);
  for (const name of ['Place', 'Face to face', 'Screen']) await expect(ada.person.button(name)).toBeInViewport({ ratio: 1 });
  await expectAccessible(ada.person, 'a conversation on a phone');
});
