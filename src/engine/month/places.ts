/** Event 3: the units of the care team, what those are worth who are still in training, and the places they make. */
import { wholeUnits } from '../math/whole-units';
import type { Inputs } from '../inputs/prepare';
import { costDriver, isCharged } from '../inputs/cost-drivers';
import { servedBy, type Team } from './care-team';
import { comeAndGo, missingForTraining } from './training';

/** Who is on duty of planned and as-needed staff, and what they are worth; an item that is not charged has nobody. */
export function reportForDuty(inputs: Inputs, team: Team, t: number): void {
  const { costItems, months } = inputs;
  const { trainingMonths } = inputs.model;
  const { unitsOnDuty, hired, joined, hiredSoFar, hasBegun, effectiveUnits } = team;
  for (const c of inputs.careUnits) {
    if (costItems[c].staffing === 'unlimited') continue;
    const first = c * months;
    const arriving = hired[first + t];
    let onDuty = 0;
    if (isCharged(inputs, c, t)) {
      const typed = costDriver(inputs, 'unitsOnDuty', c, t),
        minimum = costDriver(inputs, 'minimumUnits', c, t);
      // A hire comes on top of those on duty, also of those whom only the minimum brought.
      if (arriving > 0) hiredSoFar[c] = Math.max(minimum - typed, hiredSoFar[c]) + arriving;
      onDuty = Math.max(minimum, typed + hiredSoFar[c]);
      // Who is there from the item's first month is trained.
      if (hasBegun[c]) comeAndGo(joined, first, t, onDuty - unitsOnDuty[first + t - 1], trainingMonths);
      hasBegun[c] = 1;
    } else {
      hiredSoFar[c] += arriving;
      if (hasBegun[c]) comeAndGo(joined, first, t, -unitsOnDuty[first + t - 1], trainingMonths);
    }
    unitsOnDuty[first + t] = onDuty;
    effectiveUnits[c] = Math.max(0, onDuty - missingForTraining(joined, first, t, trainingMonths));
  }
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
export function staffUnlimited(inputs: Inputs, team: Team, t: number): void {
  const { unitsOnDuty, effectiveUnits } = team;
  for (const c of inputs.careUnits) {
    if (inputs.costItems[c].staffing !== 'unlimited') continue;
    const units = isCharged(inputs, c, t)
      ? wholeUnits(
          servedBy(inputs, team, c),
          costDriver(inputs, 'patientsPerUnit', c, t),
          costDriver(inputs, 'minimumUnits', c, t),
        )
      : 0;
    unitsOnDuty[c * inputs.months + t] = units;
    effectiveUnits[c] = units;
  }
}
