/** What a monthly summary alone can tell of drivers: less than rows, and with wider intervals. */
import { shareInterval } from '../statistics/interval';
import { Tally } from '../statistics/tally';
import type { AttritionPriors } from './attrition';
import { blend, clusteredShare, notMeasured, type Estimate } from './estimate';
import type { MonthlySummary } from './monthly';
import { meanOrNothing, type Prior } from './prior';

/** Patients' lasting differences do not show between months: as with a correlation of 0.15 within patients, a third counts. */
const MONTHS_TELL = 1 / 3;

/**
 * All causes together, of opening patients: who was lost, less what the early drop-off, which stays as it is, takes of
 * last month's new patients. The causes share it as their priors do.
 */
export function causesOfSummary(monthly: MonthlySummary, payers: number, priors: AttritionPriors): Estimate[] {
  let [lost, opening, joined] = [0, 0, 0];
  for (const month of monthly.months) {
    const now = { lost: monthly.whole('lost', month, payers), opening: monthly.whole('opening', month, payers) };
    const before = monthly.whole('new', month - 1, payers);
    if (now.lost === null || now.opening === null || before === null) continue;
    lost += now.lost;
    opening += now.opening;
    joined += before;
  }
  if (!(opening > 0)) return priors.causes.map(notMeasured);
  const early = priors.early;
  const rate = Math.max(0, lost - early.mean * joined) / opening;
  const ofEarly = (early.mean * (1 - early.mean)) / (early.strength + 1);
  const variance = Math.max(lost, 0.5) / opening ** 2 + (joined / opening) ** 2 * ofEarly;
  const least = Math.max(rate, 0.5 / opening);
  const effective = Math.min(opening, (least * (1 - least)) / variance);
  const [low, high] = shareInterval(rate * effective, effective);
  const mean = priors.causes.reduce((sum, prior) => sum + meanOrNothing(prior), 0);
  return priors.causes.map((prior) => {
    const part = mean > 0 ? meanOrNothing(prior) / mean : 1 / priors.causes.length;
    const all = blend(rate, [low, high], opening, effective, { ...prior, mean });
    return {
      ...all,
      measured: rate * part,
      low: low * part,
      high: high * part,
      prior: prior.mean,
      blended: all.blended * part,
    };
  });
}

/** Billable ÷ active patients, months as clusters. */
export function realizationOfSummary(monthly: MonthlySummary, payer: number, prior: Prior): Estimate {
  return fewer(clusteredShare(monthly.tally('billable', 'active', payer), prior), prior);
}

/** An estimate whose exposure is worth a third of its number at most. */
function fewer(estimate: Estimate, prior: Prior): Estimate {
  const { measured, exposure } = estimate;
  const effective = Math.min(estimate.effective, exposure * MONTHS_TELL);
  return measured === null || !(effective > 0)
    ? estimate
    : blend(measured, shareInterval(measured * effective, effective), exposure, effective, prior);
}

/**
 * Clean claims from what is paid in the end, S = clean + (1 − clean) × appealed × overturned, with the prior appeal and
 * overturn rates; of months old enough to have been paid.
 */
export function cleanOfSummary(
  monthly: MonthlySummary,
  payer: number,
  lastRipe: number,
  prior: Prior,
  wonOfDenied: number,
): Estimate {
  const success = fewer(clusteredShare(monthly.tally('paid', 'submitted', payer, lastRipe), prior), prior);
  if (success.measured === null || wonOfDenied >= 1) return notMeasured(prior);
  const clean = (rate: number) => Math.min(1, Math.max(0, (rate - wonOfDenied) / (1 - wonOfDenied)));
  const measured = clean(success.measured);
  const interval = [clean(success.low!), clean(success.high!)] as const;
  const variance = (success.measured * (1 - success.measured)) / success.effective / (1 - wonOfDenied) ** 2;
  const effective =
    variance > 0 ? Math.min(success.exposure, (measured * (1 - measured)) / variance) : success.effective;
  return blend(measured, interval, success.exposure, effective, prior);
}

/**
 * Cash ÷ what the prior pattern would have brought by then of each month's allowed revenue, from the first month that
 * sees the whole pattern.
 */
export function collectedOfSummary(
  monthly: MonthlySummary,
  payer: number,
  pattern: readonly number[],
  prior: Prior,
): Estimate {
  const money = new Tally();
  for (const month of monthly.months) {
    const cash = monthly.of('cash', payer, month);
    const allowed = pattern.map((_, delay) => monthly.of('allowed', payer, month - delay));
    if (cash === null || allowed.some((dollars) => dollars === null)) continue;
    const due = pattern.reduce((sum, share, delay) => sum + share * allowed[delay]!, 0);
    if (due > 0) money.add(month, cash, due);
  }
  return clusteredShare(money, prior, false);
}
