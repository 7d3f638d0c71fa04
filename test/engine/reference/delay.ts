/** DELAY of the second implementation: docs/model.md, “Starting later”. */
import type { Model } from '../../../src/engine/model/model';

/** The model with what belongs to the plan put off, of one program or of all. */
export function putOff(model: Model, months: number, program: string | null): Model {
  const waitsForAll = program === null || model.programs.every(({ name }) => name === program);
  const waits = (of: string | null) => waitsForAll || of === program;
  return {
    ...model,
    programs: model.programs.map((row) => (waits(row.name) ? { ...row, delayMonths: months } : row)),
    costs: model.costs.map((row) => (waits(row.program) ? { ...row, delayMonths: months } : row)),
  };
}

/** The same, typed: launches, starts and ends, a start before month 1 being a start in month 1. */
export function typedLater(model: Model, months: number, program: string | null): Model {
  const delayed = putOff(model, months, program);
  return {
    ...delayed,
    programs: delayed.programs.map(({ delayMonths = 0, ...row }) => ({
      ...row,
      launchMonth: Math.max(1, row.launchMonth) + delayMonths,
    })),
    costs: delayed.costs.map(({ delayMonths = 0, ...row }) => ({
      ...row,
      startMonth: Math.max(1, row.startMonth) + delayMonths,
      endMonth: row.endMonth + delayMonths,
    })),
  };
}
