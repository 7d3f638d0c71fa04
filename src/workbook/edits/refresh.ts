/** Takes what was read and measured into the workbook: months that are over, accepted drivers, and what stood there before. */
import { monthInWords } from '../../tables/calendar';
import { acceptDrivers, type AcceptedDriver } from './accept-drivers';
import { actualChanges, type ActualMonth } from './actual-rows';
import { logProblem, logSteps, type ChangeLine } from './change-lines';
import { proposed, refused, type Proposal } from './edit';
import type { TablesNow } from './tables-now';

export interface Refresh {
  months: readonly ActualMonth[];
  drivers: readonly AcceptedDriver[];
  /** What was read, in words: a roster and claims. */
  from: string;
  /** The last month that is told, an index. */
  asOf: number;
  /** Serial of today. */
  today: number;
}

/** The proposal, with what of it cannot be written. */
export type RefreshProposal = Proposal & { left: readonly string[] };

const WHO = 'PPPM for Excel, Refresh';

export function refresh(tables: TablesNow, { months, drivers, from, asOf, today }: Refresh): RefreshProposal {
  const actual = actualChanges(tables, months, `read from ${from}`);
  const accepted = acceptDrivers(tables, drivers);
  const left = [...actual.problems, ...accepted.problems];
  const isNothing = actual.steps.length === 0 && accepted.changes.length === 0;
  if (isNothing)
    return {
      ...refused(
        actual.same > 0
          ? `The table Actuals holds these ${count(actual.same, 'row')} already, and no driver is ticked that would change: there is nothing to write.`
          : 'There is nothing to write yet: tick a driver.',
      ),
      left,
    };
  const problem = logProblem(tables.log);
  if (problem) return { ...refused(problem), left };
  const why = `measured from ${from} through ${monthInWords(asOf)}`;
  const line = (what: string, before: string, after: string, reason: string): ChangeLine => ({
    what,
    before,
    after,
    who: WHO,
    date: today,
    why: reason,
  });
  const lines = [
    ...(actual.added > 0
      ? [line(`Actuals, ${count(actual.added, 'row')} of ${spanOf(months)}`, 'none', 'added', `read from ${from}`)]
      : []),
    ...actual.replaced.map(({ what, before, after }) => line(what, before, after, `read from ${from}`)),
    ...accepted.changes.map(({ what, before, after }) => line(what, before, after, why)),
  ];
  return {
    ...proposed({
      title: 'Apply',
      done: `${[rowsDone(actual.added + actual.replaced.length), driversDone(accepted.changes.length)].filter(Boolean).join(' and ')}.`,
      says: [
        ...(actual.added > 0 ? [`Actuals: ${count(actual.added, 'row')} of ${spanOf(months)} added`] : []),
        ...(actual.replaced.length > 0
          ? [`Actuals: ${count(actual.replaced.length, 'row')} replaced, the old figures go to the Log`]
          : []),
        ...(actual.same > 0 ? [`Actuals: ${count(actual.same, 'row')} the same already, left as they are`] : []),
        ...accepted.changes.map(({ what, replaced, after }) => `${what}: ${replaced} → ${after}`),
        `Log: ${count(lines.length, 'line')} with the old values`,
      ],
      shares: [],
      steps: [...actual.steps, ...accepted.changes.map(({ step }) => step), ...logSteps(tables.log!, lines)],
    }),
    left,
  };
}

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
const rowsDone = (rows: number): string => (rows > 0 ? `${count(rows, 'row')} of actuals written` : '');
const driversDone = (drivers: number): string => (drivers > 0 ? `${count(drivers, 'driver')} changed` : '');

function spanOf(months: readonly ActualMonth[]): string {
  const all = months.map(({ month }) => month);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return first === last ? monthInWords(first) : `${monthInWords(first)} to ${monthInWords(last)}`;
}
