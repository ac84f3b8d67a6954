// A debate as a whole hall has it: positions, sides, votes before and after, clocks that real voices drive, and how far it moved people.
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { expect, type Talker, test } from './callStory.ts';
import { expectAccessible } from './story.ts';

test.use({
  maps: withTiles({
    'hall.tmj': mapOf(drawHall(24, 16), [
      areaAt('stage', { x: 2, y: 2, width: 14, height: 3 }, { conversation: 'stage', auditorium: 'hall' }),
      areaAt('rows', { x: 2, y: 5, width: 14, height: 8 }, { conversation: 'audience', auditorium: 'hall', start: true }),
    ]),
  }),
});
test.describe.configure({ timeout: 90_000 });

/** How long each side speaks at least; clocks are told in whole seconds. */
const SPEECH_MS = 2500;

const panel = ({ person }: Talker) => person.page.getByRole('complementary', { name: 'In this talk' });
const rowOf = (talker: Talker, side: string) => panel(talker).getByRole('listitem').filter({ hasText: side });
const secondsOf = async (talker: Talker, side: string): Promise<number> =>
  Number(/(\d+)S$/.exec((await rowOf(talker, side).locator('time').getAttribute('datetime')) ?? '')?.[1]);
const press = ({ person }: Talker, name: string | RegExp) => person.button(name).first().press('Enter');

/** From the note that a vote is open, without a mouse. */
async function vote(talker: Talker, note: string, side: string): Promise<void> {
  const { page } = talker.person;
  await page.locator('.toast', { hasText: note }).getByRole('button', { name: 'Vote' }).press('Enter');
  await panel(talker).getByRole('radio', { name: side }).press('Space');
  await talker.person.press('Enter');
  await expect(panel(talker).getByText('Your vote counts.')).toBeVisible();
}

/** @returns ms by this machine's clock from the key that opens the microphone to the one that closes it */
async function speak(speaker: Talker, listener: Talker, side: string): Promise<number> {
  await speaker.person.press('m');
  const fromMs = performance.now();
  await expect(listener).toHear(speaker);
  await expect(rowOf(listener, side).getByText('speaks')).toBeVisible();
  await listener.person.page.waitForTimeout(Math.max(0, SPEECH_MS - (performance.now() - fromMs)));
  await speaker.person.press('m');
  return performance.now() - fromMs;
}

async function closePanel(talker: Talker): Promise<void> {
  await talker.person.press('Escape');
  await expect(panel(talker)).toBeHidden();
}

test('[T28] [T29] [T64] [T66] a debate from its positions to how it moved everybody, by keyboard and in the list', async ({ hall }) => {
  const coming = { path: '/o/hall' };
  const [lea, max, ada, bob] = await Promise.all(['Lea', 'Max', 'Ada', 'Bob'].map((name) => hall.enter(name, coming)));
  if (!lea || !max || !ada || !bob) throw new Error('all are in');
  await Promise.all([lea.person.walkTo(tilePx(5, 3)), max.person.walkTo(tilePx(9, 3))]);
  await press(lea, 'Start talk');
  await lea.person.page.getByRole('dialog').getByLabel('Title').fill('Rye or wheat');
  await lea.person.press('Enter');

  await test.step('[T28] its positions are written, and everybody is asked before', async () => {
    await press(lea, 'Questions, polls, chapters');
    await panel(lea)
      .getByRole('tab', { name: /^Questions/ })
      .press('ArrowRight');
    await lea.person.press('ArrowRight');
    await panel(lea).getByRole('button', { name: 'New debate' }).press('Enter');
    await lea.person.page.keyboard.type('Rye');
    await lea.person.press('Enter');
    await lea.person.page.keyboard.type('Wheat');
    await panel(lea).getByRole('button', { name: 'Open the vote before' }).press('Enter');
    await vote(ada, 'A debate begins: vote before it.', 'Rye');
    await vote(bob, 'A debate begins: vote before it.', 'Wheat');
    // how many, and nothing more, to whoever leads it too
    await expect(panel(lea).getByText('2 people voted')).toBeVisible();
    await expect(panel(lea).getByText('%')).toHaveCount(0);
    await closePanel(bob);
  });

  await test.step('[T60] sides are taken, by whoever leads it alone', async () => {
    for (const [name, downs] of [
      ['Lea', 1],
      ['Max', 2],
    ] as const) {
      const side = panel(lea).getByRole('combobox', { name: `${name} speaks for` });
      for (let n = 0; n < downs; n++) await side.press('ArrowDown');
      await expect(side).toHaveValue(String(downs - 1));
    }
    await expect(panel(ada).getByRole('combobox')).toHaveCount(0);
    await panel(lea).getByRole('button', { name: 'Close the vote, start the clocks' }).press('Enter');
    await expect(ada.person.page.getByText('The debate is on.')).toBeAttached();
  });

  await test.step('[T29] voices drive the clocks, the same for everybody, and silence stops them', async () => {
    const spoken = { Rye: await speak(lea, ada, 'Rye'), Wheat: await speak(max, ada, 'Wheat') };
    await expectAccessible(ada.person, 'the clocks of a debate');
    for (const [side, ms] of Object.entries(spoken)) {
      // a microphone opens a moment after its key, and what was on the way is heard out
      await expect.poll(() => secondsOf(ada, side), { message: `${side} spoke for ${Math.round(ms)} ms` }).toBeGreaterThanOrEqual(1);
      expect((await secondsOf(ada, side)) * 1000).toBeLessThan(ms + 1000);
    }
    const clocks = async (talker: Talker) => [await secondsOf(talker, 'Rye'), await secondsOf(talker, 'Wheat')];
    const stood = await clocks(ada);
    await ada.person.page.waitForTimeout(1500);
    for (const talker of [ada, lea]) expect(await clocks(talker)).toEqual(stood);
  });

  await test.step('[T66] asked again, some have moved', async () => {
    await panel(lea).getByRole('button', { name: 'Open the vote after' }).press('Enter');
    await vote(bob, 'The debate is over: vote again.', 'Rye');
    await panel(ada).getByRole('radio', { name: 'Rye' }).press('Space');
    await ada.person.press('Enter');
    await expect(panel(lea).getByText('2 people voted')).toBeVisible();
    await closePanel(bob);
    await panel(lea).getByRole('button', { name: 'Show the result' }).press('Enter');
  });

  await test.step('[T162] everybody sees and hears how far', async () => {
    const words = '“Rye” won most people over: 50 points more.';
    // one looks at it, another is told by a note that leads there; both are read out
    await expect(ada.person.page.locator('[aria-live=polite]', { hasText: `The votes are counted. ${words}` })).toBeAttached();
    await bob.person.page.getByRole('status').filter({ hasText: words }).getByRole('button', { name: 'Show' }).press('Enter');
    for (const talker of [lea, ada, bob]) {
      const result = panel(talker).getByRole('region', { name: 'How it moved you' });
      await expect(result).toContainText(words);
      await expect(result.getByRole('listitem').filter({ hasText: 'Rye' })).toContainText(/Before: 50 % \(1\).*After: 100 % \(2\)/);
      await expect(result.getByRole('listitem').filter({ hasText: 'Wheat' })).toContainText(/50 points less.*After: 0 % \(0\)/);
    }
    await expectAccessible(bob.person, 'the result of a debate');
  });
});
