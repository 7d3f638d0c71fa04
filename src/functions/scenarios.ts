import { lineByKey } from '../engine/model/lines';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';
import { lineKeys } from './arguments/line-names';
import { forecastOfArguments } from './arguments/model-arguments';
import { nameOf } from './arguments/text-argument';
import type { Program } from './enums';

/**
 * Chosen lines of all scenarios side by side, with the difference from the base: the forecast without a scenario.
 *
 * The total of a flow is its sum, of a balance its last month, of a rate the ratio of its totals.
 *
 * @customfunction SCENARIOS
 * @category What if
 * @helpurl help/SCENARIOS.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param settings The Settings table; blank = defaults.
 * @param scenarios The Scenarios table: a row an adjustment, a column a scenario.
 * @param changes The Changes table; blank = none.
 * @param actuals The Actuals table; blank = none.
 * @param [lines] One line’s name or a range of names; blank = all lines of the statement.
 * @param [program] The program to show; blank = all together.
 * @returns A header row and a row a line: its name, its unit, its total without a scenario and in each scenario, and the differences from the first.
 * @throws A table without a scenario; an unknown line or program with the nearest names; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.SCENARIOS(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], {"Driver","Program","Change","Cautious","Stretch";"Conversion rate","CCM","set",0.4,0.7}, , , {"New patients";"Closing patients"})
 * → {"Line","Unit","No scenario","Cautious","Stretch","Cautious − none","Stretch − none";"New patients","patients",30,24,42,-6,12;"Closing patients","patients",123.5232,117.6424,135.2848,-5.8808,11.7616}
 */
export function scenarios(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings: unknown[][],
  scenarios: unknown[][],
  changes: unknown[][],
  actuals: unknown[][],
  lines?: unknown[][],
  program?: Program,
): unknown[][] {
  const forecast = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const name = forecast.program(nameOf('program', program));
  forecast.model(null);
  const keys = lineKeys(lines);
  const names = forecast.inputs.scenarios.map((scenario) => scenario.name);
  if (names.length === 0) throw new InputError(messages.noScenarios());
  const totals = [null, ...names].map((scenario) => forecast.statement(scenario, name).totals);
  return [
    ['Line', 'Unit', 'No scenario', ...names, ...names.map((scenario) => `${scenario} − none`)],
    ...keys.map((key) => {
      if (key === null) return Array<unknown>(3 + 2 * names.length).fill('');
      const { name: title, unit } = lineByKey.get(key)!;
      const [base, ...others] = totals.map((each) => each[key]);
      return [title, unit, base, ...others, ...others.map((other) => other - base)];
    }),
  ];
}
