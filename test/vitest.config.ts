import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
/** Folders whose tests read dist/ or drive a browser on it. */
const BUILT = ['test/contract', 'test/e2e'];

export default defineConfig({
  root,
  define: { __VERSION__: JSON.stringify('0.0.0') },
  test: {
    // The machines of CI have two cores.
    maxWorkers: 2,
    setupFiles: ['test/fixed-seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['test/**/*.test.{ts,tsx}', 'src/workbench/test/**/*.test.ts'],
          exclude: BUILT.map((folder) => `${folder}/**`),
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: BUILT.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          globalSetup: ['test/build-once.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
