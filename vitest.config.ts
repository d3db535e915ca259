import { defineConfig } from 'vitest/config';

const slow = 'test/**/*.slow.test.ts';
const shared = {
  // No test changes a module's state, so files may share what they load: half of the time was loading.
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/**
 * `quick` runs on every change. `slow` is what needs whole nights in processes of their own (kills, full disks, a
 * browser, an installed package): `.ci/run` runs both.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/support/build.ts'],
    // Each worker loads all modules once more, so that a third one on two cores costs more than it does.
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'quick', include: ['test/**/*.test.ts'], exclude: [slow] } },
      { test: { ...shared, name: 'slow', include: [slow] } },
    ],
  },
});
