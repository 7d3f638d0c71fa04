import { leakage as leak, LEAKAGE_STEPS, type LeakageStep } from '../engine/analysis/leakage';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import type { Program } from './enums';
import { forecastOfArguments } from './arguments/model-arguments';
import { monthNamed, monthNumber } from './arguments/month-argument';
import { stamped } from './arguments/stamp';
import { nameOf } from './arguments/text-argument';

/** What a step is called, and what it loses patients to. */
const STEPS: Readonly<Record<LeakageStep, readonly [name: string, lostTo: string]>> = {
  eligible: ['Eligible', ''],
  enrolled: ['Enrolled', 'Eligible but not enrolled, or waiting'],
  billable: ['Billable', 'Consent, minutes or documentation missing'],
  claimed: ['Claimed', 'Denied and not appealed'],
  paid: ['Paid', 'Appeals lost'],
  collected: ['Collected', 'Bad debt'],
};

/**
 * Where patients and dollars are lost between eligible patients and cash, step by step.
 *
 * A step at 100% loses nothing. Dollars are at the payers' allowed PPPM; what is collected is the cash of these months of service up to the last month of the forecast, and the cash still to come after it.
 *
 * Enrolled patients are the active ones. Where the Panel gives no Eligible patients, those not enrolled are those who wait.
 *
 * @customfunction LEAKAGE
 * @category The model
 * @helpurl help/LEAKAGE.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param [settings] The Settings table; blank = defaults.
 * @param [scenarios] The Scenarios table.
 * @param [changes] The Changes table.
 * @param [actuals] The Actuals table: a row a month, program and payer, of months that are over; the forecast goes on behind them.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program to show; blank = all together.
 * @param [from] First month of service: a date, or a month number; blank = the first that is forecast.
 * @param [to] Last month of service: a date, or a month number; blank = the last of the forecast.
 * @param [stamp] A text that changes with the inputs; the answer’s first cell then says what it is of: scenario, a fingerprint of the tables, and the stamp.
 * @returns A header row and a row a step: patient-months and dollars that reach it, those lost on the way to it, the share of patients kept, and what they are lost to. Last the cash collected and still to come.
 * @throws An unknown scenario or program; a month outside the forecast; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.LEAKAGE(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , , "CCM", 1, 1)
 * → {"Step","Patient-months","Dollars","Patient-months lost","Dollars lost","Share kept","Lost to";"Eligible",104,6877.52,"","","","";"Enrolled",104,6877.52,0,0,1,"Eligible but not enrolled, or waiting";"Billable",83.2,5502.016,20.8,1375.504,0.8,"Consent, minutes or documentation missing";"Claimed",79.04,5226.9152,4.16,275.1008,0.95,"Denied and not appealed";"Paid",79.04,5226.9152,0,0,1,"Appeals lost";"Collected",79.04,5226.9152,0,0,1,"Bad debt";"Cash collected","",5226.9152,"","","","";"Cash still to come","",0,"","","",""}
 */
export function leakage(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings?: unknown[][],
  scenarios?: unknown[][],
  changes?: unknown[][],
  actuals?: unknown[][],
  scenario?: string,
  program?: Program,
  from?: number,
  to?: number,
  stamp?: string,
): unknown[][] {
  const model = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  const inputs = model.model(scenarioName);
  const name = model.program(nameOf('program', program));
  const { startMonth } = model.inputs.settings;
  const over = model.inputs.actual?.months ?? 0;
  const first = monthNumber('from', from, startMonth, inputs.months, Math.min(over + 1, inputs.months));
  if (first <= over)
    throw new InputError(messages.monthIsOver(monthNamed(first, startMonth), monthNamed(over, startMonth)));
  const last = monthNumber('to', to, startMonth, inputs.months, inputs.months);
  if (last < first)
    throw new InputError(messages.monthsReversed(monthNamed(first, startMonth), monthNamed(last, startMonth)));

  const { patients, dollars, cashCollected, cashToCome } = model.answer(
    scenarioName,
    ['leakage', name, first, last],
    () => leak(inputs, name, first, last),
  );
  const rows = LEAKAGE_STEPS.map((step, i) => {
    const [title, lostTo] = STEPS[step];
    if (i === 0) return [title, patients[step], dollars[step], '', '', '', lostTo];
    const before = LEAKAGE_STEPS[i - 1];
    const kept = patients[before] > 0 ? patients[step] / patients[before] : 0;
    return [
      title,
      patients[step],
      dollars[step],
      patients[before] - patients[step],
      dollars[before] - dollars[step],
      kept,
      lostTo,
    ];
  });
  const answer = [
    ['Step', 'Patient-months', 'Dollars', 'Patient-months lost', 'Dollars lost', 'Share kept', 'Lost to'],
    ...rows,
    ['Cash collected', '', cashCollected, '', '', '', ''],
    ['Cash still to come', '', cashToCome, '', '', '', ''],
  ];
  return stamped(answer, model, scenarioName, stamp);
}
