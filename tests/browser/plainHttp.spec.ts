// The office by plain http under a name of the local network: what browsers hide there is not missed.
import config from '../playwright.config.ts';
import { expect, expectAccessible, type OfficeOfTheStory, type Person, test } from './story.ts';

const host = 'office.test';
const launchOptions = config.use?.launchOptions;

test.use({ launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1`] } });

async function arrive(office: OfficeOfTheStory, name: string, draws = true): Promise<Person> {
  const person = await office.arrive(name, { host, search: `?name=${name}`, draws });
  // what makes it plain http: the browser itself says so
  expect(await person.page.evaluate(() => [isSecureContext, 'clipboard' in navigator, 'mediaDevices' in navigator])).toEqual([
    false,
    false,
    false,
  ]);
  return person;
}

test('[U12] on plain http the entrance says in one sentence what is missing; one enters, walks, is seen, takes a coffee, and a reload keeps person and place', async ({
  office,
}) => {
  const ada = await arrive(office, 'Ada');
  const sentence = ada.page.getByText('This address is not https, so browsers give no microphone or camera here.');
  await expect(sentence).toHaveCount(1);
  await expect(sentence).toBeVisible();
  await expectAccessible(ada, 'the entrance on plain http');
  const grace = await office.arrive('Grace', { search: '?name=Grace', draws: false });
  expect(await grace.page.evaluate(() => isSecureContext)).toBe(true);
  await expect(grace.button('Enter')).toBeVisible();
  await expect(grace.page.getByText('is not https')).toHaveCount(0);

  await ada.button('Enter').click();
  await ada.isInside();
  await ada.seesTheOffice();
  const bob = await office.enter('Bob', { host, draws: false });
  await bob.sees(ada);
  const start = await ada.me();
  await ada.page.keyboard.down('ArrowUp');
  await expect.poll(async () => (await ada.me()).y).toBeLessThan(start.y - 40);
  await ada.page.keyboard.up('ArrowUp');
  expect((await ada.walkTo({ object: 'coffee-machine' })).arrived).toBe(true);
  await bob.sees(ada);
  await ada.press('x');
  await ada.press('Alt+l');
  await expect(ada.page.getByText('1 coffee today').first()).toBeVisible();

  const before = await ada.me();
  await ada.page.reload();
  await ada.isInside();
  expect(await ada.me()).toMatchObject({ id: before.id, x: before.x, y: before.y });
});

test('[U12] an invitation that the browser does not let us copy is marked, to be copied by hand', async ({ office }) => {
  const ada = await arrive(office, 'Ada', false);
  await ada.button('Enter').click();
  await ada.isInside();
  await ada.button('Invite').first().click();
  const address = ada.page.getByLabel('Address of this office');
  await expect(address).toHaveValue(`${new URL(ada.page.url()).origin}/`);
  await ada.button('Copy the link').click();
  await expect(ada.page.getByRole('status').filter({ hasText: 'The address is marked: copy it with Ctrl C.' })).toBeVisible();
  await expect(address).toBeFocused();
  const marked = await address.evaluate((field: HTMLInputElement) => field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0));
  expect(marked).toBe(await address.inputValue());
});
