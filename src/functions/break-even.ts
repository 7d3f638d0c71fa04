import { breakEven as workOut } from '../engine/analysis/break-even';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import type { Program } from './enums';
import { forecastOfArguments } from './arguments/model-arguments';
import { monthShown } from './arguments/month-argument';
import { stamped } from './arguments/stamp';
import { nameOf } from './arguments/text-argument';

/**
 * When the forecast pays for itself: the panel it takes, the month, the cash needed until then, and when it is paid back.
 *
 * The panels are those at which one month's revenue covers its costs, with the prices of the break-even month, or of the last month with patients where there is none. Units bought whole make the margin fall at each further unit: the lasting panel is the one from which that no longer brings it below zero.
 *
 * @customfunction BREAKEVEN
 * @category The model
 * @helpurl help/BREAKEVEN.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param [settings] The Settings table; blank = defaults.
 * @param [scenarios] The Scenarios table.
 * @param [changes] The Changes table.
 * @param [actuals] The Actuals table: a row a month, program and payer, of months that are over; the forecast goes on behind them.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program to show; blank = all together.
 * @param [stamp] A text that changes with the inputs; the answer’s first cell then says what it is of: scenario, a fingerprint of the tables, and the stamp.
 * @returns A header row and a row each for the break-even panel, the lasting one, the break-even month, the lasting one, peak funding and payback: value, unit, and the month it belongs to. A text where it does not happen.
 * @throws An unknown scenario or program; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.BREAKEVEN(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All])
 * → {"Figure","Value","Unit","Month";"Break-even panel",129.33,"patients",46477;"Lasting break-even panel",905.31,"patients",46477;"Break-even month","not within 3 months","month","";"Lasting break-even month","not within 3 months","month","";"Peak funding",8648.12,"$",46477;"Payback month","not within 3 months","month",""} (rounded)
 */
export function breakEven(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings?: unknown[][],
  scenarios?: unknown[][],
  changes?: unknown[][],
  actuals?: unknown[][],
  scenario?: string,
  program?: Program,
  stamp?: string,
): unknown[][] {
  const model = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  const name = model.program(nameOf('program', program));
  const { months } = model.inputs.settings;
  const { margin, cumulativeCash } = model.statement(scenarioName, name).series;
  if (![margin, cumulativeCash].every((line) => line.every(Number.isFinite)))
    throw new InputError(messages.notFinite());
  const found = model.answer(scenarioName, ['break-even', name], (inputs) =>
    workOut(inputs, model.projection(scenarioName), name),
  );

  const date = (month: number | null) => (month === null ? '' : monthShown(month, model.inputs.settings.startMonth));
  const panelRow = (title: string, patients: number | null) => [
    title,
    patients === null ? 'no panel in reach' : patients === 0 ? 'any panel' : patients,
    'patients',
    date(found.panelMonth),
  ];
  const monthRow = (title: string, month: number | null, never = `not within ${months} months`) => [
    title,
    month ?? never,
    'month',
    date(month),
  ];
  const answer = [
    ['Figure', 'Value', 'Unit', 'Month'],
    panelRow('Break-even panel', found.panel),
    panelRow('Lasting break-even panel', found.lastingPanel),
    monthRow('Break-even month', found.month),
    monthRow('Lasting break-even month', found.lastingMonth),
    ['Peak funding', found.peakFunding ?? 'none needed', '$', date(found.peakMonth)],
    monthRow('Payback month', found.paybackMonth, found.peakFunding === null ? 'none needed' : undefined),
  ];
  return stamped(answer, model, scenarioName, stamp);
}
