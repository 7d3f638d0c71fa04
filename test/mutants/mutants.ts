/**
 * `npm run mutants`: makes small mistakes in the engine, one at a time, and runs its tests (the second implementation
 * on random models, the worked examples, the identities) until one notices. What survives is a rule that no test
 * holds. Prints the survivors and the share killed by file, and leaves with 1 where a share is below its floor in
 * floors.json.
 *   npm run mutants -- [--only PART] [--all]
 * Of all mutants a sample is taken, always the same; --all takes every one, --only those of files whose path has PART.
 *
 * Own code and not Stryker: its version 9 (10 wants Node 22) evaluates vitest's test files anew for nearly every
 * mutant, because nearly all of the engine is constants and functions of a module. Here 400 mutants cost two minutes of
 * a processor; Stryker had not finished the 369 of two files after eight minutes on a machine that was as busy.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { mutationsOf, type Mutation } from './mutations';
import type { Baseline, Verdict } from './worker';

const root = join(__dirname, '..', '..');
const shown = (path: string): string => relative(root, path).split(sep).join('/');

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name))
    .sort();
}

const { values } = parseArgs({ options: { only: { type: 'string' }, all: { type: 'boolean' } } });

/** So many take a minute or two on two cores. */
const SAMPLE = 600;

/** The same on every machine. */
function sampled(mutations: Mutation[], count: number): Mutation[] {
  let state = 20_270_101;
  const weighed = mutations.map((mutation) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { mutation, weight: state };
  });
  return weighed
    .sort((a, b) => a.weight - b.weight)
    .slice(0, count)
    .map(({ mutation }) => mutation);
}

/** Past bugs of the engine are tests of it, too. */
const asksEngineAlone = (file: string): boolean =>
  [...readFileSync(file, 'utf8').matchAll(/from '[./]*\/src\/(\w+)/g)].every(([, room]) => room === 'engine') &&
  readFileSync(file, 'utf8').includes('/src/engine/');
const tests = [
  ...filesIn('test/engine', '.test.ts'),
  ...filesIn('test/regressions', '.test.ts').filter(asksEngineAlone),
];
const all = filesIn('src/engine', '.ts')
  .filter((file) => shown(file).includes(values.only ?? ''))
  .flatMap((file) => mutationsOf(file, readFileSync(file, 'utf8')));
const mutations = values.all || values.only ? all : sampled(all, SAMPLE);

/** Few random cases a mutant: most are noticed by the first. */
const RUNS = process.env['RUNS'] ?? '0.05';

function startWorker(): ChildProcess {
  const worker = fork(join(root, 'src', 'build', 'typescript.cjs'), [join(__dirname, 'worker.ts')], {
    env: { ...process.env, RUNS },
    // A mutant that collects without end dies early.
    execArgv: ['--max-old-space-size=2000'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  worker.send({ files: tests });
  return worker;
}

const killers: (string | null | undefined)[] = Array(mutations.length).fill(undefined);
let next = 0;

/** Gives a worker one mutant after another; one that dies on a mutant has noticed it, and another takes its place. */
function work(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startWorker();
    let current: number | null = null;
    const go = () => {
      if (next >= mutations.length) {
        current = null;
        worker.disconnect();
        return resolve();
      }
      current = next++;
      worker.send({ index: current, mutation: mutations[current] });
    };
    worker.on('message', (message: Baseline | Verdict) => {
      if ('failing' in message) {
        if (message.failing.length) return reject(new Error(message.failing.join('\n')));
        console.log(`The tests take ${(message.milliseconds / 1000).toFixed(1)} s.`);
      } else {
        killers[message.index] = message.killedBy;
        if (message.index % 100 === 99) console.log(`${message.index + 1} of ${mutations.length} …`);
      }
      go();
    });
    worker.on('exit', () => {
      if (current === null) return next < mutations.length && reject(new Error('The tests cannot run; see above.'));
      killers[current] = 'the memory';
      work().then(resolve, reject);
    });
  });
}

async function main(): Promise<void> {
  const started = Date.now();
  console.log(`${mutations.length} mutants of ${all.length}.`);
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));

  const killed = (file: string) =>
    mutations.flatMap((each, i) => (each.file.startsWith(file) ? [killers[i] !== null] : []));
  const share = (results: boolean[]) => (100 * results.filter(Boolean).length) / results.length;
  for (const file of new Set(all.map((mutation) => mutation.file))) {
    const results = killed(file);
    if (results.length === 0) continue;
    console.log(`${shown(file)}: ${share(results).toFixed(1)}% of ${results.length} killed`);
    mutations.forEach(({ file: of, line, before, after }, i) => {
      if (of === file && killers[i] === null) console.log(`  ${line}: ${before} → ${after}`);
    });
  }
  console.log(
    `${share(killed(root)).toFixed(1)}% of ${mutations.length} killed in ${((Date.now() - started) / 1000).toFixed(0)} s.`,
  );

  const floors: Record<string, number> = JSON.parse(readFileSync(join(__dirname, 'floors.json'), 'utf8'));
  for (const [path, floor] of Object.entries(floors)) {
    const results = killed(join(root, path));
    if (results.length === 0 || share(results) >= floor) continue;
    console.error(`${path}: ${share(results).toFixed(1)}% killed, the floor is ${floor}%.`);
    process.exitCode = 1;
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
