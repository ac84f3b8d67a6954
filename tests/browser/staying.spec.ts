// Staying in the office: reloads, hidden tabs, a server that restarts; and what every screen must be.
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { expect, expectAccessible, test } from './story.ts';

test('[R10] a reload keeps person and place, without asking; at an office that does not answer at first it gets in by itself, and says so meanwhile', async ({
  office,
}) => {
  const ada = await office.enter('Ada', { draws: false });
  await ada.walkTo({ area: 'square' });
  const before = await ada.me();
  await ada.page.reload();
  await ada.isInside();
  expect(await ada.me()).toMatchObject({ id: before.id, name: 'Ada', x: before.x, y: before.y });

  ada.forgive(/Failed to load resource/);
  await ada.page.route('**/matchmake/**', (route) => route.abort());
  await ada.page.reload();
  await expect(ada.page.getByText('we keep trying')).toBeVisible();
  await ada.page.unroute('**/matchmake/**');
  await ada.isInside();
  expect(await ada.me()).toMatchObject({ id: before.id, name: 'Ada' });
});

test('[U4] hidden, nothing is drawn; still, at most ten frames a second', { tag: '@alone' }, async ({ office }) => {
  const ada = await office.enter('Ada');
  await ada.seesTheOffice();
  /** Frames drawn in so many milliseconds by the page's own clock. */
  const framesIn = async (ms: number): Promise<number> => {
    const before = await ada.framesDrawn();
    await ada.page.evaluate((patienceMs) => new Promise((resolve) => setTimeout(resolve, patienceMs)), ms);
    return (await ada.framesDrawn()) - before;
  };
  // the camera has arrived, avatars are composed: from then on nobody moves
  await expect.poll(() => framesIn(1000), { timeout: 20_000 }).toBeLessThanOrEqual(11);
  expect(await framesIn(2000)).toBeGreaterThan(0);
  await ada.setHidden(true);
  await framesIn(200);
  expect(await framesIn(2000)).toBe(0);
  await ada.setHidden(false);
  await expect.poll(() => framesIn(500)).toBeGreaterThan(0);
});

test('[M7] a hidden tab arrives', async ({ office }) => {
  const ada = await office.enter('Ada');
  const bob = await office.enter('Bob', { draws: false });
  await ada.seesTheOffice();
  const walk = ada.walkTo({ area: 'square' });
  await ada.setHidden(true);
  expect((await walk).arrived).toBe(true);
  await ada.setHidden(false);
  await bob.sees(ada);
});

test('[R6] the server restarts: the office stays visible, a banner says so, and all are back', async ({ office }) => {
  const ada = await office.enter('Ada');
  const bob = await office.enter('Bob', { draws: false });
  await ada.walkTo({ area: 'square' });
  await ada.seesTheOffice();
  for (const person of [ada, bob]) person.forgive(/WebSocket|ERR_CONNECTION_REFUSED|Failed to load resource/);
  const before = await ada.me();
  await ada.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1600)));
  await office.server.end('SIGKILL');
  await expect(ada.page.getByText('Connection lost')).toBeVisible();
  expect((await ada.snapshot()).people).toHaveLength(1);
  await office.server.start();
  await ada.isInside();
  await bob.isInside();
  expect(await ada.me()).toMatchObject({ id: before.id, x: before.x, y: before.y });
  await expect.poll(async () => (await ada.snapshot()).people.length).toBe(1);
  await expect(ada.page.getByText('You are back.')).toBeVisible();
});

test.describe('a corridor', () => {
  // so long that a slow machine does not see her arrive at its end, nor walk out of what Bob sees
  const corridor = mapOf(drawHall(120, 12), [areaAt('start', { x: 100, y: 6 }, { start: true })]);
  test.use({ maps: withTiles({ 'corridor.tmj': corridor }) });

  test('[M6] a frozen page stands still within 2 s', { tag: '@alone' }, async ({ office }) => {
    const calm = { reducedMotion: 'reduce' } as const;
    const bob = await office.enter('Bob', { path: '/o/corridor', browser: { ...calm, viewport: { width: 800, height: 200 } } });
    await bob.seesTheOffice();
    await bob.page.mouse.move(400, 60);
    await bob.page.mouse.wheel(0, 100);
    await bob.walkTo(tilePx(92, 6));
    const ada = await office.enter('Ada', { path: '/o/corridor', draws: false });
    await bob.sees(ada);
    const devtools = await ada.context.newCDPSession(ada.page);
    await devtools.send('Debugger.enable');
    const from = await ada.me();
    // arrows scroll the list; the letters walk
    await ada.page.keyboard.down('KeyA');
    await expect.poll(async () => (await bob.placeOf(ada))?.x ?? from.x).toBeLessThan(from.x - 16);
    // the browser's own freezing leaves pages alone that are seen: a debugger stops them for certain
    const stopped = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
    await devtools.send('Debugger.pause');
    await stopped;
    const { movedMs, last } = await bob.watch(ada, 4000);
    expect(movedMs).toBeLessThan(2500);
    // in view, and not because of a wall
    expect(last?.x).toBeGreaterThan(64);
    await devtools.send('Debugger.resume');
    await devtools.send('Debugger.disable');
    await ada.page.keyboard.up('KeyA');
  });
});

test('[U5] entrance, office, panels and dialogs are free of serious faults', async ({ office }) => {
  const ada = await office.arrive('Ada', { search: '?name=Ada', browser: { viewport: { width: 1366, height: 768 } } });
  await expectAccessible(ada, 'the entrance');
  await ada.button('Make it mine').click();
  await expectAccessible(ada, 'the avatar editor');
  await ada.press('Escape');
  await ada.button('Enter').click();
  await ada.isInside();
  await ada.seesTheOffice();
  await expectAccessible(ada, 'the office');
  await ada.page.getByRole('navigation').getByRole('button', { name: 'Invite' }).click();
  await expectAccessible(ada, 'the invitation');
  await ada.press('Escape');
  await ada.press('Alt+l');
  await expectAccessible(ada, 'the list view');
});

test('[U5] and so in the dark', async ({ office }) => {
  const ada = await office.arrive('Ada', { search: '?name=Ada', browser: { colorScheme: 'dark' }, draws: false });
  await expectAccessible(ada, 'the dark entrance');
  await ada.button('Enter').click();
  await ada.isInside();
  await expectAccessible(ada, 'the dark list view');
});

test('[R5] a tab that slept for an hour is back when it wakes', async ({ office }) => {
  const ada = await office.arrive('Ada', { search: '?name=Ada', draws: false });
  await ada.page.clock.install();
  await ada.page.reload();
  await ada.button('Enter').click();
  await ada.isInside();
  const before = await ada.me();
  ada.forgive(/WebSocket|Failed to load resource/);
  // meanwhile the line went dead: this server is not the one of an hour ago
  await ada.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1600)));
  await office.server.end('SIGKILL');
  await office.server.start();
  await ada.setHidden(true);
  await ada.page.clock.fastForward('01:00:00');
  await ada.setHidden(false);
  await ada.isInside();
  expect(await ada.me()).toMatchObject({ id: before.id, x: before.x, y: before.y });
  const bob = await office.enter('Bob', { draws: false });
  await bob.sees(ada);
});
