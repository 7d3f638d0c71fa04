/** Events 4 and 5: demand, and new patients as far as the enrollment limit and the eligible patients go. The others wait. */
import { unlessNoise } from '../math/tolerances';
import type { Inputs } from '../inputs/prepare';
import type { Team } from './care-team';
import { MONTH, MONTH_FIELDS, POSITIONS, type Memory, type Records } from './memory';
import { admit } from './places';

/** All months of a program. */
export function enroll(inputs: Inputs, memory: Records, p: number): void {
  const { count, firstMonth } = inputs.periods;
  for (let q = 0; q < count; q++) enrollIn(inputs, memory, p, q, firstMonth[q], firstMonth[q + 1]);
}

/** The months from–to of a program, which lie in period q. */
function enrollIn(
  { months, launch, openingPatients, cellsPerPeriod, program, actual, model }: Inputs,
  { months: record, everEnrolled, waiting: stillWaiting, fields }: Records,
  p: number,
  q: number,
  from: number,
  to: number,
): void {
  const start = Math.max(from, launch[p], actual === null ? 0 : actual.months);
  if (start >= to) return;
  const { referrals: referralsAt, newPatients: newAt, waitingPatients: waitingAt } = MONTH;
  const stayWaiting = 1 - model.waitingLossRate;
  const i = q * cellsPerPeriod + p;
  const referrals = program.referrals[i],
    converted = referrals * program.conversionRate[i],
    limit = program.enrollmentLimit[i],
    eligible = program.eligiblePatients[i];
  const first = ((p * months + start) * fields) & POSITIONS;
  const end = ((p * months + to) * fields) & POSITIONS;
  let enrolled = start === launch[p] ? openingPatients[p] : everEnrolled[p];
  // Months in brief do not tell who waits.
  const tells = fields > waitingAt;
  let waiting = 0;
  if (!tells) waiting = start === launch[p] ? 0 : stillWaiting[p];
  else if (start > 0) waiting = record[first - fields + waitingAt];
  for (let m = first; m < end; m = (m + fields) & POSITIONS) {
    const demand = converted + waiting * stayWaiting;
    const left = unlessNoise(eligible - enrolled, eligible);
    const candidates = left < demand ? left : demand;
    const joining = limit < candidates ? limit : candidates;
    waiting = candidates - joining;
    enrolled += joining;
    record[m + newAt] = joining;
    if (!tells) continue;
    record[m + referralsAt] = referrals;
    record[m + waitingAt] = waiting;
  }
  everEnrolled[p] = enrolled;
  stillWaiting[p] = waiting;
}

/** One month's enrollment within the places that the care team has free. Those it turns away wait, too. */
export function enrollWithin(inputs: Inputs, memory: Memory, team: Team, t: number): void {
  const { programs, months, periods } = inputs;
  const { months: record, everEnrolled } = memory;
  const { joining } = team;
  for (let p = 0; p < programs.length; p++) {
    enrollIn(inputs, memory, p, periods.ofMonth[t], t, t + 1);
    joining[p] = record[(p * months + t) * MONTH_FIELDS + MONTH.newPatients];
  }
  admit(inputs, team, t);
  for (let p = 0; p < programs.length; p++) {
    const m = (p * months + t) * MONTH_FIELDS;
    const turnedAway = record[m + MONTH.newPatients] - joining[p];
    record[m + MONTH.newPatients] = joining[p];
    record[m + MONTH.waitingPatients] += turnedAway;
    everEnrolled[p] -= turnedAway;
  }
}
