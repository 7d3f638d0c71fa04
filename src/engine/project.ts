/** Runs a model: from its inputs to the statement of every program and of all together. */
import { costs, type CostOutput } from './month/costs';
import type { Clip } from './inputs/expand';
import { allocate, run, type KernelSeries } from './month/kernel';
import { MEASURES } from './model/lines';
import type { Model } from './model/model';
import { prepare } from './inputs/prepare';
import { seriesBlock } from './math/series-block';
import { Staff, type TeamRecord } from './month/staff';
import { statement, type Measures, type Statement } from './month/statement';

export interface Projection {
  /** All programs together. */
  total: Statement;
  byProgram: ReadonlyMap<string, Statement>;
  /** Inputs that changes or the scenario pushed out of bounds. */
  clips: readonly Clip[];
  /** The care team, where it limits enrollment or its minutes decide what is billable; null where it is unlimited. */
  team: TeamRecord | null;
}

/** @param model inputs already checked: names that exist, values within bounds, payer shares of a program that add to 1. */
export function project(model: Model): Projection {
  const clips: Clip[] = [];
  const hasTeam = Staff.matters(model);
  const prepared = prepare(model, hasTeam, clips);
  const staff = hasTeam ? new Staff(model, prepared) : null;
  const memory = allocate(prepared.input);
  run(prepared.input, memory, staff);
  const names = prepared.programs.map(({ name }) => name);
  const measures = measuresOf(memory.series, costs(prepared, memory.series, staff), staff);
  const { months } = model;
  const total = statement(addUp(measures, names.length, months), months);
  let statements: ReadonlyMap<string, Statement> | undefined;
  return {
    total,
    // Most formulas ask for the total only.
    get byProgram() {
      return (statements ??= new Map(names.map((name, p) => [name, statement(cut(measures, p, months), months)])));
    },
    clips,
    team: staff && staff.record(),
  };
}

function measuresOf(kernel: KernelSeries, cost: CostOutput, staff: Staff | null): Measures {
  const noMinutes = staff ? null : new Float64Array(kernel.activePatients.length);
  return {
    ...kernel,
    careTeamUnits: cost.careTeamUnits,
    careTeamServed: cost.careTeamServed,
    careTeamPlaces: cost.careTeamPlaces,
    careTeamCost: cost.byCategory['care team'],
    technologyCost: cost.byCategory.technology,
    overheadAndComplianceCost: cost.byCategory['overhead and compliance'],
    minutesAvailable: staff?.minutesAvailable ?? noMinutes!,
    minutesUsed: staff?.minutesUsed ?? noMinutes!,
  };
}

/** One program's series, without copying them. */
function cut(measures: Measures, program: number, months: number): Measures {
  const own = {} as Measures;
  for (const name of MEASURES) own[name] = measures[name].subarray(program * months, (program + 1) * months);
  return own;
}

function addUp(measures: Measures, programs: number, months: number): Measures {
  const totals = {} as Measures;
  const series = seriesBlock(MEASURES.length, months);
  MEASURES.forEach((name, i) => {
    const source = measures[name];
    const total = series[i];
    for (let p = 0, at = 0; p < programs; p++) for (let t = 0; t < months; t++, at++) total[t] += source[at];
    totals[name] = total;
  });
  return totals;
}
