/** The end of event 7: as-needed staffing orders units for a panel that outgrew those on duty. */
import { WHOLE_UNIT_NOISE } from '../math/tolerances';
import { wholeUnits } from '../math/whole-units';
import type { Inputs } from '../inputs/prepare';
import { costDriver, isCharged } from '../inputs/cost-drivers';
import { servedBy, type Team } from './care-team';

/** Past the trigger, as many units are ordered as bring utilization back to it; they arrive after the lead time. */
export function hire(inputs: Inputs, { unitsOnDuty, hired, active }: Team, t: number): void {
  const { costItems, careUnits, months } = inputs;
  const { hireAtUtilization, hireLeadMonths } = inputs.model;
  const arrival = t + 1 + hireLeadMonths;
  if (arrival >= months) return;
  for (const c of careUnits) {
    if (costItems[c].staffing !== 'as needed' || !isCharged(inputs, c, t)) continue;
    const patients = servedBy(inputs, c, active);
    const patientsPerUnit = costDriver(inputs, 'patientsPerUnit', c, t);
    const onDuty = unitsOnDuty[c * months + t];
    // A panel just at the trigger, to the rounding of its places, is not past it.
    if (patients <= onDuty * patientsPerUnit * hireAtUtilization * (1 + WHOLE_UNIT_NOISE)) continue;
    let ordered = 0;
    for (let m = t + 1; m <= arrival; m++) ordered += hired[c * months + m];
    const needed = wholeUnits(patients, patientsPerUnit * hireAtUtilization, 0);
    hired[c * months + arrival] += Math.max(0, Math.ceil(needed - onDuty - ordered - WHOLE_UNIT_NOISE));
  }
}
