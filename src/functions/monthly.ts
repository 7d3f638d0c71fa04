import { MONTHLY_FIGURES, monthlyOf } from '../forecast/monthly';
import { MONTHLY } from '../tables/schemas/monthly';
import type { Program } from './enums';
import { forecastOfArguments } from './arguments/model-arguments';
import { monthShown } from './arguments/month-argument';
import { stamped } from './arguments/stamp';
import { nameOf } from './arguments/text-argument';
import { requireFewRows } from './few-rows';

/**
 * The forecast as a monthly table by program and payer, in the shape that actuals come in.
 *
 * PPPM.VARIANCE lays it beside the actuals. Every billable patient is a claim submitted. A program’s cost is shared among its payers as its active patients are.
 *
 * @customfunction MONTHLY
 * @category Actuals
 * @helpurl help/MONTHLY.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param [settings] The Settings table; blank = defaults.
 * @param [scenarios] The Scenarios table.
 * @param [changes] The Changes table.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program to show; blank = all.
 * @param [stamp] A text that changes with the inputs; the answer’s first cell then says what it is of: scenario, a fingerprint of the tables, and the stamp.
 * @returns A header row, and a row a month of each program and payer: patients, claims, dollars, minutes. Months are their last days as Excel’s dates, or month numbers without a start month.
 * @throws An unknown scenario or program; more than 20,000 rows; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.MONTHLY(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All])
 * → {"Month","Program","Payer","Opening","New","Lost","Closing","Active","Billable","Claims submitted","Claims paid","Allowed","Cash","Minutes","Cost";46418,"CCM","Medicare",100,10,2,108,104,83.2,83.2,79.04,5226.92,0,0,6500;46446,"CCM","Medicare",108,10,2.16,115.84,111.92,89.54,89.54,85.06,5624.96,5226.92,0,6500;46477,"CCM","Medicare",115.84,10,2.32,123.52,119.68,95.75,95.75,90.96,6015.05,5624.96,0,6500} (rounded)
 */
export function monthly(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings?: unknown[][],
  scenarios?: unknown[][],
  changes?: unknown[][],
  scenario?: string,
  program?: Program,
  stamp?: string,
): unknown[][] {
  const model = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes);
  const scenarioName = nameOf('scenario', scenario);
  const name = model.program(nameOf('program', program));
  const { months, payers } = model.model(scenarioName);
  requireFewRows(months * payers.filter((payer) => name === null || payer.program === name).length);
  const { startMonth } = model.inputs.settings;
  const rows = monthlyOf(model, scenarioName, name).map(({ month, program: of, payer, figures }) => [
    monthShown(month, startMonth),
    of,
    payer,
    ...MONTHLY_FIGURES.map((figure) => figures[figure]),
  ]);
  const header = (['month', 'program', 'payer', ...MONTHLY_FIGURES] as const).map((key) => MONTHLY.header[key]);
  return stamped([header, ...rows], model, scenarioName, stamp);
}
