/** Event 3: the units of the care team, what those are worth who are still in training, and the places they make. */
import { wholeUnits } from '../math/whole-units';
import type { Inputs } from '../inputs/prepare';
import { costDriver, isCharged } from '../inputs/cost-drivers';
import { servedBy, type Team } from './care-team';

/** Planned units and everybody hired so far; newcomers are worth less until they are trained. */
export function reportForDuty(inputs: Inputs, team: Team, t: number): void {
  const { costItems, months } = inputs;
  for (const c of inputs.careUnits) {
    team.arrived[c] += team.hired[c * months + t];
    if (costItems[c].staffing === 'unlimited' || !isCharged(inputs, c, t)) continue;
    const planned = Math.max(costDriver(inputs, 'unitsOnDuty', c, t), costDriver(inputs, 'minimumUnits', c, t));
    const onDuty = planned + team.arrived[c];
    team.unitsOnDuty[c * months + t] = onDuty;
    team.effectiveUnits[c] = Math.max(0, onDuty - missingForTraining(inputs, team, c, t));
  }
}

/** Of training time T, a unit in its month j is worth j ÷ (T + 1). Those on duty in the first month are trained. */
function missingForTraining({ model, costItems, months }: Inputs, { unitsOnDuty }: Team, c: number, t: number): number {
  const { trainingMonths } = model;
  const { delayMonths: first = 0 } = costItems[c];
  let missing = 0;
  for (let age = 0; age < trainingMonths && t - age > first; age++) {
    const at = c * months + t - age;
    const joined = Math.max(0, unitsOnDuty[at] - unitsOnDuty[at - 1]);
    missing += joined * (1 - (age + 1) / (trainingMonths + 1));
  }
  return missing;
}

/** New patients fit into the places that are free; those of a shared team go to programs in proportion to what they ask for. */
export function admit(inputs: Inputs, { effectiveUnits, stayed, joining }: Team, t: number): void {
  const { costItems, careUnits, bearer } = inputs;
  let sharedPlaces = Infinity;
  for (const c of careUnits) {
    if (costItems[c].staffing === 'unlimited' || !isCharged(inputs, c, t)) continue;
    const places = effectiveUnits[c] * costDriver(inputs, 'patientsPerUnit', c, t);
    const own = bearer[c];
    if (own === joining.length) sharedPlaces = Math.min(sharedPlaces, places);
    else joining[own] = Math.min(joining[own], Math.max(0, places - stayed[own]));
  }
  if (sharedPlaces === Infinity) return;
  let asked = 0,
    taken = 0;
  for (let p = 0; p < joining.length; p++) {
    asked += joining[p];
    taken += stayed[p];
  }
  const free = Math.max(0, sharedPlaces - taken);
  if (asked > free) for (let p = 0; p < joining.length; p++) joining[p] *= free / asked;
}

/** Unlimited staffing: always as many units as the panel needs, at once, all of them trained. */
export function staffUnlimited(inputs: Inputs, { unitsOnDuty, effectiveUnits, active }: Team, t: number): void {
  for (const c of inputs.careUnits) {
    if (inputs.costItems[c].staffing !== 'unlimited') continue;
    const units = isCharged(inputs, c, t)
      ? wholeUnits(
          servedBy(inputs, c, active),
          costDriver(inputs, 'patientsPerUnit', c, t),
          costDriver(inputs, 'minimumUnits', c, t),
        )
      : 0;
    unitsOnDuty[c * inputs.months + t] = units;
    effectiveUnits[c] = units;
  }
}
