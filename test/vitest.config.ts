/**
 * `npm test` runs every test: over twenty minutes on two cores, five is the aim. `npm run test:quick` (mode quick) leaves out what needs a
 * browser or a build, and draws few random cases. Either says what it left out. Two deep lanes draw many more of what
 * takes long: `npm run test:deep` holds the engine against the second implementation on more than 5,000 random models of
 * each kind, `npm run test:deep:browser` plays 200 random sequences and cuts Build off at every call.
 */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { hasBrowser } from '../src/workbench/driver/installed-browser';

const root = join(import.meta.dirname, '..');
/** Folders whose tests read dist/ or drive a browser on it. */
const BUILT = ['test/contract', 'test/e2e'];
/** Tests that drive a browser, of what is built and of sources. */
const IN_A_BROWSER = [
  'test/e2e/**',
  '**/grid/grid.test.ts',
  '**/host/custom-functions.test.ts',
  '**/host/window.test.ts',
];
/** How many random cases the other lanes draw of those that a test names. */
const CASES: Readonly<Record<string, string>> = { quick: '0.02', deep: '17', 'deep-browser': '100' };

export default defineConfig(({ mode }) => {
  const isQuick = mode === 'quick';
  const leftOut = isQuick || !hasBrowser() ? IN_A_BROWSER : [];
  if (isQuick) console.log('Left out: browser, build, and most random cases. `npm test` runs everything.');
  else if (leftOut.length)
    console.log(
      'Left out: the tests in a browser, for there is none. Install Chrome or Edge, or name one in CHROME_PATH.',
    );
  return {
    root,
    define: { __VERSION__: JSON.stringify('0.0.0') },
    test: {
      // The machines of CI have two cores.
      maxWorkers: 2,
      env: mode in CASES ? { RUNS: process.env['RUNS'] ?? CASES[mode] } : {},
      setupFiles: ['test/random-cases.ts'],
      projects: [
        {
          extends: true,
          test: {
            name: 'source',
            include: ['test/**/*.test.{ts,tsx}', 'src/workbench/test/**/*.test.ts'],
            exclude: [...BUILT.map((folder) => `${folder}/**`), ...leftOut],
            // Random cases by the hundred, on a machine that may have other work to do.
            testTimeout: 60_000,
            // A fresh start for each file takes longer than most files; the full lane gives it, so that none leans on another.
            isolate: !isQuick,
            sequence: { groupOrder: 0 },
          },
        },
        {
          extends: true,
          test: {
            name: 'built',
            include: BUILT.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
            exclude: leftOut,
            globalSetup: ['test/build-once.ts'],
            testTimeout: 120_000,
            hookTimeout: 180_000,
            sequence: { groupOrder: 1 },
          },
        },
      ],
    },
  };
});
