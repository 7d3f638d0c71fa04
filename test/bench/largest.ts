/** What each function takes at its largest: the first time, with inputs changed, and again. */
import type { WorksheetFunction } from '../../src/functions/answering';
import { cpuTime } from '../tables/cpu-time';
import { ROWS } from './largest-rows';
import { print } from './print';

/** Milliseconds. Excel restarts a runtime that is silent for 5 s; a person waits for one. */
const LIMIT = 1_000;
const RUNS = 5;

type Calculate = (...args: unknown[]) => unknown[][];

const LARGEST_HEADER = {
  what: 'Function',
  first: 'Inputs changed',
  again: 'Again',
  target: 'Limit',
  verdict: 'Verdict',
};

/** Times all functions and prints their table. @throws when one cannot be timed. */
export async function bench(): Promise<void> {
  console.log(
    '\nEach function at its largest (200,000 cells; 200 programs, 1,000 payers and items, 120 months, 12 scenarios); processor time, the best of 5:',
  );
  print(await atLargestTables(), LARGEST_HEADER);
}

/** @throws when a function has no row, or answers one with an error: then the row times nothing. */
async function atLargestTables(): Promise<(typeof LARGEST_HEADER)[]> {
  const functions = await worksheetFunctions();
  for (const id of functions.keys())
    if (!ROWS.some((row) => row.id === id)) throw new Error(`PPPM.${id} has no row in test/bench/largest.ts`);
  let variant = 0;
  return ROWS.map(({ id, of, args }) => {
    const what = of ? `${id}, ${of}` : id;
    const first: number[] = [];
    const again: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const given = args(++variant);
      const call = () => {
        const wrong = functions.get(id)!(...given)
          .flat()
          .find((cell) => cell instanceof Error);
        if (wrong) throw new Error(`${what}: ${String(wrong)}`);
      };
      first.push(cpuTime(call));
      again.push(cpuTime(call));
    }
    const [took, repeated] = [Math.min(...first), Math.min(...again)];
    return {
      what,
      first: milliseconds(took),
      again: milliseconds(repeated),
      target: `≤ ${LIMIT} ms`,
      verdict: took <= LIMIT ? 'met' : 'NOT MET',
    };
  });
}

const milliseconds = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

/** By their ids, as Excel comes to know them. */
async function worksheetFunctions(): Promise<Map<string, Calculate>> {
  const functions = new Map<string, Calculate>();
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, calculate: Calculate) => functions.set(id, calculate),
      Error: class extends Error {
        constructor(_: string, message: string) {
          super(message);
        }
      },
      ErrorCode: {},
    },
  });
  await import('../../src/functions/index');
  // Loaded here, so that they answer at once as the others do.
  const { answering } = await import('../../src/functions/answering');
  const { LATER } = await import('../../src/functions/later');
  const { simulateAtOnce } = await import('../../src/functions/simulate');
  for (const [id, load] of Object.entries(LATER)) {
    const loaded = (id === 'SIMULATE' ? simulateAtOnce : await load()) as WorksheetFunction;
    functions.set(id, answering(id, loaded) as Calculate);
  }
  return functions;
}
