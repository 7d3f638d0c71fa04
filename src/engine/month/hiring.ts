/** The end of event 7: as-needed staffing orders units for a panel that has outgrown those on duty. */
import { wholeAbove } from '../math/whole-units';
import type { Inputs } from '../inputs/prepare';
import { costDriver, isCharged } from '../inputs/cost-drivers';
import { servedBy, type Team } from './care-team';

/** What is open after those on duty and those ordered is ordered, in whole units; they arrive after the lead time. */
export function hire(inputs: Inputs, team: Team, t: number): void {
  const { unitsOnDuty, hired } = team;
  const { costItems, careUnits, months } = inputs;
  const { hireAtUtilization, hireLeadMonths } = inputs.model;
  const arrival = t + 1 + hireLeadMonths;
  if (arrival >= months) return;
  for (const c of careUnits) {
    if (costItems[c].staffing !== 'as needed' || !isCharged(inputs, c, t)) continue;
    const first = c * months;
    const needed = servedBy(inputs, team, c) / (costDriver(inputs, 'patientsPerUnit', c, t) * hireAtUtilization);
    let open = needed - unitsOnDuty[first + t];
    for (let m = t + 1; m < arrival; m++) open -= hired[first + m];
    hired[first + arrival] = Math.max(0, wholeAbove(open, needed));
  }
}
