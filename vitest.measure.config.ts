import { defineConfig } from 'vitest/config';

/** Measurements print tables and take minutes: `npm run evaluate`, `npm run bench`; a name after `--` picks one. */
export default defineConfig({
  test: {
    include: ['**/*.eval.ts', '**/*.bench.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 30 * 60_000,
    disableConsoleIntercept: true,
    fileParallelism: false,
    reporters: ['dot'],
  },
});
