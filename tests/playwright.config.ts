// Stories in a real Chromium (Debian's).
import { defineConfig } from '@playwright/test';

/** Stories that listen, look or count frames: another one beside them would be heard in what they measure. */
const ALONE =
  /(?:announcement|apart|callScreens|calls|deployCaddy|devices|echo|firefox|hidden|lipSync|pictureSizes|rehearsal|restingSound|staying|turn)\.spec\.ts$/;

export default defineConfig({
  testDir: 'browser',
  // `npm test` runs the first two at a time, the second one by one
  projects: [
    { name: 'together', testIgnore: ALONE },
    { name: 'alone', testMatch: ALONE },
  ],
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
