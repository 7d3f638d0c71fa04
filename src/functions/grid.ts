import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';
import { keyOfCells, labelOf, overlap } from '../what-if/driver-cells';
import { grid as twoWay } from '../what-if/grid';
import { keyOf } from '../what-if/measure';
import { measureShown } from '../what-if/sentence';
import { driverOf, driverValueShown, valuesFor } from './arguments/driver-argument';
import { measureOf } from './arguments/measure-argument';
import { forecastOfArguments } from './arguments/model-arguments';
import { nameOf } from './arguments/text-argument';
import type { Line, Program } from './enums';

/**
 * A two-way table: what a line becomes for each pair of values of two drivers. Excel’s own Data Tables do not work on functions of an add-in.
 *
 * A value is set in the driver’s cells, as if it were typed there: fee schedule, planned changes and the scenario come on top.
 *
 * A question may need about a second’s forecasts: of large tables fewer values are looked at, and the refusal says how many.
 *
 * @customfunction GRID
 * @category What if
 * @helpurl help/GRID.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param settings The Settings table; blank = defaults.
 * @param scenarios The Scenarios table; blank = none.
 * @param changes The Changes table; blank = none.
 * @param actuals The Actuals table; blank = none.
 * @param line The line looked at, e.g. "Margin".
 * @param driverA The driver whose values go down: a header, or cells side by side: driver, program, payer, item.
 * @param valuesA Its values: a row or a column, at most 60.
 * @param driverB The driver whose values go across, named likewise.
 * @param valuesB Its values, at most 60.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program whose line it is; blank = all together.
 * @param [month] The month looked at: a date, or a month number; blank = the line’s total.
 * @returns A header row with the line’s name and the values across, and a row for each value down.
 * @throws A line, driver or name that is not known, with the nearest; values outside the driver’s bounds; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.GRID(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , "Allowed revenue", "Referrals per month", {20,40}, {"Allowed PPPM","CCM","Medicare"}, {60,70})
 * → {"Allowed revenue",60,70;20,15303.43,17854.01;40,17332.72,20221.51} (rounded)
 */
export function grid(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings: unknown[][],
  scenarios: unknown[][],
  changes: unknown[][],
  actuals: unknown[][],
  line: Line,
  driverA: unknown[][],
  valuesA: unknown[][],
  driverB: unknown[][],
  valuesB: unknown[][],
  scenario?: string,
  program?: Program,
  month?: number,
): unknown[][] {
  const forecast = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  const model = forecast.model(scenarioName);
  const measure = measureOf(forecast, line, program, month);
  const start = forecast.inputs.settings.startMonth;
  const down = driverOf('driverA', driverA, model),
    across = driverOf('driverB', driverB, model);
  if (overlap(model, down, across)) throw new InputError(messages.sameCells('driverA', 'driverB', labelOf(down)));
  const downValues = valuesFor('valuesA', valuesA, model, down, start),
    acrossValues = valuesFor('valuesB', valuesB, model, across, start);
  const figures = forecast.answer(
    scenarioName,
    ['grid', ...keyOf(measure), keyOfCells(down), downValues.join(), keyOfCells(across), acrossValues.join()],
    () => twoWay(model, measure, { cells: down, values: downValues }, { cells: across, values: acrossValues }),
  );
  return [
    [measureShown(measure, start), ...acrossValues.map((value) => driverValueShown(across, value, start))],
    ...figures.map((row, i) => [driverValueShown(down, downValues[i], start), ...row]),
  ];
}
