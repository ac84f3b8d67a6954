// Which tests there are: pure rules beside their sources, the architecture, the whole server with real clients, and the long ones.
import { defineConfig } from 'vitest/config';

// a second try is for a machine that had no time for the first one; it is printed
const whole = { testTimeout: 60_000, hookTimeout: 30_000, retry: 1 };

const STORE = 'server/src/store/**/*.test.ts';
const INTEGRATION = 'tests/integration/**/*.test.ts';
/** Sound, pictures and steps: how late they come is what is tested. */
const PUNCTUAL = 'tests/integration/{announcing,auditoriumMedia,gliding,media*,record*,talkClock,walking}.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,client,assets}/src/**/*.test.ts', 'tests/*.test.ts', 'tests/support/**/*.test.ts'],
          exclude: ['tests/architecture.test.ts', STORE],
          // nothing is mutable at module level, so files may share what they load: half the time
          isolate: false,
          // without a word of ours one of two cores would be left to nobody
          maxWorkers: 2,
        },
      },
      // each on SQLite and on a PostgreSQL that is started for all of them
      {
        test: {
          name: 'store',
          include: [STORE],
          isolate: false,
          maxWorkers: 2,
          // a store is a thread and a database of its own: a second on a machine that does much else
          testTimeout: 30_000,
          hookTimeout: 30_000,
          globalSetup: ['tests/support/provideDatabases.ts'],
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      // whole servers, a process each, which wait for the clock more than they work. What times others is with its like: a server that starts
      // beside it takes a second of a core
      { test: { name: 'integration', include: [INTEGRATION], exclude: [PUNCTUAL], ...whole, maxWorkers: 4, sequence: { groupOrder: 1 } } },
      { test: { name: 'punctual', include: [PUNCTUAL], ...whole, maxWorkers: 3, sequence: { groupOrder: 2 } } },
      { test: { name: 'long', include: ['tests/long/**/*.test.ts'], ...whole, testTimeout: 1_200_000, fileParallelism: false } },
    ],
  },
});
