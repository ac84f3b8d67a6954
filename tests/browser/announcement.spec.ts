// An announcement as people hear it: decoded sound at the ear of those who talk with the host, who talk with others, and who are not to be disturbed.
import { giveRank } from '../support/giveRank.ts';
import { tilePx } from '../support/smallMaps.ts';
import { expect, HEARD, meet, type Talker, test } from './callStory.ts';

test.describe.configure({ timeout: 60_000 });

/** One voice is 50 packets a second, silence too: all of its sound is sent. */
const OF_TWO = 75;
/** The second time it would be turned down, like all of the conversation. */
const LOUDER = 1.2;
/** A word is not lost in it: the change from one way to the other, and back. */
const GAP_MS = 500;

const loudness = async (listener: Talker, speaker: Talker): Promise<number> =>
  (await listener.ears.listen('ear', [speaker.pitch], 1000))[0] ?? 0;

/** Links are made within two; on a machine that does much else it takes longer, and what is heard meanwhile is the same. */
const PART_MS = 2500;
const MOST_PARTS = 8;

/** What somebody hears of a voice until something has happened, and for a part after it: the longest silence, ms, and the loudest moment. */
async function during(listener: Talker, speaker: Talker, hasHappened: () => Promise<boolean>): Promise<{ gapMs: number; loudest: number }> {
  let [gapMs, loudest] = [0, 0];
  let heardMs: number | undefined;
  for (let parts = 1; ; parts++) {
    const isLast = await hasHappened();
    for (const { atMs, amplitudes } of await listener.ears.follow('ear', [speaker.pitch], PART_MS)) {
      heardMs ??= atMs;
      gapMs = Math.max(gapMs, atMs - heardMs);
      loudest = Math.max(loudest, amplitudes[0] ?? 0);
      if ((amplitudes[0] ?? 0) > HEARD) heardMs = atMs;
    }
    if (isLast) return { gapMs, loudest };
    if (parts === MOST_PARTS) throw new Error('it did not happen');
  }
}

/** Of sound, over all links. */
async function packetsPerS({ ears }: Talker, ms = 1500): Promise<number> {
  const sum = async (): Promise<number> => (await ears.packets()).reduce((total, packets) => total + packets, 0);
  const [before, beganMs] = [await sum(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, ms));
  return ((await sum()) - before) / ((performance.now() - beganMs) / 1000);
}

const talks = (talker: Talker) =>
  expect.poll(async () => (await talker.person.snapshot()).conversation?.members.length, { timeout: 15_000 }).toBe(2);

test('[K44] a host speaks to everybody: heard once by their own circle, beside their own talk by others, and not by who is not to be disturbed; [P30] muted by the host one is silent, until one speaks again', {
  tag: '@alone',
}, async ({ hall, office }) => {
  const [ada, bob, cem, dia] = await Promise.all([hall.enter('Ada'), hall.enter('Bob'), hall.enter('Cem'), hall.enter('Dia')]);
  giveRank(office.server.dataDir, (await ada.person.me()).id, 'host');
  await ada.person.page.reload();
  await ada.person.isInside();
  await Promise.all([meet(ada, bob), cem.person.walkTo(tilePx(33, 20)), dia.person.walkTo(tilePx(34, 20))]);
  await Promise.all([talks(cem), talks(dia)]);
  await dia.person.button(/^You, Dia:/).press('Enter');
  await dia.person.page.getByRole('menuitemradio', { name: /Do not disturb/ }).press('Enter');
  await expect.poll(async () => (await dia.person.me()).availability).toBe('doNotDisturb');
  for (const [listener, speaker] of [
    [bob, ada],
    [cem, dia],
    [dia, cem],
  ] as const)
    await expect(listener).toHear(speaker);
  const before = { bob: await loudness(bob, ada), cem: await loudness(cem, dia) };

  await ada.person.button('Host').press('Enter');
  await ada.person.page.getByRole('menuitem', { name: /^Announcement/ }).press('Enter');
  await ada.person.button('Speak to everybody').press('Enter');
  // while links are made, and into the first words
  const begins = await during(bob, ada, async () => (await ada.person.snapshot()).announcement?.state === 'speaking');
  expect(begins.gapMs).toBeLessThan(GAP_MS);
  expect(begins.loudest).toBeLessThan(before.bob * LOUDER);

  const coming = await packetsPerS(bob);
  expect(coming).toBeGreaterThan(OF_TWO / 3);
  expect(coming).toBeLessThan(OF_TWO);

  await expect(cem).toHear(ada);
  const partner = await loudness(cem, dia);
  expect(partner).toBeLessThan(before.cem * 0.5);
  expect(partner).toBeGreaterThan(before.cem * 0.12);
  expect((await dia.ears.listen('line', [ada.pitch], 1000))[0]).toBeLessThan(HEARD);
  expect((await dia.person.snapshot()).announcement).toMatchObject({ name: 'Ada', state: 'none' });

  const [ends] = await Promise.all([during(bob, ada, async () => true), ada.person.button('End').press('Enter')]);
  expect(ends.gapMs).toBeLessThan(GAP_MS);
  expect(ends.loudest).toBeLessThan(before.bob * LOUDER);
  await expect(cem).not.toHear(ada);
  expect(await loudness(cem, dia)).toBeGreaterThan(before.cem * 0.8);
  await expect(bob).toHear(ada);

  // P30: with the same host; Bob's own browser obeys, and the media server does not wait for it
  await expect(ada).toHear(bob);
  const { page } = ada.person;
  await page.getByRole('button', { name: 'More with Bob' }).first().press('Enter');
  await page.getByRole('button', { name: 'Close the microphone of Bob' }).press('Enter');
  await expect(bob.person.page.getByText('Ada closed your microphone.')).toBeVisible();
  await expect(ada).not.toHear(bob);
  expect((await ada.ears.listen('line', [bob.pitch], 1000))[0]).toBeLessThan(0.001);
  await expect(bob).toHear(ada);
  await bob.person.button('Microphone').press('Enter');
  await expect(ada).toHear(bob);
});
