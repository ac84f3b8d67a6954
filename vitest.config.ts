// Which tests there are: pure rules beside their sources, the architecture, the whole server with real clients, and the long ones.
import { defineConfig } from 'vitest/config';

// a second try is for a machine that had no time for the first one; it is printed
const whole = { testTimeout: 60_000, hookTimeout: 30_000, retry: 1 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,client,assets}/src/**/*.test.ts', 'tests/*.test.ts', 'tests/support/**/*.test.ts'],
          exclude: ['tests/architecture.test.ts'],
          // nothing is mutable at module level, so files may share what they load: half the time
          isolate: false,
          // without a word of ours one of two cores would be left to nobody
          maxWorkers: 2,
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      // whole servers, a process each: they wait for the clock more than they work, so two at once are as punctual as one
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...whole, maxWorkers: 2 } },
      { test: { name: 'long', include: ['tests/long/**/*.test.ts'], ...whole, testTimeout: 1_200_000, fileParallelism: false } },
    ],
  },
});
