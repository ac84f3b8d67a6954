// Coming in: by keyboard, by an address, on a phone, twice, and lightly.
import { expect, expectAccessible, test } from './story.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const WEIGHT_BYTES = 750_000;

test('[U1] the entrance is passed by keyboard alone; [P5] its counter says what is too much, and nothing is cut', async ({ office }) => {
  const ada = await office.arrive('Ada', { draws: false });
  const name = ada.page.getByLabel('Your first name');
  await expect(name).toBeFocused();
  // nothing typed: it says what is missing and stays
  await ada.press('Enter');
  await expect(ada.page.getByText('Write your first name')).toBeVisible();
  await expect(name).toBeFocused();
  const long = 'A name that is much longer than a tag';
  await ada.page.keyboard.type(long);
  await ada.press('Enter');
  await expect(ada.page.getByText(/13 characters too (?:many|long)/).first()).toBeVisible();
  await expect(name).toHaveValue(long);
  await name.selectText();
  await ada.page.keyboard.type('Ada');
  await ada.press('Tab');
  await ada.page.keyboard.type('Profiling et ciblage de la com');
  await ada.tabTo(
    ada
      .button('Avatar 3')
      .or(ada.page.getByRole('radio', { name: 'Avatar 3' }))
      .first(),
  );
  await ada.press('Space');
  await ada.tabTo(ada.button('Enter'));
  await ada.press('Enter');
  await ada.isInside();
  expect(await ada.me()).toMatchObject({ name: 'Ada', trade: 'Profiling et ciblage de la com' });
});

test('[O5] with a name in the address at most four times Enter leads inside', async ({ office }) => {
  const ada = await office.arrive('Ada', { search: '?name=Ada&trade=Mathematics', draws: false });
  for (let n = 0; n < 4; n++) {
    await ada.press('Enter');
    if (await ada.snapshot().then(({ me }) => me !== null)) break;
  }
  await ada.isInside();
  expect(await ada.me()).toMatchObject({ name: 'Ada', trade: 'Mathematics' });
  const grace = await office.arrive('Grace', { search: '?name=Grace', sameBrowserAs: ada, draws: false });
  await expect(grace.button('Enter')).toBeFocused();
  await grace.press('Enter');
  await grace.isInside();
  expect((await grace.me()).id).not.toBe((await ada.me()).id);
  await ada.isInside();
});

test('[U1] the entrance is usable before the drawing engine is there', async ({ office }) => {
  const ada = await office.arrive('Ada');
  const release: (() => void)[] = [];
  await ada.page.route(/phaser|startScene/, async (route) => {
    await new Promise<void>((go) => release.push(go));
    await route.continue();
  });
  await ada.page.reload();
  await ada.page.getByLabel('Your first name').fill('Ada');
  await ada.button('Enter').click();
  await ada.isInside();
  expect((await ada.snapshot()).frame.fps).toBe(0);
  for (const go of release) go();
  await ada.seesTheOffice();
});

test('[U3] from opening the page to walking at most 750 kB', async ({ office }) => {
  const ada = await office.arrive('Ada', { search: '?name=Ada' });
  const sizes = new Map<string, Promise<number>>();
  // as they come over the wire, also what the first visit has left in the cache
  await (await ada.context.newCDPSession(ada.page)).send('Network.setCacheDisabled', { cacheDisabled: true });
  ada.page.on('requestfinished', (request) => {
    const size = request.sizes().then(
      ({ responseBodySize }) => responseBodySize,
      () => 0,
    );
    sizes.set(request.url(), size);
  });
  await ada.page.reload();
  await ada.button('Enter').click();
  await ada.isInside();
  await ada.seesTheOffice();
  const before = await ada.me();
  await ada.page.keyboard.down('ArrowUp');
  await expect.poll(async () => (await ada.me()).y).toBeLessThan(before.y);
  await ada.page.keyboard.up('ArrowUp');
  const all = await Promise.all([...sizes].map(async ([url, size]) => ({ url: new URL(url).pathname, bytes: await size })));
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  const table = all.sort((a, b) => b.bytes - a.bytes).map(({ url, bytes }) => `${(bytes / 1000).toFixed(1)} kB ${url}`);
  expect(total, table.join('\n')).toBeLessThanOrEqual(WEIGHT_BYTES);
  expect(all.length).toBeGreaterThan(5);
});

test('[U6] a second tab of the same person is asked, and moves here, or comes in as somebody else', async ({ office }) => {
  const first = await office.enter('Ada', { draws: false });
  await first.walkTo({ area: 'square' });
  const before = await first.me();
  const nextTab = async () => {
    const tab = await office.arrive('Ada', { sameBrowserAs: first, draws: false });
    await tab.page.getByLabel('Your first name').fill('Ada');
    await tab.button('Enter').click();
    await expect(tab.page.getByRole('dialog')).toContainText('Ada is already here');
    return tab;
  };
  const second = await nextTab();
  await second.button('Move here').click();
  await second.isInside();
  expect(await second.me()).toMatchObject({ id: before.id, x: before.x, y: before.y });
  await expect(first.page.getByText('You moved to another tab')).toBeVisible();

  const third = await nextTab();
  await third.button('Come in as somebody else').click();
  await third.isInside();
  expect((await third.me()).id).not.toBe(before.id);
  await second.isInside();
});

test.describe('an office for two', () => {
  test.use({ env: { OFFICE_CAPACITY: '2' } });

  test('[O10] says that it is full, and lets the waiting in when somebody leaves', async ({ office }) => {
    const ada = await office.enter('Ada', { draws: false });
    await office.enter('Bob', { draws: false });
    const cem = await office.arrive('Cem', { search: '?name=Cem', draws: false });
    cem.forgive(/503/);
    await cem.button('Enter').click();
    await expect(cem.page.getByText('The office is full')).toBeVisible();
    await expectAccessible(cem, 'the full office');
    await cem.button('Wait for a place').click();
    await ada.leave();
    await cem.isInside();
  });
});

test('[L3] on a phone the list is the office, with the map as a card', async ({ office }) => {
  const ada = await office.arrive('Ada', { search: '?name=Ada', browser: PHONE });
  await expectAccessible(ada, 'the entrance on a phone');
  const { width } = PHONE.viewport;
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await ada.button('Enter').click();
  await ada.isInside();
  await expect(ada.page.getByRole('main', { name: 'List view' })).toBeVisible();
  await expect(ada.page.getByRole('button', { name: 'Open the map' })).toBeVisible();
  await expectAccessible(ada, 'the list view on a phone');
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await ada.button('Open the map').click();
  await ada.seesTheOffice();
});

test('[U2] in French, by the address', async ({ office }) => {
  const ada = await office.arrive('Ada', { search: '?lang=fr&name=Ada', draws: false });
  await expect(ada.page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(ada.button('Entrer')).toBeVisible();
});
