import { driverName } from '../tables/schemas/driver-names';
import { sensitivity as tornado } from '../what-if/sensitivity';
import { keyOf } from '../what-if/measure';
import { measureShown } from '../what-if/sentence';
import { driversOf, driverValueShown } from './arguments/driver-argument';
import { measureOf } from './arguments/measure-argument';
import { forecastOfArguments } from './arguments/model-arguments';
import { reachOf } from './arguments/reach-argument';
import { nameOf } from './arguments/text-argument';
import type { Line, Program } from './enums';

/**
 * A tornado: what a line becomes when each driver goes down and up, the largest swing first.
 *
 * Moving a driver is editing its cells: fee schedule, planned changes and the scenario come on top. Months move by one month. What another payer’s share gains, the program’s others lose in proportion. A driver that is blank or 0 cannot move by a share and is not listed; nor is one that has no limit.
 *
 * Points move the drivers that are shares, and list no others. With two scenarios each driver goes to what the one and then the other makes of it, all else as in the scenario given; its values are then those of Scenarios.
 *
 * A question may need about a second’s forecasts: of large tables fewer drivers are looked at, and the refusal says how many forecasts that is.
 *
 * The swing is the distance from the least to the most of the line: as forecast, at low, at high.
 *
 * @customfunction SENSITIVITY
 * @category What if
 * @helpurl help/SENSITIVITY.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param settings The Settings table; blank = defaults.
 * @param scenarios The Scenarios table; blank = none.
 * @param changes The Changes table; blank = none.
 * @param actuals The Actuals table; blank = none.
 * @param line The line looked at, e.g. "Margin".
 * @param [change] How far: a share such as 10%, a text such as "3 points", or two scenarios’ names, low and high; blank = 10%.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program whose line it is; blank = all together.
 * @param [month] The month looked at: a date, or a month number; blank = the line’s total.
 * @param [drivers] Drivers to look at, a row each: driver, program, payer, item; "each row" = every cell on its own; blank = every driver, all its rows together.
 * @returns A header row, a row with the line as forecast, and a row a driver: its cells, its values low, today and high, the line at low and high, the swing, and whether a bound held it.
 * @throws A line, driver or name that is not known, with the nearest; a change that is none; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.SENSITIVITY(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , "Allowed revenue", 10%, , , , {"Conversion rate";"Allowed PPPM"})
 * → {"Driver","Program","Payer","Item","Low","Today","High","At low","At high","Swing","Note";"As forecast","","","","","","",16866.93,16866.93,0,"Allowed revenue";"Allowed PPPM","","","",59.517,66.13,72.743,15180.24,18553.63,3373.39,"";"Conversion rate","","","",0.45,0.5,0.55,16643.27,17090.60,447.32,""} (rounded)
 */
export function sensitivity(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings: unknown[][],
  scenarios: unknown[][],
  changes: unknown[][],
  actuals: unknown[][],
  line: Line,
  change?: unknown[][],
  scenario?: string,
  program?: Program,
  month?: number,
  drivers?: unknown[][],
): unknown[][] {
  const forecast = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  const model = forecast.model(scenarioName);
  const measure = measureOf(forecast, line, program, month);
  const reach = reachOf(change, forecast);
  const asked = driversOf('drivers', drivers, model);
  const { today, bars } = forecast.answer(
    scenarioName,
    ['sensitivity', ...keyOf(measure), JSON.stringify(reach), JSON.stringify(asked)],
    () => tornado(model, measure, reach, asked),
  );
  const start = forecast.inputs.settings.startMonth;
  return [
    ['Driver', 'Program', 'Payer', 'Item', 'Low', 'Today', 'High', 'At low', 'At high', 'Swing', 'Note'],
    ['As forecast', '', '', '', '', '', '', today, today, 0, measureShown(measure, start)],
    ...bars.map(({ cells, low, today: value, high, atLow, atHigh, swing, isHeld }) => [
      driverName(cells.driver.key),
      cells.program ?? '',
      cells.payer ?? '',
      cells.item ?? '',
      ...[low, value, high].map((each) =>
        reach.by === 'scenarios' ? 'as in Scenarios' : driverValueShown(cells, each, start),
      ),
      atLow,
      atHigh,
      swing,
      isHeld ? 'held at its bound' : '',
    ]),
  ];
}
