// `npm run bench -- client`: what the drawn office costs the page's main thread, in Chromium at 640x360.
import { chromium, type Page } from '@playwright/test';
import type { Bench } from './run.ts';
import { serveScenePage } from './scenePage/serveScenePage.ts';

/** Avatars in view -> the most main-thread time one frame may take, ms. */
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

/** Processor time the page's main thread has spent so far, s; it does not grow while another program has the processor. */
async function threadSeconds(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
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

/** Runs in the page: the time of each frame drawn within `ms`, as the frame loop counts it. */
const FRAME_TIMES = (ms: number): string => `new Promise((done) => {
  const { frame } = scenePage.scene;
  const until = performance.now() + ${ms};
  const times = [];
  let { count, totalMs } = frame;
  const look = () => {
    if (frame.count === count + 1) times.push(frame.totalMs - totalMs);
    ({ count, totalMs } = frame);
    if (performance.now() < until) requestAnimationFrame(look);
    else done(times);
  };
  look();
})`;

/** Median and mean: a frame in which another program had the processor says nothing about ours. */
async function measureFrames(page: Page, url: string, avatars: number, seconds: number, more = 'walking=1') {
  await open(page, url, `people=${avatars}&zoom=1&spread=150&hour=20&${more}`);
  const times = (await page.evaluate<number[]>(FRAME_TIMES(seconds * 1000))).sort((a, b) => a - b);
  const mean = times.reduce((sum, ms) => sum + ms, 0) / Math.max(1, times.length);
  return { avatars, frames: times.length, frameMs: times[times.length >> 1] ?? Number.NaN, meanMs: mean };
}

async function measureRest(page: Page, url: string, seconds: number) {
  await open(page, url, 'people=50&zoom=1&spread=150&hour=12&circles=4');
  const spent = await threadSeconds(page);
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
        const measured = { ...(await measureFrames(page, served.url, avatars, seconds)), goalMs };
        say(
          `${avatars} avatars: ${measured.frameMs.toFixed(2)} ms a frame (goal ${goalMs}; mean ${measured.meanMs.toFixed(2)}), ${measured.frames} frames in ${seconds} s`,
        );
        frames.push({ ...measured, reached: measured.frameMs <= goalMs });
      }
      const circles = { ...(await measureFrames(page, served.url, CIRCLES.avatars, seconds, 'circles=4&doors=1')), goalMs: CIRCLES.goalMs };
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
