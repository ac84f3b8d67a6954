// `npm run bench -- client`: what the drawn office costs the page's main thread, in Chromium at 640x360.
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Bench } from './run.ts';
import { serveScenePage } from './scenePage/serveScenePage.ts';

/** Avatars in view -> the most of the main thread's processor time that one frame may take, ms. */
const GOALS = [
  { avatars: 50, goalMs: 2 },
  { avatars: 200, goalMs: 3 },
  { avatars: 1000, goalMs: 8 },
] as const;
/** Everybody stands in a conversation of four, in view: the most a frame may take while rings form. */
const CIRCLES = { avatars: 200, goalMs: 3 };
/** Nobody moves: share of one core. */
const IDLE_GOAL = 0.03;
const SECONDS = 6;
/** Composing avatars and baking the map is done once. */
const SETTLED = 'document.fonts.status === "loaded" && scenePage.settled()';

const framesDrawn = (page: Page): Promise<number> => page.evaluate('scenePage.scene.frame.count');

/** How long the page's main thread has been busy so far, s, by the clock. */
async function busySeconds(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
}

/** Lets the page run on its own for a while: the thing measured is what it does in that time. */
const letRun = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));

async function open(page: Page, url: string, query: string): Promise<void> {
  await page.goto(`${url}?${query}`);
  await page.waitForFunction('window.scenePage', undefined, { timeout: 120_000 });
  await page.waitForFunction(SETTLED, undefined, { timeout: 120_000 });
}

/** What the browser noted of a frame's callback: us by the clock and us of the thread's processor time. */
interface Fired {
  name: string;
  dur?: number;
  tdur?: number;
}

const medianMs = (us: readonly number[]): number => (us.toSorted((a, b) => a - b)[us.length >> 1] ?? Number.NaN) / 1000;

/**
 * Medians of what a frame takes on the main thread. Judged by processor time: the threads that draw in place of a graphics card want the same
 * cores, and how long the page waits for them is theirs.
 */
async function measureFrames(browser: Browser, page: Page, url: string, avatars: number, seconds: number, more = 'walking=1') {
  await open(page, url, `people=${avatars}&zoom=1&spread=150&hour=20&${more}`);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await letRun(seconds);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Fired[] };
  const fired = traceEvents.filter(({ name, tdur }) => name === 'FireAnimationFrame' && tdur !== undefined);
  return {
    avatars,
    frames: fired.length,
    frameMs: medianMs(fired.map(({ tdur }) => tdur ?? 0)),
    clockMs: medianMs(fired.map(({ dur }) => dur ?? 0)),
  };
}

async function measureRest(page: Page, url: string, seconds: number) {
  await open(page, url, 'people=50&zoom=1&spread=150&hour=12&circles=4');
  const spent = await busySeconds(page);
  const share = async (): Promise<{ share: number; frames: number }> => {
    const from = { s: await spent(), frames: await framesDrawn(page) };
    await letRun(seconds);
    return { share: ((await spent()) - from.s) / seconds, frames: (await framesDrawn(page)) - from.frames };
  };
  const idle = await share();
  // a background tab of a headless browser stays visible, so it is told that it is hidden
  await page.evaluate(
    `Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }), document.dispatchEvent(new Event('visibilitychange'))`,
  );
  const hidden = await share();
  return { idle, hidden };
}

export const client: Bench = {
  usage: 'client [--seconds S]',
  async run({ seconds = SECONDS }, say) {
    const served = await serveScenePage(0);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      chromiumSandbox: false,
      args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
      const frames = [];
      for (const { avatars, goalMs } of GOALS) {
        const measured = { ...(await measureFrames(browser, page, served.url, avatars, seconds)), goalMs };
        say(
          `${avatars} avatars: ${measured.frameMs.toFixed(2)} ms a frame (goal ${goalMs}; by the clock ${measured.clockMs.toFixed(2)}), ${measured.frames} frames in ${seconds} s`,
        );
        frames.push({ ...measured, reached: measured.frameMs <= goalMs });
      }
      const circles = {
        ...(await measureFrames(browser, page, served.url, CIRCLES.avatars, seconds, 'circles=4&doors=1')),
        goalMs: CIRCLES.goalMs,
      };
      say(
        `${circles.avatars} avatars in conversations whose doors open and close: ${circles.frameMs.toFixed(2)} ms a frame (goal ${circles.goalMs})`,
      );
      const { idle, hidden } = await measureRest(page, served.url, seconds);
      say(`nobody moves: ${(idle.share * 100).toFixed(1)} % of a core, ${idle.frames} frames; hidden: ${hidden.frames} frames`);
      return {
        frames,
        circles: { ...circles, reached: circles.frameMs <= circles.goalMs },
        idle: { ...idle, goal: IDLE_GOAL, reached: idle.share < IDLE_GOAL },
        hidden: { ...hidden, reached: hidden.frames === 0 },
      };
    } finally {
      await browser.close();
      await served.close();
    }
  },
};
