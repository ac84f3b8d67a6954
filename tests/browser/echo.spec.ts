// Echo the parrot, before whose perch one tries the microphone: what is played is proved by its pitch.
import { expect, HEARD, test } from './callStory.ts';
import { expectAccessible } from './story.ts';

test.describe.configure({ timeout: 180_000 });

const SAYS = 'Echo repeats what you said';

test('[K32] walk up from the notice board, stand, speak: it repeats; somebody comes, and it is quiet', async ({ hall }) => {
  const ada = await hall.enter('Ada', { path: '/' });
  const { page } = ada.person;
  // next door to the parrot: from the entrance it is a long walk
  await ada.person.button('Be there now: Canteen').click();
  await expect.poll(async () => (await ada.person.me()).area).toBe('canteen');
  await ada.person.button('Invite').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Talk to Echo' }).click();
  await expect(page.getByText(SAYS)).toBeVisible({ timeout: 60_000 });
  const [amplitude] = await ada.ears.listen('ear', [ada.pitch], 4000);
  expect(amplitude).toBeGreaterThan(HEARD);
  await expectAccessible(ada.person, 'Echo');
  // nothing of it leaves the browser
  expect(await ada.ears.connections()).toEqual([]);
  expect((await ada.person.snapshot()).call).toBeNull();

  const bob = await hall.enter('Bob', { path: '/', microphone: 'off' });
  await bob.person.button('Be there now: Booth 1').click();
  await expect(page.getByText('Echo is quiet while somebody else is here.')).toBeVisible();
  await bob.person.leave();
  await expect(page.getByText(SAYS)).toBeVisible({ timeout: 20_000 });
  await ada.person.walkTo({ area: 'booth-2' });
  await expect(page.getByText(SAYS)).toBeHidden();
  await expect.poll(() => ada.openDevices()).toEqual([]);
});

test('[K32] the microphone is asked for after a click only, found in the list by keyboard; [L2]', async ({ office }) => {
  const ada = await office.enter('Ada', { browser: { permissions: [] }, draws: false });
  const { page } = ada;
  await ada.button('Be there now: Canteen').click();
  await ada.button('Walk there and use: Echo the parrot').press('Enter');
  const card = page.getByRole('region', { name: 'Echo the parrot' });
  await expect(card.getByText('It needs your microphone.')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(ada, 'Echo before it may listen');
  await card.getByRole('button', { name: 'Talk to Echo' }).press('Enter');
  await expect(card.getByText(SAYS)).toBeVisible({ timeout: 30_000 });
});

test('[K32] without a microphone a sentence says so', async ({ hall }) => {
  const ada = await hall.enter('Ada', { path: '/', devices: false, browser: { permissions: [] } });
  await ada.person.button('Be there now: Canteen').click();
  await ada.person.button('Walk there and use: Echo the parrot').press('Enter');
  const card = ada.person.page.getByRole('region', { name: 'Echo the parrot' });
  await card.getByRole('button', { name: 'Talk to Echo' }).press('Enter', { timeout: 60_000 });
  await expect(card.getByText(/No microphone was found|may not use your microphone/)).toBeVisible();
});
