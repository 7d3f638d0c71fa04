/** Runs the engine's tests on one mutant after another, as the parent process names them. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Script } from 'node:vm';
import { Modules } from './modules';
import type { Mutation } from './mutations';
import { testsOf, vitest, type Test } from './vitest-stand-in';

export interface Baseline {
  /** Tests that fail without a mutation: there must be none. */
  failing: string[];
  milliseconds: number;
}

/** What became of a mutant: the test that noticed, or null where none did. */
export interface Verdict {
  index: number;
  killedBy: string | null;
}

/** An endless loop is noticed, too: a test may take so many times as long as without the mutation, and so long anyhow. */
const PATIENCE = 20;
const AT_LEAST = 2_000;

const modules = new Modules({ vitest });
const runTest = new Script('globalThis.testOfMutant()');

/** The error of a test, or null. */
function failure(run: () => void, usual = 0): string | null {
  Object.assign(globalThis, { testOfMutant: run });
  try {
    runTest.runInThisContext({ timeout: Math.ceil(Math.max(AT_LEAST, PATIENCE * usual)) });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** How long each test takes, by file and name: the quick ones are asked first. */
const durations = new Map<string, number>();

function baseline(files: readonly string[]): Baseline {
  const failing: string[] = [];
  const started = performance.now();
  for (const file of files)
    for (const { name, run } of testsOf(() => modules.load(file))) {
      const before = performance.now();
      const error = failure(run, 60_000);
      durations.set(`${file} ${name}`, performance.now() - before);
      if (error !== null) failing.push(`${file}: ${name}: ${error.slice(0, 300)}`);
    }
  // A counterexample is enough; nobody reads the smallest.
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
  return { failing, milliseconds: performance.now() - started };
}

function killerOf(files: readonly string[], { file, start, end, after }: Mutation): string | null {
  const text = readFileSync(file, 'utf8');
  try {
    modules.substitute(file, text.slice(0, start) + after + text.slice(end));
  } catch {
    return 'the compiler';
  }
  const touched = modules.dependents(file);
  const tests: (Test & { file: string })[] = [];
  try {
    for (const testFile of files.filter((each) => touched.has(each))) {
      let declared: Test[] = [];
      const error = failure(() => (declared = testsOf(() => modules.load(testFile))));
      if (error !== null) return testFile;
      tests.push(...declared.map((test) => ({ ...test, file: testFile })));
    }
    const duration = ({ file: of, name }: (typeof tests)[number]) => durations.get(`${of} ${name}`) ?? 0;
    tests.sort((a, b) => duration(a) - duration(b));
    return tests.find((test) => failure(test.run, duration(test)) !== null)?.name ?? null;
  } finally {
    modules.substitute(file, null);
  }
}

let files: readonly string[] = [];
process.on('message', (message: { files: string[] } | { index: number; mutation: Mutation }) => {
  if ('files' in message) {
    files = message.files;
    process.send!(baseline(files));
  } else {
    const { index, mutation } = message;
    process.send!({ index, killedBy: killerOf(files, mutation) } satisfies Verdict);
  }
});
