/** Times the engine's core beside plain C, and a whole FORECAST call. The targets are those of the design. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocate, run } from '../../src/engine/month/kernel';
import { prepare } from '../../src/engine/inputs/prepare';
import { project } from '../../src/engine/project';
import { forecast } from '../../src/functions/forecast';
import { readModel } from '../../src/tables/reading/read-model';
import { modelOf } from '../../src/forecast/model-of';
import { best, median, timed } from './timing';
import { compiler, startTwin, type Twin } from './twin';
import { teamWorkload } from './team-workload';
import { workload } from './workload';

/** Many short rounds: the best of them ran undisturbed, also on a busy machine. */
const ROUNDS = 400;
const CORE_TARGET = 1.5;
const FORECAST_TARGET_MS = 0.5;
const TEAM_FORECAST_TARGET_MS = 1;
const SCENARIO = 'Stretch';

interface Row {
  what: string;
  js: string;
  c: string;
  ratio: string;
  target: string;
  verdict: string;
}

const microseconds = (nanoseconds: readonly number[]) =>
  `${(best(nanoseconds) / 1e3).toFixed(1)} (${(median(nanoseconds) / 1e3).toFixed(1)}) µs`;
const verdict = (met: boolean) => (met ? 'met' : 'NOT MET');

/** Runs all benchmarks and prints their table. @throws when one cannot run. */
export async function bench(folderOfSources: string): Promise<void> {
  const cc = compiler();
  console.log(
    `Node ${process.version}, ${cpus()[0].model.trim()}, ${cc ? `${cc} -O2` : 'no C compiler'}; ${ROUNDS} interleaved rounds: the best, and the median in brackets.`,
  );
  if (!cc)
    console.log(
      'There is no C compiler (cc, gcc or clang) on this machine: the JavaScript is timed alone and no ratio can be given.',
    );
  const rows = [await core(cc, folderOfSources), ...forecasts()];
  print(rows);
}

/** The month loop alone: arrays in, arrays out. */
async function core(cc: string | null, folderOfSources: string): Promise<Row> {
  const { input } = prepare(modelOf(readModel(workload()), SCENARIO), false, []);
  const memory = allocate(input);
  run(input, memory, null);
  const folder = mkdtempSync(join(tmpdir(), 'pppm-bench-'));
  let twin: Twin | null = null;
  try {
    if (cc) twin = await startTwin(cc, join(folderOfSources, 'project.c'), folder, input, memory.series);
    // Long enough that most runs find caches and clock as the one before left them.
    const batch = 64;
    const warmUp = 200;
    const js: number[] = [];
    const c: number[] = [];
    for (let round = -warmUp; round < ROUNDS; round++) {
      const ours = timed(batch, () => run(input, memory, null));
      const theirs = twin ? await twin.timed(batch) : NaN;
      if (round < 0) continue;
      js.push(ours);
      c.push(theirs);
    }
    const ratio = best(js) / best(c);
    const ratios = js.map((ours, i) => ours / c[i]);
    return {
      what: `engine core, ${input.segments} segments × ${input.months} months`,
      js: microseconds(js),
      c: twin ? microseconds(c) : 'none',
      ratio: twin ? `${ratio.toFixed(2)} (${median(ratios).toFixed(2)})×` : 'none',
      target: `≤ ${CORE_TARGET}×`,
      verdict: twin ? verdict(ratio <= CORE_TARGET) : 'not measured',
    };
  } finally {
    twin?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tables in, layout out: with tables the add-in has not seen, and with those of the call before in new arrays. */
function forecasts(): Row[] {
  const variants = Array.from({ length: 64 }, (_, i) => workload(i + 1));
  const copies = variants.map(() => workload());
  const teams = variants.map((_, i) => teamWorkload(i + 1));
  const call = ({ panel, payerMix, costs, settings, scenarios, changes }: ReturnType<typeof workload>) =>
    forecast(panel, payerMix, costs, settings, scenarios, changes, SCENARIO, undefined, undefined, true);
  const models = variants.map((tables) => modelOf(readModel(tables), SCENARIO));

  const timings = { project: [] as number[], fresh: [] as number[], again: [] as number[], team: [] as number[] };
  const warmUp = 200;
  for (let round = -warmUp; round < ROUNDS; round++) {
    const turn = (round + warmUp) % variants.length;
    const projected = timed(1, () => void project(models[turn]));
    const fresh = timed(1, () => void call(variants[turn]));
    call(copies[0]);
    const again = timed(1, () => void call(copies[turn]));
    const team = timed(1, () => void call(teams[turn]));
    if (round < 0) continue;
    timings.project.push(projected);
    timings.fresh.push(fresh);
    timings.again.push(again);
    timings.team.push(team);
  }
  const row = (what: string, nanoseconds: number[], targetMs: number): Row => ({
    what,
    js: microseconds(nanoseconds),
    c: '',
    ratio: '',
    target: `< ${targetMs} ms`,
    verdict: verdict(best(nanoseconds) < targetMs * 1e6),
  });
  return [
    row('project(model), changes, costs and statement', timings.project, FORECAST_TARGET_MS),
    row('FORECAST, tables changed, all lines with labels', timings.fresh, FORECAST_TARGET_MS),
    row('FORECAST, same tables again', timings.again, FORECAST_TARGET_MS),
    row('FORECAST with a care team, tables changed', timings.team, TEAM_FORECAST_TARGET_MS),
  ];
}

function print(rows: readonly Row[]): void {
  const header: Row = { what: 'What', js: 'JS', c: 'C', ratio: 'Ratio', target: 'Target', verdict: 'Verdict' };
  const columns = Object.keys(header) as (keyof Row)[];
  const width = (key: keyof Row) => Math.max(...[header, ...rows].map((row) => row[key].length));
  const line = (row: Row) =>
    columns
      .map((key) => (key === 'what' ? row[key].padEnd(width(key)) : row[key].padStart(width(key))))
      .join('   ')
      .trimEnd();
  console.log([line(header), ...rows.map(line)].join('\n'));
}
