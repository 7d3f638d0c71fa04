import type { LineKey } from '../engine/model/lines';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import type { Line, Program } from './enums';
import { explanation } from '../forecast/explain/explanation';
import { lineKey } from './arguments/line-names';
import { forecastOfArguments } from './arguments/model-arguments';
import { monthNumber } from './arguments/month-argument';
import { nameOf } from './arguments/text-argument';
import { requireFewRows } from './few-rows';

/**
 * Traces one number of the forecast: how it is made, from which lines, and from which cells of the tables.
 *
 * The number stands first, then the lines it is made of, each program's part where programs add up, and then program by program, payer by payer or item by item what those come from. A row that is an input names its cell, with every planned change and scenario that moves it; a row that is a line of the forecast can be explained in turn; any other row is made of the rows behind it. So the answer holds all it takes to work the number out again.
 *
 * @customfunction EXPLAIN
 * @category The model
 * @helpurl help/EXPLAIN.html
 * @param line The line to explain, e.g. Allowed revenue.
 * @param month Its month: a date, or a month number 1, 2, 3 …
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param [settings] The Settings table; blank = defaults.
 * @param [scenarios] The Scenarios table.
 * @param [changes] The Changes table.
 * @param [actuals] The Actuals table: a row a month, program and payer, of months that are over; the forecast goes on behind them.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program to explain; blank = all together.
 * @returns A row a factor: name, value, unit, and where it comes from. The number itself stands first.
 * @throws An unknown line, scenario or program; a month outside the forecast; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.EXPLAIN("Closing patients", 1, tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , , "CCM")
 * → {"Closing patients",108,"patients","Opening − lost + new";"Opening patients",100,"patients","Forecast, month 1";"Lost patients",2,"patients","Forecast, month 1";"New patients",10,"patients","Forecast, month 1"}
 */
export function explain(
  line: Line,
  month: number,
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings?: unknown[][],
  scenarios?: unknown[][],
  changes?: unknown[][],
  actuals?: unknown[][],
  scenario?: string,
  program?: Program,
): unknown[][] {
  const model = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  const { months } = model.model(scenarioName);
  const programName = model.program(nameOf('program', program));
  const key = oneLine(line);
  const number = monthNumber('month', month, model.inputs.settings.startMonth, months);
  const rows = explanation(model, key, number, scenarioName, programName);
  requireFewRows(rows.length);
  return rows.map(({ name, value, unit, where }) => [name, value, unit, where]);
}

function oneLine(line: unknown): LineKey {
  const name = nameOf('line', line);
  if (name === null)
    throw new InputError(messages.missingArgument('line', 'a line of the forecast, e.g. Allowed revenue'));
  return lineKey(name);
}
