/** One driver's value typed into its cell, as a person would, with the old value for the log. */
import { driverName, driverTable } from '../../tables/schemas/driver-names';
import { acceptDrivers, figureText, standing } from './accept-drivers';
import { logProblem, logSteps } from './change-lines';
import { proposed, refused, type Proposal, type Step } from './edit';
import { zeroInWords } from './shares';
import { columnAt, rowsNaming, textIn, type TableNow, type TablesNow } from './tables-now';
import { rowsText, tableName } from './where';

/** Names are null where the driver's table has none. */
export interface TypedDriver {
  /** Key of its column. */
  driver: string;
  program: string | null;
  payer: string | null;
  item: string | null;
  value: number;
}

interface Typed {
  what: string;
  before: string;
  after: string;
  step: Step;
}

/** @param today serial of the day, @param why for the log */
export function typeDriver(tables: TablesNow, typed: TypedDriver, today: number, why: string): Proposal {
  const found =
    driverTable(typed.driver) === tables.costs.schema.title ? intoCosts(tables, typed) : intoRow(tables, typed);
  if (typeof found === 'string') return refused(found);
  if (!found) return refused(`${driverName(typed.driver)} is that already.`);
  const problem = logProblem(tables.log);
  if (problem !== null) return refused(problem);
  const { what, before, after, step } = found;
  const line = { what, before, after, who: '', date: today, why };
  return proposed({
    title: `Type ${after}`,
    done: `${what} is ${after}.`,
    says: [`${what}: ${before} → ${after}`, 'Log: 1 line with the old value'],
    shares: [],
    steps: [step, ...logSteps(tables.log!, [line])],
  });
}

/** On Panel or Payer Mix; why not, in words; null where it stands there already. */
function intoRow(tables: TablesNow, { driver, program, payer, value }: TypedDriver): Typed | string | null {
  if (driver === 'allowedPppm' && followsCodes(tables.payerMix, program!, payer!))
    return `${program}, ${payer}: Allowed PPPM follows from Codes; change those, or clear them first.`;
  const { changes, problems } = acceptDrivers(tables, [{ driver, program: program!, payer: payer ?? '', value }]);
  return problems.length > 0 ? `${problems[0]}.` : (changes[0] ?? null);
}

const followsCodes = (table: TableNow, program: string, payer: string): boolean =>
  rowsNaming(table, { program, payer }).some(
    (at) => columnAt(table, 'codes') >= 0 && textIn(table, table.rows[at], 'codes') !== '',
  );

function intoCosts(tables: TablesNow, { driver, program, item, value }: TypedDriver): Typed | string | null {
  const { costs } = tables;
  const rows = rowsNaming(costs, { item: item!, program: program ?? '' });
  const named = [item, program].filter(Boolean).join(', ');
  if (rows.length !== 1)
    return `${named} has ${rows.length === 0 ? 'no row' : `several rows, ${rowsText(costs, rows)},`} on ${tableName(costs)}.`;
  const column = columnAt(costs, driver);
  if (column < 0) return `${driverName(driver)} has no column on ${tableName(costs)}.`;
  const before = standing(tables, { table: 'costs', at: rows[0], column });
  if (before.value === value && !before.isFormula) return null;
  return {
    what: `${named}: ${driverName(driver)} (${tableName(costs)}, ${rowsText(costs, rows)})`,
    before: before.text,
    after: figureText(costs, column, value),
    step: { what: 'set', table: 'costs', at: rows[0], column, content: zeroInWords(value) },
  };
}
