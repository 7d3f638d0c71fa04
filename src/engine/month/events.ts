/**
 * A month's events in the order of docs/model.md, for all months of a forecast. Nothing is allocated, no branch depends
 * on a name.
 *
 * Who joins comes first: in one go, or month by month where a care team has to know how many stay before it admits
 * anybody. Then a segment goes through all its months, its inputs at hand, before the next one does.
 */
import type { Inputs } from '../inputs/prepare';
import { recallMinutesAndCosts, recallMonths, recallPanel } from './actual';
import { disband, type Team } from './care-team';
import { costs } from './costs';
import { enroll, enrollWithin } from './enrollment';
import { hire } from './hiring';
import { teamOf, type Memory } from './memory';
import { realize, shareMinutes } from './minutes';
import { collectOwed } from './owed';
import { attrition, close, panelMonths } from './panel';
import { reportForDuty, staffUnlimited } from './places';
import { segmentsToCash } from './segment';

/** Runs all months; what was in the memory before is gone. */
export function run(inputs: Inputs, memory: Memory): void {
  panelToCash(inputs, memory);
  costs(inputs, memory);
  if (inputs.actual) recallMinutesAndCosts(inputs, inputs.actual, memory);
}

/** Events 2 to 10. */
export function panelToCash(inputs: Inputs, memory: Memory): void {
  const { programs, months, launch, hasCareTeam, actual } = inputs;
  memory.months.fill(0);
  memory.everEnrolled.fill(0);
  if (actual) recallMonths(inputs, actual, memory);
  const team = hasCareTeam ? teamOf(inputs, memory) : null;
  if (team) {
    disband(team);
    for (let t = 0; t < months; t++) monthWithCareTeam(inputs, memory, team, t);
  }
  for (let p = 0; p < programs.length; p++) {
    if (!team) enroll(inputs, memory, p);
    if (launch[p] < months) {
      segmentsToCash(inputs, memory, team, p);
      panelMonths(inputs, memory, p);
    }
    collectOwed(inputs, memory, p);
  }
}

/** Events 2 to 7 of one month, all programs side by side. */
function monthWithCareTeam(inputs: Inputs, memory: Memory, team: Team, t: number): void {
  const { actual } = inputs;
  if (actual && t < actual.months) {
    reportForDuty(inputs, team, t);
    recallPanel(inputs, actual, team, t);
  } else {
    attrition(inputs, team, t);
    reportForDuty(inputs, team, t);
    enrollWithin(inputs, memory, team, t);
    close(inputs, team, t);
  }
  staffUnlimited(inputs, team, t);
  shareMinutes(inputs, memory, team, t);
  realize(inputs, memory, team, t);
  hire(inputs, team, t);
}
