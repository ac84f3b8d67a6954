// Thursday, rehearsed as a whole: a community of twenty opens its own office behind a real Caddy with TLS and meets there.
import { readWithIcalJs } from '@comptoir/server/appointments/testAppointment';
import type { Page } from '@playwright/test';
import { adminInvite } from '../support/adminInvite.ts';
import { Caddy } from '../support/Caddy.ts';
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { Bots } from '../support/walkInBots.ts';
import { expect, HEARD, type Talker, test } from './callStory.ts';
import type { Person } from './story.ts';

const problem = Caddy.problem();
if (problem) process.stdout.write(`The rehearsal behind Caddy is left out: ${problem}\n`);

const HALL = mapOf(drawHall(40, 24), [
  areaAt('start', { x: 12, y: 5, width: 3, height: 3 }, { start: true }),
  areaAt('lounge', { x: 4, y: 14, width: 8, height: 7 }, {}),
  areaAt('studio', { x: 30, y: 14, width: 6, height: 6 }, { conversation: 'meeting' }),
]);
const PASSWORD = 'thursday at six';
const BOTS = 17;

test.use({ maps: withTiles({ 'hall.tmj': HALL }), env: { TRUST_PROXY: '1', STUN_PORT: 'off' } });
test.describe.configure({ timeout: 150_000 });

const choose = async (host: Person, item: RegExp): Promise<void> => {
  await host.button(/^Host/).press('Enter');
  await host.page.getByRole('menuitem', { name: item }).press('Enter');
};

/** Caddy ends before the pages do. */
const FORGIVEN = /ERR_CONNECTION|WebSocket|Failed to load resource/;

/** A link made in the dialog. @returns what `?invite=` is to be */
async function makeLink(host: Person, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<string> {
  await host.button('Invite').first().press('Enter');
  const dialog = host.page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByRole('tab', { name: 'Links' }).click();
  await fill(dialog);
  await dialog.getByRole('button', { name: 'Make a link' }).press('Enter');
  const address = await dialog.getByLabel('Address of the link').inputValue();
  await host.press('Escape');
  return new URL(address).searchParams.get('invite') ?? '';
}

const levelAt = async (listener: Talker, speaker: Talker): Promise<number> =>
  (await listener.ears.listen('line', [speaker.pitch], 1000))[0] ?? 0;

test('[O45] a host opens an office with a password, and twenty come, hear the announcement, gather, and are left in peace', {
  tag: '@alone',
}, async ({ office, hall }) => {
  test.skip(problem !== undefined, problem);
  const caddy = await Caddy.prepare();
  let bots: Bots | undefined;
  try {
    await caddy.open(office.server.url);
    const through = { origin: caddy.url, path: '/o/hall', browser: { ignoreHTTPSErrors: true, serviceWorkers: 'block' as const } };

    // the first host comes by the command line's link, shuts the door, and makes links
    const invite = await adminInvite(office.server.dataDir, 'host', '--office', 'hall');
    const ada = await hall.enter('Ada', { ...through, search: `invite=${invite}` });
    expect(await ada.person.page.evaluate(() => isSecureContext)).toBe(true);
    await choose(ada.person, /^The door/);
    await ada.person.page.getByRole('radio', { name: 'By password' }).press('Space');
    await ada.person.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await ada.person.button('Save').press('Enter');
    await expect(ada.person.page.getByRole('status').filter({ hasText: 'There is a new password.' })).toBeVisible();
    await ada.person.press('Escape');
    const forFriends = await makeLink(ada.person, (dialog) => dialog.getByLabel('What it is for').fill('Thursday'));
    const forClient = await makeLink(ada.person, async (dialog) => {
      await dialog.getByLabel('Where').selectOption({ label: 'Studio' });
    });

    // seventeen and Bob by the link, Eve by the password, a client by a link to one room
    bots = new Bots({ url: caddy.url, office: 'hall', invite: forFriends, count: BOTS, seconds: 150, authority: caddy.rootFile });
    const bob = await hall.enter('Bob', { ...through, search: `invite=${forFriends}` });
    const cleo = await hall.enter('Cleo', { ...through, search: `invite=${forClient}` });
    expect((await cleo.person.me()).area).toBe('studio');
    const eve = await office.arrive('Eve', { ...through, search: 'name=Eve', draws: false });
    for (const person of [ada.person, bob.person, cleo.person, eve]) person.forgive(FORGIVEN);
    await eve.press('Enter');
    await eve.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await eve.press('Enter');
    await eve.isInside();
    await expect.poll(async () => (await ada.person.snapshot()).people.length, { timeout: 30_000 }).toBe(BOTS + 3);

    // the hour is planned, and its file is a calendar's
    await ada.person.press('g');
    await ada.person.button('Plan Thursday 18:30').press('Enter');
    await ada.person.page.keyboard.type('Thursday evening');
    await ada.person.press('Enter');
    const agenda = ada.person.page.getByRole('dialog', { name: 'Agenda' });
    await expect(agenda).toContainText('Planned. Everybody here sees it.');
    const file = agenda.getByRole('link', { name: /^Calendar file/ }).first();
    const calendar = await ada.person.context.request.get(new URL((await file.getAttribute('href')) ?? '', caddy.url).href);
    const [event] = readWithIcalJs(await calendar.text(), 2);
    expect(event).toMatchObject({ summary: 'Thursday evening', status: 'CONFIRMED' });
    expect(event?.starts).toHaveLength(2);
    await ada.person.press('Escape');

    // everybody hears the announcement where they are, but for the guest of one room
    await bob.person.walkTo(tilePx(34, 4));
    await choose(ada.person, /^Announcement/);
    await ada.person.button('Speak to everybody').press('Enter');
    await expect(bob).toHear(ada);
    expect(await levelAt(cleo, ada)).toBeLessThan(HEARD);
    await ada.person.button('End').press('Enter');
    await expect(bob).not.toHear(ada);

    // a card, and whoever wants to comes
    await ada.person.walkTo({ area: 'lounge' });
    await choose(ada.person, /^Gather here/);
    await expect(eve.page.getByText('Ada is waiting in Lounge').first()).toBeVisible();
    await bob.person.button('Go to Ada').press('Enter');
    await expect.poll(async () => (await bob.person.snapshot()).conversation?.members.length, { timeout: 20_000 }).toBeGreaterThan(1);
    await expect(bob).toHear(ada);
    await ada.person.page.evaluate(() =>
      (globalThis as unknown as { comptoir: { say(text: string, to: string): Promise<void> } }).comptoir.say('Rates: 60 an hour', 'office'),
    );
    await expect(eve.button('Chat')).toContainText('1');
    expect(await levelAt(cleo, ada)).toBeLessThan(HEARD);
    expect((await cleo.person.snapshot()).conversation?.members ?? []).not.toContain((await ada.person.me()).id);
    await expect(cleo.person.page.getByText('Rates: 60 an hour')).toHaveCount(0);
    await expect(cleo.person.button('Chat')).not.toContainText('1');

    // somebody is sent out for good, and comes back by no way
    const people = ada.person.page.locator('.list-people');
    await people.getByRole('button', { name: 'More with Eve' }).press('Enter');
    await people.getByRole('button', { name: 'Ban Eve…' }).press('Enter');
    await ada.person.page.getByRole('dialog', { name: 'Ban Eve' }).getByRole('button', { name: 'Ban' }).press('Enter');
    await expect(eve.page.getByRole('heading', { name: 'You are out of the office' })).toBeVisible();
    await eve.page.reload();
    await expect(eve.page.getByRole('heading', { name: 'The hosts do not let you in' })).toBeVisible();
    const again = await office.arrive('Mallory', {
      ...through,
      sameBrowserAs: eve,
      search: `name=Mallory&invite=${forFriends}`,
      draws: false,
    });
    again.forgive(FORGIVEN);
    await expect(again.page.getByRole('heading', { name: 'The hosts do not let you in' })).toBeVisible();
    expect((await ada.person.snapshot()).people.map(({ name }) => name)).not.toContain('Eve');

    expect(await bots.result()).toMatchObject({ joined: BOTS, refused: {}, lost: 0 });
  } finally {
    await bots?.end();
    await caddy.remove();
  }
});
