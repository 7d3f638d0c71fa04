/** What a question looks at: a line of the statement, over the forecast or in one month. */
import type { LineKey } from '../engine/model/lines';
import type { Model } from '../engine/model/model';
import { project, Room, type Projection } from '../engine/project';

export interface Measure {
  readonly line: LineKey;
  /** null for all programs together. */
  readonly program: string | null;
  /** Counted from 1; null is the total: the sum of a flow, the last month of a balance, the ratio of the totals of a rate. */
  readonly month: number | null;
}

export function measured(projection: Projection, { line, program, month }: Measure): number {
  const { series, totals } = program === null ? projection.total : projection.byProgram.get(program)!;
  return month === null ? totals[line] : series[line][month - 1];
}

/** Models after each other are projected in one room. */
export function measurer(measure: Measure): (model: Model) => number {
  const room = new Room();
  return (model) => measured(project(model, room), measure);
}

/** For the answers that a forecast remembers. */
export const keyOf = ({ line, program, month }: Measure): (string | number | null)[] => [line, program, month];
