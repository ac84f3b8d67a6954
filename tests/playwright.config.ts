// Stories in a real Chromium (Debian's).
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Stories that time sound or count frames, need links at once, or the whole browser: another one beside them would be heard in what they measure. */
const ALONE = /@alone/;
/** Four pages, a segmentation model, minutes: on a busy machine these say more about the machine; `npm run test:long` has them. */
const LEFT_OUT = process.env.LONG_STORIES ? [] : [/@long/];

const CHROMIUM = '/usr/bin/chromium';
/** The same engine without what browsers have around their pages: a quarter of the work less. What is timed, and what lasts over visits, is tried in the whole browser. */
const SHELL = '/usr/bin/chromium-headless-shell';

const launchOptions = {
  executablePath: process.env.CHROMIUM ?? CHROMIUM,
  chromiumSandbox: false,
  args: [
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    // pages are put together without the imitated graphics card, which has enough to do with the office: a third of the work less
    '--disable-gpu-compositing',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ],
};
const inShell = { ...launchOptions, executablePath: process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : CHROMIUM) };

export default defineConfig({
  testDir: 'browser',
  // `npm test` runs the first two at a time, the second one by one
  projects: [
    { name: 'together', grepInvert: [ALONE, ...LEFT_OUT], use: { launchOptions: inShell } },
    { name: 'alone', grep: ALONE, grepInvert: LEFT_OUT },
  ],
  // each story has an office of its own: no worker waits for the other's file
  fullyParallel: true,
  outputDir: '../test-results',
  workers: 1,
  // software rendering on a shared machine: what passes only the second time is printed as flaky
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 640, height: 360 },
    // recording costs a fifth of a story's time: a second try has it
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    video: 'off',
    launchOptions,
  },
});
