/** Runs a model: from its inputs to the statement of every program and of all together. */
import { costs, type CostOutput } from './costs';
import type { Clip } from './expand';
import { allocate, KERNEL_LINES, run, type KernelOutput } from './kernel';
import type { Model } from './model';
import { prepare } from './prepare';
import { MEASURES, statement, type Measures, type Statement } from './statement';

export interface Projection {
  /** All programs together. */
  total: Statement;
  byProgram: ReadonlyMap<string, Statement>;
  /** Inputs that changes or the scenario pushed out of bounds. */
  clips: readonly Clip[];
}

/** @param model inputs already checked: names that exist, values within bounds, payer shares of a program that add to 1. */
export function project(model: Model): Projection {
  const clips: Clip[] = [];
  const { programs, input } = prepare(model, clips);
  const { output, state } = allocate(input);
  run(input, output, state);
  const names = programs.map(({ name }) => name);
  const measures = measuresOf(output, costs(model, names, output, clips));
  const { months } = model;
  const total = statement(addUp(measures, names.length, months), months);
  const byProgram = new Map(names.map((name, p) => [name, statement(cut(measures, p, months), months)]));
  return { total, byProgram, clips };
}

function measuresOf(kernel: KernelOutput, cost: CostOutput): Measures {
  const fromKernel = Object.fromEntries(KERNEL_LINES.map((line) => [line, kernel[line]])) as KernelOutput;
  return {
    ...fromKernel,
    careTeamUnits: cost.careTeamUnits,
    careTeamServed: cost.careTeamServed,
    careTeamPlaces: cost.careTeamPlaces,
    careTeamCost: cost.byCategory['care team'],
    technologyCost: cost.byCategory.technology,
    overheadAndComplianceCost: cost.byCategory['overhead and compliance'],
  };
}

const each = (make: (name: keyof Measures) => Float64Array): Measures =>
  Object.fromEntries(MEASURES.map((name) => [name, make(name)])) as Measures;

/** One program's series, without copying them. */
const cut = (measures: Measures, program: number, months: number): Measures =>
  each((name) => measures[name].subarray(program * months, (program + 1) * months));

const addUp = (measures: Measures, programs: number, months: number): Measures =>
  each((name) => {
    const source = measures[name];
    const total = new Float64Array(months);
    for (let p = 0; p < programs; p++) for (let t = 0; t < months; t++) total[t] += source[p * months + t];
    return total;
  });
