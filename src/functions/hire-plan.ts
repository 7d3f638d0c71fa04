import { hirePlan as plan } from '../engine/analysis/hire-plan';
import { concerns } from '../engine/analysis/month-economics';
import { isCareUnit } from '../engine/model/care-team';
import type { Inputs } from '../tables/reading/read-model';
import type { Program } from './enums';
import { forecastOfArguments } from './arguments/model-arguments';
import { monthShown } from './arguments/month-argument';
import { isStamped, stamped } from './arguments/stamp';
import { nameOf } from './arguments/text-argument';
import { requireFewRows } from './few-rows';

/**
 * Who has to be on duty when: a row for every month in which a role's units, or the units its panel needs, change.
 *
 * Roles are the care-team items bought by the unit; each has a row for its first month, too, and for the month after its last. Unlimited staffing joins in the month the panel needs it; planned and as-needed staffing may have fewer units on duty than needed.
 *
 * The next unit pays at the panel whose patients beyond the places of those on duty bring what the unit costs: unit cost ÷ what an active patient brings after bad debt and the costs that follow patients.
 *
 * @customfunction HIREPLAN
 * @category The model
 * @helpurl help/HIREPLAN.html
 * @param panel The Panel table with its header row.
 * @param payerMix The Payer mix table with its header row.
 * @param costs The Costs table with its header row.
 * @param [settings] The Settings table; blank = defaults.
 * @param [scenarios] The Scenarios table.
 * @param [changes] The Changes table.
 * @param [actuals] The Actuals table: a row a month, program and payer, of months that are over; the forecast goes on behind them.
 * @param [scenario] The scenario to apply; blank = none.
 * @param [program] The program to show, with the roles it shares; blank = all together.
 * @param [stamp] A text that changes with the inputs; the answer’s first cell then says what it is of: scenario, a fingerprint of the tables, and the stamp.
 * @returns A header row and a row a change: month, role, program, staffing, units on duty, units needed, the panel at which the next unit pays for itself, and the margin of the month before and of the month.
 * @throws An unknown scenario or program; the first finding of PPPM.CHECKMODEL.
 * @example
 * =PPPM.HIREPLAN(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All])
 * → {"Month","Role","Program","Staffing","Units on duty","Units needed","Next unit pays at (patients)","Margin before ($)","Margin after ($)";46418,"Nurses","All programs","unlimited",1,1,279.33,"",-1273.08} (rounded)
 */
export function hirePlan(
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
  const rows = model.answer(scenarioName, ['hire plan', name], (inputs) => {
    const found = plan(inputs, model.projection(scenarioName), name);
    requireFewRows(found.length);
    return found;
  });
  if (rows.length === 0) {
    const answer = [[nobody(model.inputs, name)]];
    return isStamped(stamp) ? stamped([[''], ...answer], model, scenarioName, stamp) : answer;
  }
  const answer = [
    [
      'Month',
      'Role',
      'Program',
      'Staffing',
      'Units on duty',
      'Units needed',
      'Next unit pays at (patients)',
      'Margin before ($)',
      'Margin after ($)',
    ],
    ...rows.map((row) => [
      monthShown(row.month, model.inputs.settings.startMonth),
      row.role,
      row.program ?? 'All programs',
      row.staffing,
      row.unitsOnDuty,
      row.unitsNeeded,
      row.isThere ? (row.nextUnitPaysAt ?? 'not with the patients it can serve') : '',
      row.marginBefore ?? '',
      row.marginAfter,
    ]),
  ];
  return stamped(answer, model, scenarioName, stamp);
}

/** Why there is no row. */
function nobody({ costs }: Inputs, program: string | null): string {
  const items = costs.filter((item) => isCareUnit(item) && concerns(item, program));
  if (items.length > 0)
    return `Nobody to hire: ${items[0].item} is not charged in the months of the forecast; see Starts and Ends on Costs`;
  return `Nobody to hire: no care-team item on Costs ${program === null ? '' : `for ${program} `}is bought by the unit`;
}
