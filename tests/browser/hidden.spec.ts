// A call behind another tab or on a locked phone, in a browser that really puts hidden pages to sleep.
import config from '../playwright.config.ts';
import { Ears, watchMedia } from '../support/Ears.ts';
import { OwnChromium } from '../support/OwnChromium.ts';
import { PITCHES, voiceFile } from '../support/voices.ts';
import { expect, meet, type Speaking, test } from './callStory.ts';
import type { OfficeOfTheStory, Person } from './story.ts';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Otherwise it takes five minutes until timers run once a minute only. */
const SLEEPS_SOON = '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/10';
const [, , , PITCH] = PITCHES;

interface Hidden extends Speaking {
  person: Person;
  /** Sockets to the office that were ever opened. */
  sockets(): number;
}

/** Somebody in a browser of their own, behind whose page another tab can be opened. */
async function withOwnBrowser(office: OfficeOfTheStory, tell: (ada: Hidden, hide: () => Promise<void>) => Promise<void>): Promise<void> {
  const args = (config.use?.launchOptions?.args ?? []).filter((arg) => !arg.includes('swiftshader'));
  const browser = await OwnChromium.start(EXECUTABLE, [...args, `--use-file-for-fake-audio-capture=${voiceFile(PITCH)}`, SLEEPS_SOON]);
  try {
    await browser.context.addInitScript(watchMedia);
    let sockets = 0;
    browser.context.on('page', (page) => page.on('websocket', () => sockets++));
    const person = await office.enter('Ada', {
      ...{ path: '/o/hall', context: browser.context, draws: false },
      preferences: { rawSound: true, isMicrophoneReady: true, devicesSeen: true, motion: 'reduced' },
    });
    const hide = async (): Promise<void> => {
      await browser.openAnotherTab();
      expect(await person.page.evaluate(() => document.visibilityState)).toBe('hidden');
    };
    await tell({ person, ears: new Ears(person.page), pitch: PITCH, sockets: () => sockets }, hide);
  } finally {
    await browser.close();
  }
}

/** In the page: gaps between the ticks of a timer, ms. */
function watchTimers(): void {
  const watched = globalThis as unknown as { timerGaps: number[] };
  watched.timerGaps = [];
  let lastMs = performance.now();
  setInterval(() => {
    watched.timerGaps.push(performance.now() - lastMs);
    lastMs = performance.now();
  }, 500);
}

const longestGap = ({ page }: Person): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(globalThis as unknown as { timerGaps: number[] }).timerGaps));

/** Heard at both ends again and again, over one and the same line. */
async function expectToTalkFor(ms: number, ada: Hidden, bob: Speaking): Promise<void> {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    await expect(bob).toHear(ada);
    await expect(ada).toHear(bob);
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
  expect((await ada.person.snapshot()).connection).toBe('online');
  expect(ada.sockets()).toBe(1);
  const { received, concealed } = await bob.ears.samples();
  expect(concealed / received).toBeLessThan(0.02);
}

test('[K40] behind another tab a call goes on at both ends', { tag: '@alone' }, async ({ office, hall }) => {
  test.setTimeout(120_000);
  const bob = await hall.enter('Bob');
  await withOwnBrowser(office, async (ada, hide) => {
    await meet(ada, bob);
    await expect(bob).toHear(ada);
    await ada.person.page.evaluate(watchTimers);
    await hide();
    await expectToTalkFor(12_000, ada, bob);
    // its timers are not those of a page that is seen
    expect(await longestGap(ada.person)).toBeGreaterThan(900);
    // somebody rings meanwhile: phones take the sound away, and give it back to a page that is looked at
    await ada.ears.takeSoundAway();
    await expect(ada).not.toHear(bob);
    await ada.person.page.bringToFront();
    await expect(ada).toHear(bob);
    expect(ada.sockets()).toBe(1);
  });
});

test('[K40] a page that nobody sees or hears keeps its line while its timers run once a minute', { tag: ['@alone', '@long'] }, async ({
  office,
}) => {
  test.setTimeout(300_000);
  await withOwnBrowser(office, async (ada, hide) => {
    await ada.person.page.evaluate(watchTimers);
    await hide();
    await expect.poll(() => longestGap(ada.person), { timeout: 150_000, intervals: [5000] }).toBeGreaterThan(50_000);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    expect((await ada.person.snapshot()).connection).toBe('online');
    expect(ada.sockets()).toBe(1);
  });
});

test('[K40] ten minutes behind another tab, one of them in silence', { tag: ['@alone', '@long'] }, async ({ office, hall }) => {
  test.setTimeout(900_000);
  const bob = await hall.enter('Bob');
  await withOwnBrowser(office, async (ada, hide) => {
    await meet(ada, bob);
    await ada.person.page.evaluate(watchTimers);
    await hide();
    await expectToTalkFor(240_000, ada, bob);
    await bob.person.button(/^Microphone/).press('Enter');
    await expect(ada).not.toHear(bob);
    await new Promise((resolve) => setTimeout(resolve, 75_000));
    await expect(bob).toHear(ada);
    await bob.person.button(/^Microphone/).press('Enter');
    await expectToTalkFor(270_000, ada, bob);
  });
});
