import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 60_000,
    // No test changes a module's state, so files may share what they load: half of the time was loading.
    isolate: false,
    // Half of the tests wait for processes of their own.
    maxWorkers: 3,
  },
});
