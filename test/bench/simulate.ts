/**
 * Times a simulation of 10,000 trials × 60 months × 12 segments beside a plain C loop of the same arithmetic and beside
 * NumPy's vectorized form of it, in rounds that take turns, by the time on a core. All three are given the same draws, and
 * work out what the margin asks for and nothing else. NumPy does the least: it multiplies the rates of a claim beforehand,
 * and does not split shared costs by program to add them up again.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Model } from '../../src/engine/model/model';
import { modelOf } from '../../src/forecast/model-of';
import { readModel } from '../../src/tables/reading/read-model';
import { cellsNamed, isMeant } from '../../src/what-if/driver-cells';
import { sample } from '../../src/what-if/sampling';
import { Simulation, type UncertainDriver } from '../../src/what-if/simulate';
import { best, median } from './timing';
import { compareTrials, compiler, startTwin, type Twin, type TwinTrials } from './twin';
import { workload } from './workload';

const TRIALS = 10_000;
const SEED = 1;
/** A machine that others share changes its pace from round to round: the median of a few tells of that alone. */
const ROUNDS = 41;
const WARM_UP = 2;
const SHARES = [0.1, 0.5, 0.9];

/** 3 programs × 4 payers × 60 months, with costs, and without changes. */
export function model(): Model {
  const { panel, payerMix, costs, settings } = workload();
  const programs = panel.slice(1, 4).map(([name]) => name);
  const isKept = (program: string | number) => program === '' || programs.includes(program);
  const payers = payerMix.slice(1).filter(([program, payer]) => isKept(program) && payer !== 'Self-pay');
  return modelOf(
    readModel({
      panel: panel.slice(0, 4),
      payerMix: [payerMix[0], ...payers.map(([program, payer, , ...others]) => [program, payer, 0.25, ...others])],
      costs: [costs[0], ...costs.slice(1).filter(([, , program]) => isKept(program))],
      settings,
    }),
    null,
  );
}

export function uncertain(of: Model): UncertainDriver[] {
  const driver = (name: string, low: number, high: number, payer: string | null = null): UncertainDriver => ({
    cells: cellsNamed(of, { driver: name, program: null, payer, item: null }),
    distribution: { name: 'PERT', low, likely: (low + high) / 2, high },
    group: null,
    correlation: 0.7,
  });
  return [
    driver('Referrals per month', 50, 90),
    driver('Conversion rate', 0.35, 0.55),
    driver('Disengagement rate', 0.005, 0.025),
    driver('Realization rate', 0.7, 0.9, 'Medicare'),
    driver('Allowed PPPM', 45, 75, 'Commercial'),
    driver('Patients per unit', 140, 220),
  ];
}

const isSame = (one: Simulation, other: Simulation): boolean =>
  one.figures.every((figures, place) => figures.every((figure, n) => figure === other.figures[place][n]));

/** On a core: other processes come between. */
const milliseconds = (start: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
};

/** Runs the benchmark and prints its table. @throws when it cannot run. */
export async function bench(folderOfSources: string): Promise<void> {
  const of = model();
  const drivers = uncertain(of);
  const simulation = () => new Simulation(of, 'margin', null, drivers, TRIALS, SEED);
  const first = simulation();
  first.advance(TRIALS);
  const trials: TwinTrials = {
    drivers: drivers.map(({ cells }) => cells),
    values: sample(drivers, TRIALS, SEED),
    figures: first.figures,
  };
  const cc = compiler();
  console.log(
    `\nSIMULATE: ${TRIALS} trials × ${of.months} months × ${of.payers.length} segments. Node ${process.version}, ${cpus()[0].model.trim()}; ${ROUNDS} rounds in turns: the best, and the median in brackets.`,
  );
  if (!cc) console.log('There is no C compiler (cc, gcc or clang) on this machine: no ratio to C can be given.');
  const folder = mkdtempSync(join(tmpdir(), 'pppm-bench-'));
  let twin: Twin | null = null;
  let numpy: Awaited<ReturnType<typeof startNumpy>> = null;
  try {
    twin = cc ? await startTwin(cc, join(folderOfSources, 'project.c'), folder, of, trials) : null;
    numpy = await startNumpy(join(folderOfSources, 'simulate.py'), folder, of, trials);
    if (!numpy) console.log('There is no python3 with numpy on this machine: it is left out.');
    const times = {
      js: [] as number[],
      c: [] as number[],
      all: [] as number[],
      draws: [] as number[],
      numpy: [] as number[],
    };
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const whole = process.cpuUsage();
      const ours = simulation();
      const drawn = milliseconds(whole);
      const start = process.cpuUsage();
      ours.advance(TRIALS);
      const js = milliseconds(start);
      ours.answer(SHARES, 0);
      const all = milliseconds(start);
      const c = twin ? (await twin.timed('simulate', 1)) / 1e6 : NaN;
      const python = numpy ? await numpy.timed() : NaN;
      // The first one stays: V8 throws away its code where the last object that it was made for goes.
      if (!isSame(ours, first)) throw new Error('The same simulation came to other figures.');
      if (round < 0) continue;
      times.js.push(js);
      times.c.push(c);
      times.all.push(all);
      times.draws.push(drawn);
      times.numpy.push(python);
    }
    const shown = (values: number[]) => `${best(values).toFixed(0)} (${median(values).toFixed(0)}) ms`;
    const ratio = (one: number[], other: number[]) =>
      `${(best(one) / best(other)).toFixed(2)} (${median(one.map((value, i) => value / other[i])).toFixed(2)})×`;
    console.log(`The draws: ${shown(times.draws)}, in both rows left out.`);
    console.log(`All trials: ${shown(times.js)}.`);
    if (twin) {
      const found = median(times.js.map((js, i) => js / times.c[i]));
      console.log(
        `  C: ${shown(times.c)}; ${ratio(times.js, times.c)} of it, target ≤ 1.4×: ${found <= 1.4 ? 'met' : 'NOT MET'}.`,
      );
    }
    console.log(`Trials and percentiles of the total and each month: ${shown(times.all)}.`);
    if (numpy) {
      const found = median(times.all.map((all, i) => all / times.numpy[i]));
      console.log(
        `  NumPy: ${shown(times.numpy)}; ${ratio(times.all, times.numpy)} of it, target < 1×: ${found < 1 ? 'met' : 'NOT MET'}.`,
      );
    }
    const { rss, arrayBuffers } = process.memoryUsage();
    const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    console.log(
      `Memory of a simulation's figures and draws: ${mb(8 * TRIALS * (of.months + 1 + drivers.length))}; of the whole process ${mb(rss)}, ${mb(arrayBuffers)} of it arrays, at most ${mb(process.resourceUsage().maxRSS * 1024)}.`,
    );
  } finally {
    twin?.stop();
    numpy?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same in NumPy; null where python3 or numpy is missing. */
async function startNumpy(script: string, folder: string, of: Model, trials: TwinTrials) {
  try {
    execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const file = (name: string) => join(folder, `numpy-${name}`);
  const cells = trials.drivers.map((driver) => ({
    level: { program: 'programs', payer: 'payers', cost: 'costs' }[driver.driver.level],
    key: driver.driver.key,
    rows: { program: of.programs, payer: of.payers, cost: of.costs }[driver.driver.level].flatMap((row, r) =>
      isMeant(driver, row) ? [r] : [],
    ),
  }));
  // JSON knows no infinity.
  const plain = (_: string, value: unknown) => (value === Infinity ? 1e300 : value);
  writeFileSync(file('model'), JSON.stringify({ model: of, cells, trials: TRIALS, shares: SHARES }, plain));
  writeFileSync(file('values'), Buffer.concat(trials.values.map((values) => new Uint8Array(values.buffer))));
  const child = spawn('python3', [script, file('model'), file('values'), file('figures')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('NumPy stopped.');
    return value;
  };
  if ((await next()) !== 'ready') throw new Error('NumPy did not start.');
  compareTrials(new Float64Array(new Uint8Array(readFileSync(file('figures'))).buffer), trials, 'simulate.py');
  return {
    async timed() {
      child.stdin.write('simulate\n');
      return Number(await next());
    },
    stop: () => void child.stdin.end(),
  };
}
