// Which tests there are: pure rules beside their sources, the architecture, the whole server with real clients, and the long ones.
import { defineConfig } from 'vitest/config';

// whole servers in one process: one after the other, so that timings mean something
// (a second try is for a machine that had no time for the first one; it is printed)
const whole = { testTimeout: 60_000, hookTimeout: 30_000, fileParallelism: false, retry: 1 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,client,assets}/src/**/*.test.ts', 'tests/*.test.ts', 'tests/support/**/*.test.ts'],
          exclude: ['tests/architecture.test.ts'],
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...whole } },
      { test: { name: 'long', include: ['tests/long/**/*.test.ts'], ...whole, testTimeout: 1_200_000 } },
    ],
  },
});
