/** A milestone made a row of Costs, under its name: from then on the forecast pays for it. */
import { fold } from '../../tables/reading/nearest';
import type { Milestone } from '../../tables/reading/read-milestones';
import { figureText } from './accept-drivers';
import { logProblem, logSteps } from './change-lines';
import { proposed, refused, type Proposal } from './edit';
import { lackingColumn, newRow } from './new-row';
import { columnAt, isEmpty, rowsNaming, textIn, type TablesNow } from './tables-now';
import { rowsOf, rowsText, tableName } from './where';

/** What is accepted, and when it is due. */
export interface AcceptedMilestone {
  milestone: Milestone;
  /** As Starts is typed: a date, or a month’s number where months are counted. */
  starts: number;
  /** The same month, in words. */
  month: string;
  /** What makes it due, in words, for the log and the source: Active patients ≥ 1,500 in Expected. */
  why: string;
}

const WHO = 'PPPM for Excel, Contracts';

/** Rows of Costs, counted from 0, that bear its name, whatever program they are of. */
export const rowsOfMilestone = ({ costs }: TablesNow, what: string): number[] => rowsNaming(costs, { item: what });

/** @param today serial of the day, for the log */
export function acceptMilestone(
  tables: TablesNow,
  { milestone: { what, program, cost, basis, category }, starts, month, why }: AcceptedMilestone,
  today: number,
): Proposal {
  const { costs } = tables;
  const already = rowsOfMilestone(tables, what);
  if (already.length > 0)
    return refused(`${what} is accepted already: ${tableName(costs)}, ${rowsText(costs, already)}.`);
  if (cost === 0) return refused(`${what} has no cost, so there is nothing to charge: type its Cost on Milestones.`);
  const row = {
    cells: {
      item: what,
      category,
      program: program && panelName(tables, program),
      basis,
      amount: cost,
      startMonth: starts,
    },
    source: `milestone: ${why}`,
  };
  const problem = lackingColumn(costs, row) ?? logProblem(tables.log);
  if (problem) return refused(problem);
  const at = isEmpty(costs) ? 0 : costs.rows.length;
  const amount = `${figureText(costs, columnAt(costs, 'amount'), cost)} ${basis === 'one-off' ? `once, in ${month}` : `a month from ${month}`}`;
  const line = {
    what: `${what} (${rowsOf(costs, [at])})`,
    before: 'none',
    after: amount,
    who: WHO,
    date: today,
    why: `Milestone accepted: ${why}`,
  };
  return proposed({
    title: `Accept ${what}`,
    done: `${what} is a row of Costs: ${amount}, in every scenario.`,
    says: [`${rowsOf(costs, [at])}: ${what}, ${amount}`, 'Log: 1 line'],
    shares: [],
    steps: [newRow(tables, 'costs', at, row), ...logSteps(tables.log!, [line])],
  });
}

/** As the Panel has it by now. */
const panelName = ({ panel }: TablesNow, program: string): string =>
  panel.rows.map((row) => textIn(panel, row, 'name')).find((name) => fold(name) === fold(program)) ?? program;
