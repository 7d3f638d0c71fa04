/**
 * Times the engine and FORECAST beside plain C of the same work, in rounds that take turns: so a busy moment of the
 * machine hits both. The targets are those of the design; they are judged by medians.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { adjust, prepare } from '../../src/engine/inputs/prepare';
import { panelToCash, run } from '../../src/engine/month/events';
import { allocate } from '../../src/engine/month/memory';
import { statementOf } from '../../src/engine/month/statement';
import { project, Room } from '../../src/engine/project';
import { modelOf } from '../../src/forecast/model-of';
import { forecast } from '../../src/functions/forecast';
import { readModel } from '../../src/tables/reading/read-model';
import { teamWorkload } from './team-workload';
import { print } from './print';
import { best, median, timed } from './timing';
import { compiler, startTwin, type Twin, type Work } from './twin';
import { workload } from './workload';

const ROUNDS = 400;
/** Rounds before, until the compilers of the engine have seen enough. */
const WARM_UP = 400;
const SCENARIO = 'Stretch';
/** Runs of C in a round: most find caches and clock as the one before left them, few are interrupted by other processes. */
const C_BATCH = 64;

/** What is timed, and what in C it is held against. */
interface Candidate {
  what: string;
  /** Calls in a round. */
  batch: number;
  call(i: number): void;
  besideC: Work;
  /** The most it may take, as a multiple of C; none where it is only watched. */
  target: number | null;
}

function candidates(): Candidate[] {
  const variants = Array.from({ length: 64 }, (_, i) => workload(i + 1));
  const teams = variants.map((_, i) => teamWorkload(i + 1));
  const copies = variants.map(() => workload());
  const models = variants.map((tables) => modelOf(readModel(tables), SCENARIO));
  const call = ({ panel, payerMix, costs, settings, scenarios, changes }: ReturnType<typeof workload>) =>
    void forecast(
      panel,
      payerMix,
      costs,
      settings,
      scenarios,
      changes,
      undefined,
      SCENARIO,
      undefined,
      undefined,
      true,
    );

  const room = new Room();
  // Once through everything: the shapes of objects have settled when the first of it gets hot.
  for (let i = 0; i < models.length; i++) {
    project(models[i], room);
    call(variants[i]);
    call(teams[i]);
  }
  const inputs = prepare(models[0]);
  const memory = allocate(inputs);
  const all = inputs.programs.length;
  run(inputs, memory);
  const statement = statementOf(memory, 0, all, inputs.months);
  const size = `${inputs.segments.length} segments × ${inputs.months} months`;
  return [
    { what: `engine core, ${size}`, batch: 64, call: () => panelToCash(inputs, memory), besideC: 'core', target: 1.4 },
    {
      what: 'project(model, room): inputs, months, costs, statement',
      batch: 32,
      call: (i) => void project(models[i % models.length], room),
      besideC: 'project',
      target: 2.5,
    },
    {
      what: 'the same with other adjustments, in memory used again',
      batch: 32,
      call: (i) => {
        adjust(inputs, models[i % models.length].adjustments);
        run(inputs, memory);
        statementOf(memory, 0, all, inputs.months, statement);
      },
      besideC: 'project',
      target: null,
    },
    {
      what: 'FORECAST, tables changed, all lines with labels',
      batch: 8,
      call: (i) => call(variants[i % variants.length]),
      besideC: 'core',
      target: 25,
    },
    {
      what: 'FORECAST with a care team, tables changed',
      batch: 8,
      call: (i) => call(teams[i % teams.length]),
      besideC: 'core',
      target: 50,
    },
    {
      what: 'FORECAST, same tables again',
      batch: 8,
      call: (i) => call(copies[i % copies.length]),
      besideC: 'core',
      target: null,
    },
  ];
}

/** Runs all benchmarks and prints their table. @throws when one cannot run. */
export async function bench(folderOfSources: string): Promise<void> {
  const cc = compiler();
  console.log(
    `Node ${process.version}, ${cpus()[0].model.trim()}, ${cc ? `${cc} -O2` : 'no C compiler'}; ${ROUNDS} rounds in turns: the best, and the median in brackets.`,
  );
  if (!cc)
    console.log(
      'There is no C compiler (cc, gcc or clang) on this machine: the JavaScript is timed alone and no ratio can be given.',
    );
  const folder = mkdtempSync(join(tmpdir(), 'pppm-bench-'));
  let twin: Twin | null = null;
  try {
    const model = modelOf(readModel(workload()), SCENARIO);
    if (cc) twin = await startTwin(cc, join(folderOfSources, 'project.c'), folder, model);
    print((await takeTurns(candidates(), twin)).map(rowOf), HEADER);
  } finally {
    twin?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Timings {
  candidate: Candidate;
  js: number[];
  c: number[];
}

/** Round after round, each candidate and then C of the same work. */
async function takeTurns(all: readonly Candidate[], twin: Twin | null): Promise<Timings[]> {
  const timings = all.map((candidate): Timings => ({ candidate, js: [], c: [] }));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const { candidate, js, c } of timings) {
      const { batch, call, besideC } = candidate;
      const first = (round + WARM_UP) * batch;
      const ours = timed(batch, (i) => call(first + i));
      if (round < 0) continue;
      js.push(ours);
      c.push(twin ? await twin.timed(besideC, C_BATCH) : NaN);
    }
  }
  return timings;
}

type Row = { what: string; js: string; c: string; ratio: string; target: string; verdict: string };

const microseconds = (nanoseconds: readonly number[]) =>
  `${(best(nanoseconds) / 1e3).toFixed(1)} (${(median(nanoseconds) / 1e3).toFixed(1)}) µs`;

function rowOf({ candidate: { what, target }, js, c }: Timings): Row {
  const hasTwin = c.every(Number.isFinite);
  const ratio = median(js.map((ours, i) => ours / c[i]));
  return {
    what,
    js: microseconds(js),
    c: hasTwin ? microseconds(c) : 'none',
    ratio: hasTwin ? `${(best(js) / best(c)).toFixed(2)} (${ratio.toFixed(2)})×` : 'none',
    target: target === null ? '' : `≤ ${target}×`,
    verdict: target === null ? '' : !hasTwin ? 'not measured' : ratio <= target ? 'met' : 'NOT MET',
  };
}

const HEADER: Row = { what: 'What', js: 'JS', c: 'C', ratio: 'Ratio', target: 'Target', verdict: 'Verdict' };
