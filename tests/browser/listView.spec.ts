// The list view: the whole office without its picture, by keyboard.
import { expect, expectAccessible, type OfficeOfTheStory, type Person, test } from './story.ts';

/** A browser that cannot draw: neither WebGL nor a canvas for the engine. */
async function arriveWithoutCanvas(office: OfficeOfTheStory, name: string): Promise<Person> {
  const person = await office.arrive(name, { search: `?name=${name}`, draws: false });
  await person.page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  person.forgive(/WebGL|canvas/i);
  await person.page.reload();
  return person;
}

test('[L3] where nothing can be drawn the list view opens by itself; [L2] by keyboard: who is here, walk over, take a coffee, set availability', async ({
  office,
}) => {
  const bob = await office.enter('Bob', { search: '?trade=Baker', draws: false });
  await bob.button('Be there now: Lounge').click();
  await expect.poll(async () => (await bob.me()).area).toBe('lounge');
  const ada = await arriveWithoutCanvas(office, 'Ada');
  await expect(ada.button('Enter')).toBeFocused();
  await ada.press('Enter');
  await ada.isInside();
  await expect(ada.page.getByText('This browser cannot draw the map')).toBeVisible();
  await expectAccessible(ada, 'the list view without a map');
  const list = ada.page.getByRole('main', { name: 'List view' });
  await expect(list).toContainText('Bob');
  await expect(list).toContainText('Baker');

  await ada.tabTo(ada.button('Walk over to Bob'), 200);
  await ada.press('Enter');
  await expect
    .poll(
      async () => {
        const [me, other] = [await ada.me(), await bob.me()];
        return Math.hypot(me.x - other.x, me.y - other.y);
      },
      { timeout: 20_000 },
    )
    .toBeLessThan(64);
  await expect(list).toContainText('You are in: Lounge');

  await ada.tabTo(ada.button('Walk there and use: Coffee machine'), 200);
  await ada.press('Enter');
  await expect(list.getByText('1 coffee today').first()).toBeVisible({ timeout: 20_000 });

  await ada.tabTo(ada.button(/^You, Ada: Available/), 200);
  await ada.press('Enter');
  await ada.page.getByRole('menuitemradio', { name: /Do not disturb/ }).press('Enter');
  await expect.poll(async () => (await bob.snapshot()).people.find(({ name }) => name === 'Ada')?.availability).toBe('doNotDisturb');
});

test('[L2] search, settings and help open and close by keyboard; Alt+L switches between map and list, and the choice is remembered', async ({
  office,
}) => {
  const ada = await office.enter('Ada');
  await ada.seesTheOffice();
  for (const [open, title] of [
    ['Control+k', 'Search'],
    ['?', 'Keys and help'],
  ] as const) {
    await ada.press(open);
    await expect(ada.page.getByRole('dialog', { name: title })).toBeVisible();
    await expectAccessible(ada, title);
    await ada.press('Escape');
    await expect(ada.page.getByRole('dialog')).toHaveCount(0);
  }
  await ada.press('Control+k');
  await expect(ada.page.getByRole('combobox')).toBeFocused();
  await ada.page.keyboard.type('square');
  await ada.press('Enter');
  await expect.poll(async () => (await ada.me()).area, { timeout: 30_000 }).toBe('square');

  await ada.press('Alt+l');
  const list = ada.page.getByRole('main', { name: 'List view' });
  await expect(list).toBeVisible();
  await ada.page.reload();
  await ada.isInside();
  await expect(list).toBeVisible();
  await ada.press('Alt+l');
  await expect(list).toBeHidden();
});
