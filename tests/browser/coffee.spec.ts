// Two people in two browsers see each other walk to the coffee machine and take a coffee.
import { changeBetween, takeStillPicture } from '../support/picture.ts';
import { expect, test } from './story.ts';

test('[M8] two people see each other walk to the coffee machine', async ({ office }) => {
  const ada = await office.enter('Ada');
  const bob = await office.enter('Bob');
  await Promise.all([ada.seesTheOffice(), bob.seesTheOffice()]);
  await ada.sees(bob);
  await bob.sees(ada);

  const walk = await ada.walkTo({ object: 'coffee-machine' });
  expect(walk.arrived).toBe(true);
  expect((await bob.walkTo({ object: 'coffee-machine' })).arrived).toBe(true);
  await bob.sees(ada);
  await ada.sees(bob);

  // X and the button do the same
  await ada.press('x');
  // on Thursday evenings it pours something else
  await bob.page.getByRole('button', { name: /^(Make a coffee|Pour an apéro)$/ }).click();
  for (const person of [ada, bob]) await person.page.keyboard.press('Alt+l');
  for (const person of [ada, bob]) await expect(person.page.getByText('2 coffees today').first()).toBeVisible();
});

test('[O7] the first minute: follow the steam, take a coffee, invite', async ({ office }) => {
  const ada = await office.enter('Ada', { firstTime: true });
  await ada.seesTheOffice();
  await expect(ada.page.getByText('Follow the steam')).toBeVisible();
  expect((await ada.walkTo({ object: 'coffee-machine' })).arrived).toBe(true);
  await ada.press('x');
  await expect(ada.page.getByText('The first coffee of today is yours.')).toBeVisible({ timeout: 15_000 });
});

test('[U10] a dotted trail leads from my feet towards the steam, until it is skipped; [M3] the arrow keys walk, [M7] and a click', async ({
  office,
}) => {
  const ada = await office.enter('Ada', { firstTime: true, browser: { reducedMotion: 'reduce' } });
  await ada.seesTheOffice();
  await expect(ada.page.getByText('Follow the steam')).toBeVisible();
  const shown = await takeStillPicture(ada.page);
  await ada.press('Escape');
  await expect(ada.page.getByText('Follow the steam')).toBeHidden();
  const { pixels, x, y, height } = changeBetween(shown, await takeStillPicture(ada.page));
  // several dots in a line, from my head above the middle of the window to its north edge; one is 12 px high
  expect(pixels).toBeGreaterThan(300);
  expect(height).toBeGreaterThan(4 * 12);
  expect(y).toBeLessThan(110);
  expect(Math.abs(x - 320)).toBeLessThan(60);

  const before = await ada.me();
  await ada.page.keyboard.down('ArrowUp');
  await expect.poll(async () => (await ada.me()).y).toBeLessThan(before.y - 64);
  await ada.page.keyboard.up('ArrowUp');
  const letGo = await ada.me();
  await expect.poll(async () => (await ada.me()).y).toBeLessThanOrEqual(letGo.y);
  await takeStillPicture(ada.page);
  const stopped = await ada.me();
  await ada.page.mouse.click(320, 100);
  await expect.poll(async () => (await ada.me()).y).toBeLessThan(stopped.y - 20);
});
