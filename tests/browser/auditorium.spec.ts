// A talk as people hear and see it: begun on the stage, listened to, the floor given and taken back, a lost line, led by another, its end.
import { BadUdp } from '../support/media/BadUdp.ts';
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { expect, HEARD, type Talker, test } from './callStory.ts';
import { expectAccessible } from './story.ts';

test.use({
  maps: withTiles({
    'hall.tmj': mapOf(drawHall(40, 24), [
      areaAt('start', { x: 26, y: 16, width: 4, height: 4 }, { start: true }),
      areaAt('stage', { x: 4, y: 2, width: 14, height: 4 }, { conversation: 'stage', auditorium: 'hall' }),
      areaAt('rows', { x: 4, y: 6, width: 14, height: 8 }, { conversation: 'audience', auditorium: 'hall' }),
      areaAt('salon', { x: 24, y: 4, width: 8, height: 6 }, { lounge: 'hall' }),
    ]),
  }),
});
test.describe.configure({ timeout: 120_000 });

/** Ms from when the floor's microphone is opened until it is heard. */
const FLOOR_MS = 1500;

const button = ({ person }: Talker, name: string | RegExp) => person.button(name).first();
const roleOf = async ({ person }: Talker) => (await person.snapshot()).conversation?.role;
const microphone = ({ person }: Talker) => person.page.locator('.microphone');

test('[T50] a talk, from the first word to the lounge, by keyboard and in the list', async ({ hall }) => {
  const line = await BadUdp.open({}, 7);
  const [noor, ada, bob] = await Promise.all([hall.enter('Noor', { network: line }), hall.enter('Ada'), hall.enter('Bob')]);
  const dialogOf = ({ person }: Talker) => person.page.getByRole('dialog');

  await test.step('[T50] it is begun on the stage', async () => {
    await noor.person.walkTo(tilePx(10, 4));
    await button(noor, 'Start talk').press('Enter');
    await dialogOf(noor).getByLabel('Title').fill('What bread costs');
    await expectAccessible(noor.person, 'beginning a talk');
    await noor.person.press('Enter');
    await expect(button(noor, 'End talk')).toBeVisible();
    await expect(microphone(noor)).toHaveAttribute('data-state', 'off');
    await expect(noor.person.page.getByText('You are on stage')).toBeVisible();
  });

  await test.step('[T51] others are told, and go there', async () => {
    await expect(ada.person.page.getByText('A talk begins: What bread costs')).toBeVisible();
    await button(ada, 'Go to the talk What bread costs').press('Enter');
    await bob.person.walkTo(tilePx(8, 10));
    for (const listener of [ada, bob]) {
      await expect.poll(() => roleOf(listener), { timeout: 15_000 }).toBe('audience');
      await expect(microphone(listener)).toHaveAttribute('data-state', 'off');
    }
  });

  await test.step('[T55] they hear and see whoever speaks, and are not heard', async () => {
    await noor.person.press('m');
    await noor.person.press('v');
    for (const listener of [ada, bob]) {
      await expect(listener).toHear(noor);
      await expect(listener).toSee(noor);
    }
    await ada.person.press('m');
    await expect(ada.person.page.locator('.toast', { hasText: 'You listen here. Raise your hand to speak.' })).toBeVisible();
    await expect(microphone(ada)).toHaveAttribute('data-state', 'off');
  });

  await test.step('[T54] of the hands in their order one is given the floor, is heard at once, and is not when it is taken back', async () => {
    await ada.person.press('h');
    await expect(ada.person.page.getByText('Hand up · 1st')).toBeVisible();
    await bob.person.press('h');
    await expect(bob.person.page.getByText('Hand up · 2nd')).toBeVisible();
    await button(noor, 'Hands (2)').press('Enter');
    await expectAccessible(noor.person, 'the hands of whoever leads');
    await button(noor, 'Give the floor').press('Enter');
    await expect(ada.person.page.getByText('You have the floor', { exact: true })).toBeVisible();
    await expect(bob.person.page.getByText('Hand up · 1st')).toBeVisible();
    expect(await heardWithin(bob, ada, () => ada.person.press('m'))).toBeLessThan(FLOOR_MS);
    await button(noor, 'Take back').press('Enter');
    await expect.poll(() => roleOf(ada)).toBe('audience');
    await expect(bob).not.toHear(ada);
    await noor.person.press('Escape');
  });

  await test.step('[T56] a lost line is held, and comes back by itself', async () => {
    line.isCut = true;
    const holding = ada.person.page.getByText('Noor is coming back…');
    await expect(holding).toBeVisible({ timeout: 10_000 });
    line.isCut = false;
    await expect(holding).toBeHidden({ timeout: 15_000 });
    await expect(ada).toSee(noor);
    await expect(ada).toHear(noor);
  });

  await test.step('[T57] another leads it too, and closes a microphone', async () => {
    await button(noor, /^2 listen/).press('Enter');
    await dialogOf(noor).getByRole('button', { name: 'Let Bob lead too' }).press('Enter');
    await noor.person.press('Escape');
    await button(bob, /^2 listen/).press('Enter');
    await dialogOf(bob).getByRole('button', { name: 'Close the microphone of Noor' }).press('Enter');
    await expect(ada).not.toHear(noor);
    await expect(microphone(noor)).toHaveAttribute('data-state', 'off');
    await bob.person.press('Escape');
  });

  await test.step('[U80] in the list nothing of it is out of reach', async () => {
    await expect(ada.person.page.getByRole('heading', { name: 'A talk is on: What bread costs' })).toBeVisible();
    await expectAccessible(ada.person, 'the audience in the list');
  });

  await test.step('[T58] when it is over one key leads to the lounge', async () => {
    await button(bob, 'End talk').press('Enter');
    await dialogOf(bob).getByRole('button', { name: 'End talk' }).press('Enter');
    await expect(ada.person.page.getByText('The talk is over')).toBeVisible();
    await expectAccessible(ada.person, 'the end of a talk');
    await ada.person.press('x');
    await expect.poll(async () => (await ada.person.me()).area, { timeout: 15_000 }).toBe('salon');
  });
  await line.close();
});

/** Ms until that voice is heard, from when it begins. */
async function heardWithin(listener: Talker, speaker: Talker, begin: () => Promise<void>): Promise<number> {
  const listening = listener.ears.follow('ear', [speaker.pitch], 4000);
  const beganMs = performance.now();
  await begin();
  const openedMs = performance.now() - beganMs;
  const moments = await listening;
  const first = moments.find(({ amplitudes: [amplitude = 0] }) => amplitude > HEARD);
  const startMs = moments[0]?.atMs ?? 0;
  return first ? first.atMs - startMs - openedMs : Number.POSITIVE_INFINITY;
}
