// Lips and voice: what somebody at the other side of the media server sees on the screen and hears from the speaker belongs together.
import { latenessOfPictures, letClap } from '../support/Clapperboard.ts';
import { FirefoxSpeakers } from '../support/FirefoxSpeakers.ts';
import { BadUdp } from '../support/media/BadUdp.ts';
import { expect, meet, test } from './callStory.ts';

/** K35. */
const MOST_APART_MS = 80;
/** Longer than a browser takes to put a person's tracks in step after the first reports of their clocks. */
const SETTLE_MS = 8000;

const problem = FirefoxSpeakers.problem();
if (problem) process.stdout.write(`Lip sync is not tested: ${problem}\n`);
test.skip(problem !== undefined, problem);
test.describe.configure({ timeout: 120_000 });
test.use({ env: { MEDIA_MESH_MAX: '1' } });

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

// the harder one takes a minute with its second try: `npm run test:long` has it
for (const [how, delayMs] of [
  ['', 0],
  [', also when the picture takes 200 ms longer on the way', 200],
] as const)
  test(`[K35] a flash is on the screen within ${MOST_APART_MS} ms of its beep from the speaker${how}`, {
    tag: delayMs > 0 ? ['@alone', '@long'] : '@alone',
  }, async ({ hall }) => {
    const speakers = await FirefoxSpeakers.start();
    const network = delayMs > 0 ? await BadUdp.open({ delayMs }, 7) : undefined;
    const ada = await hall.enter('Ada', network ? { pictureNetwork: network } : {});
    const bob = await hall.enter('Bob', { microphone: 'off', speakers: speakers.env, browser: { viewport: { width: 1366, height: 768 } } });
    await letClap(ada.person.page);
    await meet(ada, bob);
    await ada.person.button('Camera').press('Enter');
    await expect(bob).toSee(ada);
    await bob.person.page.waitForTimeout(SETTLE_MS);
    const lateness = await latenessOfPictures(bob.person.page, speakers.env, 12);
    expect(lateness.length).toBeGreaterThanOrEqual(8);
    expect(Math.abs(median(lateness))).toBeLessThan(MOST_APART_MS);
    await network?.close();
    await speakers.stop();
  });
