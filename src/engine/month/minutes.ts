/** Event 7: the minutes that the care team has for each program, and the share of patients they carry over a threshold. */
import { shareReaching } from '../math/minutes';
import type { Inputs } from '../inputs/prepare';
import { costDriver, isCharged } from '../inputs/cost-drivers';
import type { Team } from './care-team';
import { MONTH, MONTH_FIELDS, type Memory } from './memory';

/** A shared team's minutes go to programs by active patients; no minute is counted twice. */
export function shareMinutes(inputs: Inputs, { months: record }: Memory, team: Team, t: number): void {
  const { programs, months, bearer } = inputs;
  const { active, activeOfAll } = team;
  let ofAll = 0;
  for (const c of inputs.careUnits) {
    if (!isCharged(inputs, c, t)) continue;
    const minutes =
      team.effectiveUnits[c] * costDriver(inputs, 'minutesPerUnit', c, t) * costDriver(inputs, 'productiveRate', c, t);
    const own = bearer[c];
    if (own < programs.length) record[(own * months + t) * MONTH_FIELDS + MONTH.minutesAvailable] += minutes;
    else ofAll += minutes;
  }
  if (ofAll === 0) return;
  const [all] = activeOfAll;
  for (let p = 0; p < programs.length; p++)
    record[(p * months + t) * MONTH_FIELDS + MONTH.minutesAvailable] +=
      ofAll * (all > 0 ? active[p] / all : 1 / programs.length);
}

/** Whether a segment's realization follows from minutes in a period. */
export const asksForMinutes = ({ payer, cellsPerPeriod }: Inputs, s: number, q: number): boolean =>
  !(payer.thresholdMinutes[q * cellsPerPeriod + s] <= 0);

/** What the minutes of the month make of the realization of segments that ask for some. */
export function realize(inputs: Inputs, { months: record }: Memory, team: Team, t: number): void {
  const { programs, months, periods, cellsPerPeriod, firstSegment, program, payer } = inputs;
  const { minutesDistribution } = inputs.model;
  const q = periods.ofMonth[t];
  for (let p = 0; p < programs.length; p++) {
    const m = (p * months + t) * MONTH_FIELDS;
    const available = record[m + MONTH.minutesAvailable];
    const serviceMinutes = program.serviceMinutes[q * cellsPerPeriod + p];
    const active = team.active[p];
    const mean = active > 0 ? Math.min(serviceMinutes, available / active) : 0;
    record[m + MONTH.minutesUsed] = active > 0 ? Math.min(serviceMinutes * active, available) : 0;
    // Payers of a program mostly ask for the same minutes: a tail is worked out once for all of them.
    let ofCv = NaN,
      ofThreshold = NaN,
      reaching = 0;
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      if (!asksForMinutes(inputs, s, q)) continue;
      const i = q * cellsPerPeriod + s;
      const threshold = payer.thresholdMinutes[i],
        cv = payer.minutesCv[i];
      if (cv !== ofCv || threshold !== ofThreshold) {
        reaching = shareReaching(mean, cv, threshold, minutesDistribution);
        ofCv = cv;
        ofThreshold = threshold;
      }
      team.realizationRate[s * months + t] = payer.consentRate[i] * payer.documentationRate[i] * reaching;
    }
  }
}
