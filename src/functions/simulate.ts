import { LastAnswers } from './answered-before';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';
import { fold } from '../tables/reading/nearest';
import { mostForecasts } from '../what-if/few-forecasts';
import { USUAL_SEED } from '../what-if/random';
import { measureShown } from '../what-if/sentence';
import type { Percentiles } from '../what-if/simulate';
import { uncertainDriversIn } from '../what-if/uncertain-drivers';
import { measureOf } from './arguments/measure-argument';
import { forecastOfArguments, tableOf } from './arguments/model-arguments';
import { monthShown } from './arguments/month-argument';
import { ANY_NUMBER, isNotGiven, isOmitted, numbers, oneNumber, onlyCell, wholeNumber } from './arguments/number-grid';
import { nameOf } from './arguments/text-argument';
import type { Line, Program } from './enums';
import {
  answerOf,
  simulated,
  simulationOf,
  stop,
  stopOf,
  type SimulationQuestion,
} from '../simulation/simulation-work';

const USUAL_TRIALS = 1_000;
const MOST_TRIALS = 100_000;
const LEAST_TRIALS = 10;
/** It answers in slices, while Excel goes on; longer than a minute nobody waits. */
const SECONDS = 60;
const USUAL_PERCENTILES = [0.1, 0.5, 0.9];
const MOST_SEED = 2_147_483_647;
/** The sheet Risk asks four at a time; so those of two scenarios are at hand. */
const last = new LastAnswers(8);

/**
 * What a line may come to where drivers are uncertain: percentiles of the total and of each month, and how likely a target is met.
 *
 * Each trial draws a value for every row of the Uncertainty table and sets it in the driver’s cells, as if it were typed: fee schedule, planned changes and the scenario come on top. Values are held within the driver’s bounds. The same seed gives the same answer on every machine.
 *
 * Low and High are the ends of PERT, triangular and uniform, and Likely the likeliest value. Of normal, lognormal, beta and gamma, Likely is the mean, and Low to High spans 2.563 standard deviations: of a normal one eight of ten cases. Rows of one Group rise and fall together: the rank correlation of two is the product of their Correlations, 0.7 each unless given.
 *
 * Contracts change no line of the forecast: what is uncertain of them is drawn by PPPM.MARGINPOOL.
 *
 * @customfunction SIMULATE
 * @cancelable
 * @category What if
 * @helpurl help/SIMULATE.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param settings The Settings table; blank = defaults.
 * @param scenarios The Scenarios table; blank = none.
 * @param changes The Changes table; blank = none.
 * @param actuals The Actuals table; blank = none.
 * @param uncertainty The Uncertainty table with its header row: Driver, Program, Payer, Item, Distribution, Low, Likely, High, Group, Correlation.
 * @param line The line looked at, e.g. "Margin".
 * @param [trials] How many trials: from 10 to 100,000, and no more than a minute’s work; left out = 1,000.
 * @param [seed] A whole number that the draws follow from; blank = 20270101.
 * @param [percentiles] Shares of the trials that lie below; blank = {0.1,0.5,0.9}.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program whose line it is; blank = all together.
 * @param [target] A figure to reach, or the word zero; adds a row with the share of trials at or above it.
 * @returns A header row with the total and the months, then a row a percentile, the mean, the forecast without uncertainty, and the probability of reaching the target.
 * @throws A row of Uncertainty that cannot be, with its number; too few or too many trials; an unknown name with the nearest; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.SIMULATE(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , {"Driver","Low","High";"Referrals per month",20,20}, "Closing patients", 100)
 * → {"Closing patients, 100 trials, seed 20270101","Total",46418,46446,46477;"P10",123.5232,108,115.84,123.5232;"P50",123.5232,108,115.84,123.5232;"P90",123.5232,108,115.84,123.5232;"Mean",123.5232,108,115.84,123.5232;"As forecast",123.5232,108,115.84,123.5232}
 */
export async function simulate(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings: unknown[][],
  scenarios: unknown[][],
  changes: unknown[][],
  actuals: unknown[][],
  uncertainty: unknown[][],
  line: Line,
  trials?: number,
  seed?: number,
  percentiles?: unknown[][],
  scenario?: string,
  program?: Program,
  target?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const asked = [
    ...[panel, payerMix, costs, settings, scenarios, changes, actuals, uncertainty, line],
    ...[trials, seed, percentiles, scenario, program, target],
  ];
  const before = last.to(asked);
  if (before) return before;
  const { question, laidOut } = ask(...asked);
  const stopping = stopOf();
  if (invocation) invocation.onCanceled = () => stop(stopping);
  const found = await simulated(question, stopping);
  // Nobody looks at what a call says that was called off.
  return found ? last.keep(asked, laidOut(found)) : [['']];
}

/** The same at once, for those who can wait. */
export function simulateAtOnce(...args: unknown[]): unknown[][] {
  const { question, laidOut } = ask(...args);
  const simulation = simulationOf(question);
  simulation.advance(simulation.trials);
  return laidOut(answerOf(simulation, question));
}

function ask(...args: unknown[]): { question: SimulationQuestion; laidOut: (found: Percentiles) => unknown[][] } {
  const [panel, payerMix, costs, settings, scenarios, changes, actuals, uncertainty, line] = args;
  const [trials, seed, percentiles, scenario, program, target] = args.slice(9);
  const forecast = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  const model = forecast.model(scenarioName);
  const measure = measureOf(forecast, line, program, null);
  // A cell that is blank or 0 is no number of trials; only where none is given there are some.
  const count = isOmitted(trials) ? USUAL_TRIALS : wholeNumber('trials', trials, LEAST_TRIALS, MOST_TRIALS);
  const most = Math.max(LEAST_TRIALS, SECONDS * mostForecasts(model));
  if (count > most) throw new InputError(messages.tooManyTrials(count, most, model.months));
  const from = wholeNumber('seed', seed, 1, MOST_SEED, USUAL_SEED);
  const shares = isNotGiven(percentiles) ? USUAL_PERCENTILES : sharesOf(percentiles);
  const goal = targetOf(target);
  const drivers = uncertainDriversIn(tableOf(uncertainty), model);
  return {
    question: {
      ...{ model, line: measure.line, program: measure.program, drivers },
      ...{ trials: count, seed: from, shares, target: goal },
    },
    laidOut: (found) => {
      const { series, totals } = forecast.statement(scenarioName, measure.program);
      const start = forecast.inputs.settings.startMonth;
      return [
        [
          `${measureShown(measure, start)}, ${count} trials, seed ${from}`,
          'Total',
          ...Array.from({ length: model.months }, (_, t) => monthShown(t + 1, start)),
        ],
        ...found.percentiles.map((row, i) => [`P${Number((100 * shares[i]).toPrecision(6))}`, ...row]),
        ['Mean', ...found.mean],
        ['As forecast', totals[measure.line], ...series[measure.line]],
        ...(found.reached ? [[`Probability of at least ${goal}`, ...found.reached]] : []),
      ];
    },
  };
}

function sharesOf(percentiles: unknown): number[] {
  const { values } = numbers('percentiles', percentiles, ANY_NUMBER);
  const wrong = values.find((share) => share < 0 || share > 1);
  if (wrong !== undefined) throw new InputError(messages.percentilesOutside(wrong));
  if (values.length > 100) throw new InputError(messages.tooManyValues('percentiles', values.length, 100));
  return Array.from(values);
}

function targetOf(target: unknown): number | null {
  const given = onlyCell(target);
  if (typeof given === 'string' && fold(given) === 'zero') return 0;
  return isNotGiven(target) ? null : oneNumber('target', target, ANY_NUMBER);
}
