import { forecastOfArguments } from './arguments/model-arguments';
import { isStamped, stamped } from './arguments/stamp';

/**
 * What is wrong or odd in the model's tables: one row a finding, or “No findings”.
 *
 * Findings that start with “Note:” do not stop the forecast; all others do. A column that is not read and a row that
 * adds up others (Total, Subtotal care team) are notes; a name of its own such as Total Care is no such row.
 *
 * @customfunction CHECKMODEL
 * @category The model
 * @helpurl help/CHECKMODEL.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param [settings] The Settings table; blank = defaults.
 * @param [scenarios] The Scenarios table; every scenario in it is checked.
 * @param [changes] The Changes table.
 * @param [actuals] The Actuals table: a row a month, program and payer, of months that are over; the forecast goes on behind them.
 * @param [stamp] A text that changes with the inputs; the answer’s first cell then says what it is of: a fingerprint of the tables, and the stamp.
 * @returns Table, row (counted below the header), column and finding; “No findings” when the tables are clean.
 * @throws Never for what the tables hold: that is what it reports.
 * @example
 * =PPPM.CHECKMODEL(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All])
 * → "No findings"
 */
export function checkModel(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings?: unknown[][],
  scenarios?: unknown[][],
  changes?: unknown[][],
  actuals?: unknown[][],
  stamp?: string,
): unknown[][] {
  const model = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const { findings } = model;
  const rows: unknown[][] = findings.map(({ severity, table, row, column, text }) => [
    table,
    row ?? '',
    column ?? '',
    severity === 'note' ? `Note: ${text}` : text,
  ]);
  if (!isStamped(stamp)) return rows.length > 0 ? rows : [['No findings']];
  if (rows.length === 0) rows.push(['No findings', '', '', '']);
  return stamped([['Table', 'Row', 'Column', 'Finding'], ...rows], model, 'Inputs', stamp);
}
