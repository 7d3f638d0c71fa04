/** The C twin of the engine: compiled, fed with a model, held against the engine's results, timed. */
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepare } from '../../src/engine/inputs/prepare';
import { COST_DRIVERS, DRIVERS, PAYER_DRIVERS, PROGRAM_DRIVERS, type Driver } from '../../src/engine/model/drivers';
import type { Change, CostBasis, CostCategory, Model } from '../../src/engine/model/model';
import { project } from '../../src/engine/project';
import { isMeant, type DriverCells } from '../../src/what-if/driver-cells';

/** What the twin can be timed at: the month's events from the panel to cash, a whole projection, or all trials. */
export type Work = 'core' | 'project' | 'simulate';

/** Drivers of a simulation and what is typed into their cells, trial by trial. */
export interface TwinTrials {
  drivers: readonly DriverCells[];
  values: readonly Float64Array[];
  /** The total and then the months of the margin, trial by trial, as the engine has them. */
  figures: readonly Float64Array[];
}

export interface Twin {
  /** Nanoseconds of one run, over a batch of them. */
  timed(work: Work, times: number): Promise<number>;
  stop(): void;
}

/** The C compiler of the machine, or null. */
export function compiler(): string | null {
  for (const name of ['cc', 'gcc', 'clang']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return name;
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** @throws when the twin does not compile, or computes something else than the engine does. */
export async function startTwin(
  cc: string,
  source: string,
  folder: string,
  model: Model,
  trials: TwinTrials | null = null,
): Promise<Twin> {
  const program = join(folder, 'project');
  const inputFile = join(folder, 'input');
  const outputFile = join(folder, 'output');
  execFileSync(cc, ['-O2', '-o', program, source, '-lm'], { stdio: 'inherit' });
  writeFileSync(inputFile, bytesOf(model));

  const trialsFile = join(folder, 'trials');
  const figuresFile = join(folder, 'figures');
  if (trials) writeFileSync(trialsFile, bytesOfTrials(model, trials));

  const child = spawn(program, [inputFile, outputFile, ...(trials ? [trialsFile, figuresFile] : [])]);
  const nextLine = linesOf(child);
  const stop = () => child.stdin.end();
  try {
    if ((await nextLine()) !== 'ready') throw new Error('The C twin did not start.');
    compare(doublesOf(outputFile), model);
    if (trials) compareTrials(doublesOf(figuresFile), trials);
  } catch (error) {
    // It waits for work that will not come, and Node for its end.
    stop();
    throw error;
  }
  return {
    async timed(work, times) {
      child.stdin.write(`${work} ${times}\n`);
      return Number(await nextLine()) / times;
    },
    stop,
  };
}

const doublesOf = (file: string) => new Float64Array(new Uint8Array(readFileSync(file)).buffer);

/** Which rows are typed into, in their order on the sheets, and the values. */
function bytesOfTrials(model: Model, { drivers, values }: TwinTrials): Uint8Array {
  const levels = ['program', 'payer', 'cost'];
  const catalogues = [PROGRAM_DRIVERS, PAYER_DRIVERS, COST_DRIVERS];
  const words = drivers.flatMap((cells) => {
    const level = levels.indexOf(cells.driver.level);
    const rows = [model.programs, model.payers, model.costs][level].flatMap((row, r) =>
      isMeant(cells, row) ? [r] : [],
    );
    return [level, catalogues[level].indexOf(cells.driver), rows.length, ...rows];
  });
  const arrays = [Int32Array.of(values[0].length, drivers.length, ...words), ...values];
  return Buffer.concat(arrays.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)));
}

/** @throws where another program comes to other figures in a trial */
export function compareTrials(twins: Float64Array, { figures }: TwinTrials, whose = 'project.c'): void {
  figures.forEach((own, place) =>
    own.forEach((value, n) => {
      const twin = twins[place * own.length + n];
      if (!(Math.abs(twin - value) <= 1e-9 * Math.max(1_000, Math.abs(value))))
        throw new Error(
          `test/bench/${whose} no longer computes what src/engine does: the margin of trial ${n} at place ${place} is ${twin} there and ${value} here.`,
        );
    }),
  );
}

const KINDS: readonly Change['change'][] = ['set', 'multiply', 'add'];
const BASES: readonly CostBasis[] = [
  'per month',
  'one-off',
  'per active patient',
  'per new patient',
  'per unit',
  'percent of cash',
];
const CATEGORIES: readonly CostCategory[] = ['care team', 'technology', 'overhead and compliance'];

/** The model as project.c reads it, rows and changes as they are typed. */
function bytesOf(model: Model): Uint8Array {
  const { months, programs, payers, costs, adjustments } = model;
  const planned = [...(model.schedule ?? []), ...model.changes];
  const changes = [...planned, ...adjustments];
  const { openingWeight, stayedWeight, closingWeight } = prepare(model).activeWeights;
  const { idOf, names } = numbered();
  const monthsWithin = (month: number) => Math.max(-months, Math.min(months, month));
  const levels = [
    bytesOfLevel(
      PROGRAM_DRIVERS,
      programs,
      programs.map(({ name }) => [idOf(name), -1, -1]),
    ),
    bytesOfLevel(
      PAYER_DRIVERS,
      payers,
      payers.map(({ program, payer }) => [idOf(program), idOf(payer), -1]),
    ),
    bytesOfLevel(
      COST_DRIVERS,
      costs,
      costs.map(({ program, item }) => [idOf(program), -1, idOf(item)]),
    ),
  ];
  const words = changes.flatMap(({ driver, change, program, payer, item, fromMonth, toMonth }) => [
    DRIVERS.findIndex(({ key }) => key === driver),
    KINDS.indexOf(change),
    idOf(program),
    idOf(payer),
    idOf(item),
    monthsWithin(fromMonth),
    monthsWithin(toMonth),
  ]);
  const arrays = [
    Int32Array.of(
      months,
      programs.length,
      payers.length,
      costs.length,
      planned.length,
      adjustments.length,
      names.length,
    ),
    Buffer.concat(names.map((name) => Buffer.alloc(NAME_LENGTH, 0).fill(name, 0, Buffer.byteLength(name)))),
    Float64Array.of(openingWeight, stayedWeight, closingWeight, model.waitingLossRate),
    ...levels.flat(),
    Int32Array.from(costs.flatMap(({ basis, category }) => [BASES.indexOf(basis), CATEGORIES.indexOf(category), -1])),
    Int32Array.from(words),
    Float64Array.from(changes, ({ value }) => value),
  ];
  return Buffer.concat(arrays.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)));
}

/** Bytes of a name in C, its end included. */
const NAME_LENGTH = 32;

/** Numbers for names; −1 for nobody's. */
function numbered() {
  const names: string[] = [];
  const idOf = (name: string | null): number => {
    if (name === null) return -1;
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  return { names, idOf };
}

const bytesOfLevel = (drivers: readonly Driver[], rows: readonly object[], whose: readonly number[][]) => [
  Int32Array.from(whose.flatMap((ids, r) => [...ids, r])),
  Float64Array.from(rows.flatMap((row) => drivers.map(({ key }) => (row as Record<string, number>)[key]))),
  Float64Array.from(drivers, ({ lower }) => lower),
  Float64Array.from(drivers, ({ upper }) => upper),
];

/** In the order of project.c, whose programs and catalogues of drivers are the engine's. */
const MEASURES = [
  'referrals',
  'openingPatients',
  'lostToDischarge',
  'lostToDisengagement',
  'lostToBenefitChange',
  'lostToAdverseEvent',
  'lostToEarlyDropOff',
  'newPatients',
  'closingPatients',
  'waitingPatients',
  'activePatients',
  'billablePatients',
  'paidClaims',
  'potentialRevenue',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
  'careTeamCost',
  'technologyCost',
  'overheadAndComplianceCost',
  'careTeamUnits',
  'careTeamServed',
  'careTeamPlaces',
  'minutesAvailable',
  'minutesUsed',
] as const;
const STATEMENT_LINES = [
  ...MEASURES,
  'lostPatients',
  'receivable',
  'totalCost',
  'margin',
  'cumulativeCash',
  'utilizationRate',
  'realizationRate',
  'claimSuccessRate',
  'allowedPppm',
  'marginRate',
  'revenuePppm',
  'expensePmpm',
  'marginPppm',
] as const;

/** The same arithmetic gives nearly the same bits: sums may be taken in another order, a multiplication and an addition fused. */
function compare(twins: Float64Array, model: Model): void {
  const { total, byProgram } = project(model);
  let at = 0;
  const check = (what: string, value: number) => {
    const twin = twins[at++];
    if (!(Math.abs(twin - value) <= 1e-9 * Math.max(1, Math.abs(value))))
      throw new Error(
        `test/bench/project.c no longer computes what src/engine does: ${what} is ${twin} there and ${value} here.`,
      );
  };
  type Series = Readonly<Record<string, Float64Array>>;
  for (const line of MEASURES)
    for (const [name, { series }] of byProgram)
      (series as Series)[line].forEach((value, t) => check(`${line} of ${name} in month ${t + 1}`, value));
  for (const line of STATEMENT_LINES)
    (total.series as Series)[line].forEach((value, t) => check(`${line} in month ${t + 1}`, value));
  for (const line of STATEMENT_LINES) {
    const { [line as keyof typeof total.totals]: value } = total.totals;
    // Served patients and places have no total of their own.
    if (value === undefined) at++;
    else check(`the total of ${line}`, value);
  }
  if (at !== twins.length) throw new Error('test/bench/project.c has other lines than src/engine.');
}

/** Reads the child's answers one by one; fails when it ends instead of answering. */
function linesOf(child: ChildProcessWithoutNullStreams): () => Promise<string> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  return async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`The C twin stopped. ${complaint}`);
    return value;
  };
}
