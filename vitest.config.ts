import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['shared/src/**/*.test.ts', 'server/src/**/*.test.ts', 'client/src/**/*.test.ts', 'assets/src/**/*.test.ts', 'tests/*.test.ts'], exclude: ['tests/architecture.test.ts'] } },
      { test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 30_000, fileParallelism: false } },
    ],
  },
});
