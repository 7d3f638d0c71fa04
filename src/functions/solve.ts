import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';
import { boundsOf, keyOfCells } from '../what-if/driver-cells';
import { keyOf } from '../what-if/measure';
import { Sentences } from '../what-if/sentence';
import { solve as seek } from '../what-if/solve';
import { driverOf, driverValueShown, valuesFor } from './arguments/driver-argument';
import { measureOf } from './arguments/measure-argument';
import { forecastOfArguments } from './arguments/model-arguments';
import { ANY_NUMBER, isNotGiven, oneNumber } from './arguments/number-grid';
import { nameOf } from './arguments/text-argument';
import type { Line, Program } from './enums';

/**
 * Goal seek: the value of a driver at which a line meets a target. Excel’s own Goal Seek does not work on functions of an add-in.
 *
 * The value, typed into the driver’s cell, gives the target; where several cells are meant, all of them. The value nearest to today’s stands first; other values that meet the target follow, a row each.
 *
 * Step costs and hires make a line jump. A target that lies in a jump is said to do so; where nothing within the driver’s bounds meets it, the value that comes nearest is given, and the words say so. A driver without an upper bound is looked at up to ten times its value (up to 1,000 where it is 0); lowest and highest look elsewhere.
 *
 * A question may need about a second’s forecasts, and a search takes at least 321: of tables too large for that it is refused.
 *
 * @customfunction SOLVE
 * @category What if
 * @helpurl help/SOLVE.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param settings The Settings table; blank = defaults.
 * @param scenarios The Scenarios table; blank = none.
 * @param changes The Changes table; blank = none.
 * @param actuals The Actuals table; blank = none.
 * @param line The line that is to meet the target, e.g. "Margin".
 * @param target What it is to be; blank = 0.
 * @param driver The driver that may move: a header, or cells side by side: driver, program, payer, item.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program whose line it is; blank = all together.
 * @param [month] The month looked at: a date, or a month number; blank = the line’s total.
 * @param [lowest] The least value to look at; blank = the driver’s bound.
 * @param [highest] The largest value to look at; blank = the driver’s bound.
 * @returns A row: the driver’s value, what the line then is, and both in words. Further rows where the target is met more than once.
 * @throws A line, driver or name that is not known, with the nearest; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.SOLVE(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , "Closing patients", 140, "Referrals per month")
 * → {31.2072,140,"Referrals per month (today 20): at 31.207, Closing patients is 140."} (rounded)
 */
export function solve(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings: unknown[][],
  scenarios: unknown[][],
  changes: unknown[][],
  actuals: unknown[][],
  line: Line,
  target: number,
  driver: unknown[][],
  scenario?: string,
  program?: Program,
  month?: number,
  lowest?: number,
  highest?: number,
): unknown[][] {
  const forecast = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  const model = forecast.model(scenarioName);
  const measure = measureOf(forecast, line, program, month);
  const start = forecast.inputs.settings.startMonth;
  const wanted = isNotGiven(target) ? 0 : oneNumber('target', target, ANY_NUMBER);
  const cells = driverOf('driver', driver, model);
  const end = (name: string, argument: unknown): number =>
    isNotGiven(argument) ? Infinity : valuesFor(name, argument, model, cells, start)[0];
  const from = end('lowest', lowest),
    to = end('highest', highest);
  const bounds = boundsOf(model, cells);
  if (Number.isFinite(from) && from >= to)
    throw new InputError(messages.rangeReversed(from, to, bounds.lower, bounds.upper));
  const goal = { cells, measure, target: wanted, lowest: from, highest: to };
  const solution = forecast.answer(
    scenarioName,
    ['solve', ...keyOf(measure), keyOfCells(cells), String(wanted), String(from), String(to)],
    () => seek(model, goal),
  );
  const { meetings, nearest } = solution;
  const words = new Sentences(goal, solution, start);
  if (nearest) return [[driverValueShown(cells, nearest.value, start), nearest.line, words.nearest]];
  const rows = meetings
    .slice(0, MOST_MEETINGS)
    .map((meeting) => [driverValueShown(cells, meeting.value, start), meeting.line, words.of(meeting)]);
  const more = meetings.length - rows.length;
  return more > 0 ? [...rows, ['', '', messages.furtherMeetings(more)]] : rows;
}

/** A line of saw teeth meets a target in each of them. */
const MOST_MEETINGS = 50;
