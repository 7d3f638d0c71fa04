/**
 * Users do one thing after another while Excel interrupts, delays and forgets, both drawn at random. At no moment does
 * the pane show as current a figure that is not; at the end pane, Start, Forecast and a fresh run of the engine agree
 * to the cent, and nothing of the user's is lost. CI draws a few sequences; `npm run test:deep:browser` draws 200.
 */
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { cases } from '../random-cases';
import { check, newUser, perform, SEQUENCE, settle, type Sequence } from './random-user';
import { startWatching, wrongFigures } from './watch-pane';

/** About half a minute of an idle machine. */
const IN_CI = 2;
/** Sequences that one window plays one after another, each on what the one before left empty. */
const IN_ONE_WINDOW = 4;
/** Side by side: users think, and Excel answers late, most of the time. */
const WINDOWS = 2;

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

async function play({ steps }: Sequence, window: Workbench): Promise<void> {
  const user = newUser();
  for (const step of steps) await perform(window, step, user);
  await settle(window);
  expect((await wrongFigures(window)).join('; ')).toBe('');
  await check(window, user);
}

async function opened(sequence: Sequence): Promise<Workbench> {
  const window = await openWorkbench({ browser, ...sequence.excel });
  await startWatching(window);
  return window;
}

const SEQUENCES = fc.sample(SEQUENCE, { numRuns: cases(IN_CI), seed: fc.readConfigureGlobal()?.seed });

it(`holds over ${SEQUENCES.length} random sequences`, { timeout: SEQUENCES.length * 180_000 }, async () => {
  const failures: string[] = [];
  let begun = 0,
    played = 0;

  async function playOn(): Promise<void> {
    while (begun < SEQUENCES.length) {
      const first = begun;
      begun += IN_ONE_WINDOW;
      let window: Workbench | undefined;
      for (const [i, sequence] of SEQUENCES.slice(first, begun).entries()) {
        try {
          window ??= await opened(sequence);
          await play(sequence, window);
        } catch (reason) {
          const number = first + i + 1;
          failures.push(`Sequence ${number}, ${JSON.stringify(sequence)}: ${String(reason).slice(0, 1500)}`);
          const errors = await window?.errorCells().catch(() => []);
          console.log(failures.at(-1), JSON.stringify(errors?.slice(0, 5)));
          await window?.screenshot(`random-${number}`).catch(() => undefined);
          await window?.close();
          window = undefined;
        }
        if (++played % 10 === 0) console.log(`${played} sequences, ${failures.length} of them failed`);
      }
      await window?.close();
    }
  }

  await Promise.all(Array.from({ length: WINDOWS }, playOn));
  expect(failures).toEqual([]);
});
