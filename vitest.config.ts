import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** CI adds up the results of its runs; everybody else wants the failures and one closing line. */
const results = process.env['WAYPOST_TEST_RESULTS'];

/** How long is waited for what a window or a server will do is a property of the machine, and not of what is tested. */
const patient = { poll: { timeout: 30_000 } };

const quiet = fileURLToPath(new URL('./test/quiet-reporter.ts', import.meta.url));

export default defineConfig({
  test: {
    reporters: results === undefined ? [quiet] : [quiet, ['json', { outputFile: results }]],
    projects: [
      // Our modules keep no state, so that the files can share them: half the time.
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      { test: { name: 'security', include: ['test/security/*.test.ts'], testTimeout: 60_000 } },
      // The real window's contents in Chromium, on a fake main process.
      {
        test: {
          name: 'ui',
          expect: patient,
          include: ['test/ui/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      // The packaged app on a real Electron.
      {
        test: {
          name: 'e2e',
          expect: patient,
          include: ['test/e2e/*.test.ts', 'test/security/packaged/*.test.ts'],
          globalSetup: ['test/e2e/setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      // The same on real servers.
      {
        test: {
          name: 'e2e-lab',
          expect: patient,
          include: ['test/e2e/lab/*.test.ts'],
          globalSetup: ['test/lab/world/setup.ts', 'test/e2e/setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'lab',
          expect: patient,
          include: ['test/lab/**/*.test.ts'],
          globalSetup: ['test/lab/clients/setup.ts', 'test/lab/world/setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
