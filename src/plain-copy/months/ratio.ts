/** Rates, and the Total column. */
import { NOTHING } from '../../engine/math/tolerances';
import type { MonthRow } from '../monthly-sheet';
import { inFormula } from '../reading';
import { lineOf, type StatementRow } from '../row-names';

/** Nothing to divide by is shown as 0. @param limits the whole, and the panel of a rate of dollars */
export const ratio = (part: string, whole: string, limits: readonly string[]): string =>
  `IF(${isNothing(limits)},0,${part}/${whole})`;

/** A flow is summed, a balance is its last month. */
export const lineTotal = (key: StatementRow, row: MonthRow): string =>
  lineOf(key).kind === 'flow' ? `SUM(${row.all})` : row.last;

const isNothing = (limits: readonly string[]): string => {
  const tests = limits.map((limit) => `${limit}<${inFormula(NOTHING)}`);
  return tests.length === 1 ? tests[0] : `OR(${tests.join(',')})`;
};
