import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';
import { driverName } from '../tables/schemas/driver-names';
import { fold } from '../tables/reading/nearest';
import { bridge as stepsBetween } from '../what-if/bridge';
import { keyOf } from '../what-if/measure';
import { measureShown } from '../what-if/sentence';
import { measureOf } from './arguments/measure-argument';
import { forecastOfArguments } from './arguments/model-arguments';
import { nameOf } from './arguments/text-argument';
import type { Line, Program } from './enums';

/**
 * From one scenario to another, driver by driver: what each adds to a line. The steps sum to the difference.
 *
 * What a driver adds depends on what has changed before it: each step is the mean over all orders of the drivers (Shapley’s value), so no order of rows or of drivers shows. A driver is a row’s driver with its program, payer and item.
 *
 * Up to ten drivers every order is looked at. Beyond, or where the tables are so large that this takes more than about a second, orders are drawn from a stated seed, and the note gives each step’s standard error; they still sum to the difference. Where even few orders take longer it is refused.
 *
 * @customfunction BRIDGE
 * @category What if
 * @helpurl help/BRIDGE.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param settings The Settings table; blank = defaults.
 * @param scenarios The Scenarios table: a row an adjustment, a column a scenario.
 * @param changes The Changes table; blank = none.
 * @param actuals The Actuals table; blank = none.
 * @param line The line looked at, e.g. "Margin".
 * @param scenarioA The scenario come from; blank = none.
 * @param scenarioB The scenario gone to; blank = none.
 * @param [program] The program whose line it is; blank = all together.
 * @param [month] The month looked at: a date, or a month number; blank = the line’s total.
 * @returns A header row, the line in the first scenario, a row a driver with what it adds, the largest first, and the line in the second.
 * @throws Scenarios that are the same or do not differ; an unknown line, scenario or program with the nearest names; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.BRIDGE(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], {"Driver","Program","Change","Stretch";"Conversion rate","CCM","set",0.75;"Referrals per month","CCM","multiply",2}, , , "New patients", , "Stretch")
 * → {"Step","Program","Payer","Item","New patients","Note";"No scenario","","","",30,"";"Referrals per month","CCM","","",37.5,"";"Conversion rate","CCM","","",22.5,"";"Stretch","","","",90,""}
 */
export function bridge(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings: unknown[][],
  scenarios: unknown[][],
  changes: unknown[][],
  actuals: unknown[][],
  line: Line,
  scenarioA: string | undefined,
  scenarioB: string | undefined,
  program?: Program,
  month?: number,
): unknown[][] {
  const forecast = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const [from, to] = [nameOf('scenarioA', scenarioA), nameOf('scenarioB', scenarioB)];
  const model = forecast.model(from);
  const { adjustments } = forecast.model(to);
  const measure = measureOf(forecast, line, program, month);
  const [start, end] = [from, to].map((name) => name ?? 'No scenario');
  if (fold(start) === fold(end)) throw new InputError(messages.sameScenario('scenarioA', 'scenarioB', start));
  const answer = forecast.answer(from, ['bridge', to === null ? null : fold(to), ...keyOf(measure)], () =>
    stepsBetween(model, adjustments, measure),
  );
  if (answer.steps.length === 0) throw new InputError(messages.nothingMoves([start, end]));
  return [
    ['Step', 'Program', 'Payer', 'Item', measureShown(measure, forecast.inputs.settings.startMonth), 'Note'],
    [start, '', '', '', answer.from, ''],
    ...answer.steps.map(({ cells, effect, error }) => [
      driverName(cells.driver.key),
      cells.program ?? '',
      cells.payer ?? '',
      cells.item ?? '',
      effect,
      answer.drawn ? messages.drawnOrders(answer.drawn, error) : '',
    ]),
    [end, '', '', '', answer.to, ''],
  ];
}
