/** Payment pattern and days to pay of a payer, which are the same thing said twice: by month of delay, and on average. */
import { DAYS_PER_MONTH } from '../../engine/math/calendar';
import { shareInterval } from '../statistics/interval';
import { studentPoint } from '../statistics/student';
import { development, type Arrival, type Development } from './development';
import { blend, notMeasured, type Estimate } from './estimate';
import { PATTERN_STRENGTH, type Prior } from './prior';

/** Shares paid 0, 1, 2 … months after the month of service. */
export interface PatternPrior {
  readonly shares: readonly number[];
  readonly source: string;
}

export interface PaymentPattern {
  readonly shares: readonly Estimate[];
  readonly days: Estimate;
  /** Whether reversals made a share negative, which was then set to 0. */
  readonly hadNegative: boolean;
}

/** The mean delay of a pattern, in days; the model pays all on average then, and so has the same receivable. */
export const daysOfPattern = (shares: readonly number[]): number =>
  shares.reduce((days, share, delay) => days + DAYS_PER_MONTH * delay * share, 0);

/** The pattern that the model makes of days to pay: two months share what is paid. */
export function patternOfDays(days: number): number[] {
  const delay = days / DAYS_PER_MONTH;
  const whole = Math.floor(delay);
  const shares = new Array<number>(whole + 2).fill(0);
  shares[whole] = 1 - (delay - whole);
  shares[whole + 1] = delay - whole;
  return shares;
}

/** @param payments of one payer @param first the first month of service of the program */
export function paymentPattern(
  payments: readonly Arrival[],
  first: number,
  asOf: number,
  prior: PatternPrior,
): PaymentPattern {
  const days: Prior = { mean: daysOfPattern(prior.shares), strength: PATTERN_STRENGTH, source: prior.source };
  const developed = development(payments, first, asOf);
  const amounts = payments.filter(({ delay }) => delay >= 0);
  const effective = equivalentsOf(amounts);
  if (!developed || !(effective > 0)) return { shares: [], days: notMeasured(days), hadNegative: false };
  const { share } = developed;
  const raw = Array.from(share, (until, delay) => until - (delay > 0 ? share[delay - 1] : 0));
  const kept = raw.map((part) => Math.max(0, part));
  const total = kept.reduce((sum, part) => sum + part, 0);
  const shares = kept.map((part, delay): Estimate => {
    const measured = part / total;
    const n = Math.min(effective, sharpness(developed, delay, measured));
    const ofDelay: Prior = { mean: prior.shares[delay] ?? 0, strength: PATTERN_STRENGTH, source: prior.source };
    const estimate = blend(measured, shareInterval(measured * n, n), amounts.length, effective, ofDelay);
    return { ...estimate, effective: n };
  });
  const mean = kept.reduce((sum, part, delay) => sum + (delay * part) / total, 0);
  const half = studentPoint(Math.max(1, effective - 1)) * Math.sqrt(varianceOfMean(developed));
  const interval = [Math.max(0, DAYS_PER_MONTH * (mean - half)), DAYS_PER_MONTH * (mean + half)] as const;
  return {
    shares,
    days: blend(DAYS_PER_MONTH * mean, interval, amounts.length, effective, days),
    hadNegative: raw.some((part) => part < 0),
  };
}

function equivalentsOf(amounts: readonly Arrival[]): number {
  let [sum, squares] = [0, 0];
  for (const { amount } of amounts) {
    sum += amount;
    squares += amount ** 2;
  }
  return squares > 0 ? sum ** 2 / squares : 0;
}

/** g (1 − g) ÷ n. */
const varianceOf = (hazard: number, equivalents: number): number => Math.max(0, hazard * (1 - hazard)) / equivalents;

/**
 * The exposure that would tell a share as well: p (1 − p) ÷ its variance. A share moves by F with its own g, and by
 * −p ÷ (1 − g) with each later one.
 */
function sharpness({ share, hazard, equivalents }: Development, delay: number, part: number): number {
  let variance = 0;
  for (let i = Math.max(1, delay); i < hazard.length; i++) {
    if (!(equivalents[i] > 0)) continue;
    const slope = i === delay ? share[delay] : hazard[i] < 1 ? part / (1 - hazard[i]) : 0;
    variance += slope ** 2 * varianceOf(hazard[i], equivalents[i]);
  }
  return variance > 0 ? (part * (1 - part)) / variance : Infinity;
}

/** The variance of the mean delay, in months: it moves by F R with each g, R = 1 + (1 − g before) × R before. */
function varianceOfMean({ share, hazard, equivalents }: Development): number {
  let variance = 0;
  let reach = 1;
  for (let delay = 1; delay < hazard.length; delay++) {
    if (delay > 1) reach = 1 + (1 - hazard[delay - 1]) * reach;
    const n = equivalents[delay];
    if (!(n > 0)) continue;
    // Where all came at one delay, as many more might not have: the variance is not quite nothing.
    const certain = hazard[delay] < 1 ? hazard[delay] : (n + 0.5) / (n + 1);
    variance += (share[delay] * reach) ** 2 * varianceOf(certain, n);
  }
  return variance;
}
