// Stories in a real Chromium (Debian's), one after the other: two pages of one story already keep a small machine busy.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'browser',
  // four pages, a segmentation model: on a busy machine these say more about the machine; `npm run test:long` has them
  ...(process.env.LONG_STORIES ? {} : { grepInvert: /@long/ }),
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
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      chromiumSandbox: false,
      args: [
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
});
