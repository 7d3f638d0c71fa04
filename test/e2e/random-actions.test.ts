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

let browser: Browser;
let workbench: Workbench | undefined;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

async function play({ steps }: Sequence, window: Workbench): Promise<void> {
  const user = newUser();
  for (const step of steps) await perform(window, step, user);
  await settle(window);
  expect((await wrongFigures(window)).join('; ')).toBe('');
  await check(window, user);
}

const SEQUENCES = fc.sample(SEQUENCE, { numRuns: cases(IN_CI), seed: fc.readConfigureGlobal()?.seed });

it(`holds over ${SEQUENCES.length} random sequences`, { timeout: SEQUENCES.length * 180_000 }, async () => {
  const failures: string[] = [];
  for (const [i, sequence] of SEQUENCES.entries()) {
    try {
      if (!workbench || i % IN_ONE_WINDOW === 0) {
        await workbench?.close();
        workbench = await openWorkbench({ browser, ...sequence.excel });
        await startWatching(workbench);
      }
      await play(sequence, workbench);
    } catch (reason) {
      failures.push(`Sequence ${i + 1}, ${JSON.stringify(sequence)}: ${String(reason).slice(0, 1500)}`);
      const errors = await workbench?.errorCells().catch(() => []);
      console.log(failures.at(-1), JSON.stringify(errors?.slice(0, 5)));
      await workbench?.screenshot(`random-${i + 1}`).catch(() => undefined);
      await workbench?.close();
      workbench = undefined;
    }
    if ((i + 1) % 10 === 0) console.log(`${i + 1} sequences, ${failures.length} of them failed`);
  }
  expect(failures).toEqual([]);
});
