import { InputError } from '../tables/messages/input-error';
import { wholeTable } from '../tables/messages/place';
import * as tableMessages from '../tables/messages/tables';
import * as messages from '../tables/messages/what-if';
import type { Range } from '../tables/reading/read-model';
import { isGiven } from '../tables/reading/read-table';
import { rememberedTable } from '../tables/reading/remembered-table';
import { absentColumns } from '../tables/reading/absent-columns';
import { MILESTONES } from '../tables/schemas/milestones';
import { lineByKey } from '../engine/model/lines';
import { dueOf } from '../what-if/milestone';
import { lineKey } from './arguments/line-names';
import { forecastOfArguments, tableOf } from './arguments/model-arguments';
import { monthShown } from './arguments/month-argument';

/** A row of the table, as it is read. */
interface Milestone {
  what: string;
  line: string;
  program: string | null;
  threshold: number;
  leadMonths: number;
  cost: number;
}

/**
 * When growth makes technology and hires necessary: the month in which each milestone is due, in each scenario.
 *
 * A milestone is needed from the first month in which its line reaches the threshold, and due as many months before as it takes until it is there. Where that lies before the forecast, the first month is shown, and how late it is.
 *
 * Nothing is charged: a milestone costs something only once it is a row of Costs.
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
 * @param milestones The table of milestones with its header row: What, Trigger line, Program, Threshold, Lead time, Cost.
 * @returns A header row and a row a milestone: what, what makes it due, its cost, the month without a scenario and in each scenario, or never; and a remark.
 * @throws A cell of Milestones that cannot be read; an unknown line or program with the nearest; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.MILESTONES(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , {"What","Trigger line","Threshold","Lead time","Cost";"Registry","Active patients",110,1,20000;"Second manager","Active patients",5000,0,0})
 * → {"What","Due when","Cost","No scenario","Remark";"Registry","Active patients ≥ 110",20000,46418,"";"Second manager","Active patients ≥ 5000",0,"never","";"Note","Milestones has no Program (all together); what stands in brackets is taken. Add a column if you mean otherwise.","","",""}
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
  const { rows, notes } = read(tableOf(milestones));
  const { startMonth } = forecast.inputs.settings;
  const names = forecast.inputs.scenarios.map(({ name }) => name);
  const answers = rows.map(({ what, line, program: typed, threshold, leadMonths, cost }) => {
    const key = lineKey(line);
    const program = forecast.program(typed);
    const late: string[] = [];
    const months = [null, ...names].map((scenario) => {
      const found = dueOf(forecast.statement(scenario, program).series[key], threshold, leadMonths);
      if (!found) return 'never';
      if (found.due < 1) late.push(messages.milestoneLate(scenario, 1 - found.due));
      return monthShown(Math.max(1, found.due), startMonth);
    });
    const when = `${lineByKey.get(key)!.name}${program === null ? '' : ` of ${program}`} ≥ ${threshold}`;
    return [what, when, cost, ...months, late.join(' ')];
  });
  return [
    ['What', 'Due when', 'Cost', 'No scenario', ...names, 'Remark'],
    ...answers,
    ...notes.map((text) => ['Note', text, '', '', ...names.map(() => ''), '']),
  ];
}

function read(range: Range | null): { rows: readonly Milestone[]; notes: readonly string[] } {
  if (!isGiven(range)) throw new InputError(tableMessages.tableMissing(wholeTable(MILESTONES), MILESTONES.name));
  const { rows, headers, findings } = rememberedTable(MILESTONES, range);
  const wrong = findings.find(({ severity }) => severity === 'error');
  if (wrong) throw new InputError(wrong.text);
  if (rows.length === 0) throw new InputError(tableMessages.tableEmpty(wholeTable(MILESTONES)));
  return {
    rows: rows.map(({ values }) => values as unknown as Milestone),
    notes: [...findings, ...absentColumns([{ schema: MILESTONES, headers }])].map(({ text }) => text),
  };
}
