import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { delayEffects, type Effect } from '../engine/analysis/delay';
import { MAX_MONTHS } from '../tables/schemas/settings';
import type { Program } from './enums';
import { forecastOfArguments } from './arguments/model-arguments';
import { wholeNumber } from './arguments/number-grid';
import { nameOf } from './arguments/text-argument';

/**
 * What starting some months later costs: what is lost for good, and what merely comes later.
 *
 * All that the practice does itself starts later, unchanged: launch, referrals, hires, costs and the planned changes of Panel and Costs. What payers do keeps the calendar: Payer mix, its planned changes and the fee schedule. The last month of the forecast stays.
 *
 * Merely later is what the later start catches up on within ten years after the forecast, with and without the delay going on as in its last month; the rest is lost for good. Of a cost, what is lost is saved.
 *
 * @customfunction DELAY
 * @category The model
 * @helpurl help/DELAY.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param settings The Settings table; blank = defaults.
 * @param scenarios The Scenarios table; blank = none.
 * @param changes The Changes table; blank = none.
 * @param actuals The Actuals table: a row a month, program and payer, of months that are over; the forecast goes on behind them.
 * @param months Months by which the start is later: a whole number from 0 to 120.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program that starts later, the others as planned; blank = all. Its effect on all programs together is shown.
 * @returns A header row and a row a line, sums over the forecast: as planned, delayed, lost by the delay, and of it lost for good and merely later.
 * @throws An unknown scenario or program; months that are no whole number; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.DELAY(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , 1)
 * → {"Line","Unit","As planned","Delayed","Lost","Lost for good","Merely later";"Active patients","patient-months",335.6016,215.92,119.6816,119.6816,0;"Allowed revenue","$",16866.93,10851.88,6015.05,6015.05,0;"Bad debt","$",0,0,0,0,0;"Total cost","$",19500,13000,6500,6500,0;"Margin","$",-2633.07,-2148.12,-484.95,-484.95,0;"Cash collected","$",10851.88,5226.92,5624.96,5624.96,0} (rounded)
 */
export function delay(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings: unknown[][],
  scenarios: unknown[][],
  changes: unknown[][],
  actuals: unknown[][],
  months: number,
  scenario?: string,
  program?: Program,
): unknown[][] {
  const model = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  model.model(scenarioName);
  const name = model.program(nameOf('program', program));
  const over = model.inputs.actual?.rows.find((row) => name === null || row.program === name);
  if (over) throw new InputError(messages.hasBegun(over.program));
  const later = wholeNumber('months', months, 0, MAX_MONTHS, 0);
  const effects = model.answer(scenarioName, ['delay', name, later], (inputs) => delayEffects(inputs, later, name));
  const row = (title: string, unit: string, { asPlanned, delayed, lostForGood, merelyLater }: Effect) => [
    title,
    unit,
    asPlanned,
    delayed,
    asPlanned - delayed,
    lostForGood,
    merelyLater,
  ];
  return [
    ['Line', 'Unit', 'As planned', 'Delayed', 'Lost', 'Lost for good', 'Merely later'],
    row('Active patients', 'patient-months', effects.activePatients),
    row('Allowed revenue', '$', effects.allowedRevenue),
    row('Bad debt', '$', effects.badDebt),
    row('Total cost', '$', effects.totalCost),
    row('Margin', '$', effects.margin),
    row('Cash collected', '$', effects.cashCollected),
  ];
}
