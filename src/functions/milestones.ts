import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';
import { fold } from '../tables/reading/nearest';
import { readMilestones } from '../tables/reading/read-milestones';
import type { Inputs, Range } from '../tables/reading/read-model';
import { dueIn, triggerText } from '../what-if/milestone';
import { forecastOfArguments, tableOf } from './arguments/model-arguments';
import { monthNamed, monthShown } from './arguments/month-argument';

/**
 * When growth makes technology and hires necessary: the month in which each milestone is due, in each scenario.
 *
 * A milestone is needed from the first month in which its line reaches the threshold, and due as many months before as it takes until it is there. Where that lies before the forecast, the first month is shown, and how late it is.
 *
 * Nothing is charged: a milestone costs something only once it is accepted, in the pane, as a row of Costs of its name. The remark says so, and from which month.
 *
 * @customfunction MILESTONES
 * @category The model
 * @helpurl help/MILESTONES.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param settings The Settings table; blank = defaults.
 * @param scenarios The Scenarios table; blank = none.
 * @param changes The Changes table; blank = none.
 * @param actuals The Actuals table; blank = none.
 * @param milestones The table of milestones with its header row: What, Trigger line, Program, Threshold, Lead time, Cost, Basis, Category.
 * @returns A header row and a row a milestone: what, what makes it due, its cost, the month without a scenario and in each scenario, or never; and a remark.
 * @throws A cell of Milestones that cannot be read; an unknown line or program with the nearest; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.MILESTONES(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , {"What","Trigger line","Threshold","Lead time","Cost";"Registry","Active patients",110,1,20000;"Second manager","Active patients",5000,0,0})
 * → {"What","Due when","Cost","No scenario","Remark";"Registry","Active patients ≥ 110",20000,46418,"";"Second manager","Active patients ≥ 5000",0,"never","";"Note","Milestones has no Program (all together), Basis (one-off), Category (technology); what stands in brackets is taken. Add a column if you mean otherwise.","","",""}
 */
export function milestones(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings: unknown[][],
  scenarios: unknown[][],
  changes: unknown[][],
  actuals: unknown[][],
  milestones: unknown[][],
): unknown[][] {
  const forecast = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  forecast.model(null);
  const { startMonth } = forecast.inputs.settings;
  const names = forecast.inputs.scenarios.map(({ name }) => name);
  const programs = forecast.inputs.programs.map(({ name }) => name);
  const {
    milestones: rows,
    errors: [wrong],
    findings: notes,
  } = readMilestones(tableOf(milestones) as Range | null, programs);
  if (wrong) throw new InputError(wrong.text);
  const answers = rows.map((milestone) => {
    const remarks: string[] = [
      ...(milestone.basis === 'per month' ? [messages.milestoneMonthly()] : []),
      ...acceptedFrom(forecast.inputs, milestone.what),
    ];
    const months = [null, ...names].map((scenario) => {
      const found = dueIn(forecast, milestone, scenario);
      if (!found) return 'never';
      if (found.due < 1) remarks.push(messages.milestoneLate(scenario, 1 - found.due));
      return monthShown(Math.max(1, found.due), startMonth);
    });
    return [milestone.what, triggerText(milestone), milestone.cost, ...months, remarks.join(' ')];
  });
  return [
    ['What', 'Due when', 'Cost', 'No scenario', ...names, 'Remark'],
    ...answers,
    ...notes.map(({ text }) => ['Note', text, '', '', ...names.map(() => ''), '']),
  ];
}

/** That it is a row of Costs already, and from when. */
const acceptedFrom = ({ costs, settings: { startMonth } }: Inputs, what: string): string[] => {
  const items = costs.filter(({ item }) => fold(item) === fold(what));
  const months = [...new Set(items.map((item) => monthNamed(item.startMonth, startMonth)))];
  return months.length ? [messages.milestoneAccepted(months)] : [];
};
