/** Events 4 and 5: demand, and new patients as far as the enrollment limit and the eligible patients go. The others wait. */
import { unlessNoise } from '../math/tolerances';
import type { Inputs } from '../inputs/prepare';
import type { Team } from './care-team';
import { MONTH, MONTH_FIELDS, POSITIONS, type Memory } from './memory';
import { admit } from './places';

/** The months from–to, which lie in period q, of every program, or of those from the first up to the end. */
export function enroll(
  inputs: Inputs,
  memory: Memory,
  q: number,
  from: number,
  to: number,
  firstProgram = 0,
  endProgram = inputs.programs.length,
): void {
  const { months, launch, openingPatients, cellsPerPeriod, program, actual } = inputs;
  const { months: record, everEnrolled, fields } = memory;
  const stayWaiting = 1 - inputs.model.waitingLossRate;
  for (let p = firstProgram; p < endProgram; p++) {
    if (launch[p] >= to) continue;
    const i = q * cellsPerPeriod + p;
    const referrals = program.referrals[i],
      converted = referrals * program.conversionRate[i],
      limit = program.enrollmentLimit[i],
      eligible = program.eligiblePatients[i];
    const start = Math.max(from, launch[p], actual === null ? 0 : actual.months);
    if (start >= to) continue;
    const first = ((p * months + start) * fields) & POSITIONS;
    const end = ((p * months + to) * fields) & POSITIONS;
    let enrolled = start === launch[p] ? openingPatients[p] : everEnrolled[p];
    let waiting = start > 0 ? record[first - fields + MONTH.waitingPatients] : 0;
    for (let m = first; m < end; m += fields) {
      const demand = converted + waiting * stayWaiting;
      const candidates = Math.min(demand, unlessNoise(eligible - enrolled, eligible));
      const joining = Math.min(candidates, limit);
      waiting = candidates - joining;
      enrolled += joining;
      record[m + MONTH.referrals] = referrals;
      record[m + MONTH.newPatients] = joining;
      record[m + MONTH.waitingPatients] = waiting;
    }
    everEnrolled[p] = enrolled;
  }
}

/** One month's enrollment within the places that the care team has free. Those it turns away wait, too. */
export function enrollWithin(inputs: Inputs, memory: Memory, team: Team, t: number): void {
  const { programs, months, periods } = inputs;
  const { months: record, everEnrolled } = memory;
  const { joining } = team;
  enroll(inputs, memory, periods.ofMonth[t], t, t + 1);
  for (let p = 0; p < programs.length; p++) joining[p] = record[(p * months + t) * MONTH_FIELDS + MONTH.newPatients];
  admit(inputs, team, t);
  for (let p = 0; p < programs.length; p++) {
    const m = (p * months + t) * MONTH_FIELDS;
    const turnedAway = record[m + MONTH.newPatients] - joining[p];
    record[m + MONTH.newPatients] = joining[p];
    record[m + MONTH.waitingPatients] += turnedAway;
    everEnrolled[p] -= turnedAway;
  }
}
