/** The monthly statement of one program, or of all of them together: what the kernel and the costs add up to. */
import { ALL_LINES, type LineKey } from '../model/lines';
import { seriesBlock } from '../math/series-block';
import { sum } from '../math/sum';

export interface Statement {
  months: number;
  /** A series of the horizon's length for every line. */
  series: Readonly<Record<LineKey, Float64Array>>;
  /** The figure of the Total column for every line. */
  totals: Readonly<Record<LineKey, number>>;
}

/** The measured series a statement is derived from. */
export const MEASURES = [
  'referrals',
  'openingPatients',
  'lostToDischarge',
  'lostToDisengagement',
  'lostToBenefitChange',
  'lostToAdverseEvent',
  'lostToEarlyDropOff',
  'newPatients',
  'closingPatients',
  'waitingPatients',
  'activePatients',
  'careTeamUnits',
  'careTeamServed',
  'careTeamPlaces',
  'billablePatients',
  'paidClaims',
  'potentialRevenue',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
  'careTeamCost',
  'technologyCost',
  'overheadAndComplianceCost',
  'minutesAvailable',
  'minutesUsed',
] as const;

export type Measures = Record<(typeof MEASURES)[number], Float64Array>;

/** A rate is the ratio of two series; over months and segments, of their sums. */
export const RATIOS = {
  utilizationRate: ['careTeamServed', 'careTeamPlaces'],
  realizationRate: ['billablePatients', 'activePatients'],
  claimSuccessRate: ['paidClaims', 'billablePatients'],
  allowedPppm: ['allowedRevenue', 'paidClaims'],
  marginRate: ['margin', 'allowedRevenue'],
  revenuePppm: ['allowedRevenue', 'activePatients'],
  expensePmpm: ['totalCost', 'activePatients'],
  marginPppm: ['margin', 'activePatients'],
} as const;

const RATES = Object.keys(RATIOS) as (keyof typeof RATIOS)[];

/** Nothing to divide by is shown as 0. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function statement(measures: Measures, months: number): Statement {
  const { lostToDischarge, lostToDisengagement, lostToBenefitChange, lostToAdverseEvent, lostToEarlyDropOff } =
    measures;
  const { allowedRevenue, badDebt, cashCollected, careTeamCost, technologyCost, overheadAndComplianceCost } = measures;
  const [lostPatients, receivable, totalCost, margin, cumulativeCash, ...rates] = seriesBlock(5 + RATES.length, months);
  let owed = 0;
  let cash = 0;
  for (let t = 0; t < months; t++) {
    lostPatients[t] =
      lostToDischarge[t] +
      lostToDisengagement[t] +
      lostToBenefitChange[t] +
      lostToAdverseEvent[t] +
      lostToEarlyDropOff[t];
    owed += allowedRevenue[t] - badDebt[t] - cashCollected[t];
    receivable[t] = owed;
    totalCost[t] = careTeamCost[t] + technologyCost[t] + overheadAndComplianceCost[t];
    margin[t] = allowedRevenue[t] - badDebt[t] - totalCost[t];
    cash += cashCollected[t] - totalCost[t];
    cumulativeCash[t] = cash;
  }
  const series = { ...measures, lostPatients, receivable, totalCost, margin, cumulativeCash } as Measures &
    Record<LineKey, Float64Array>;
  const totals = {} as Record<LineKey, number>;
  RATES.forEach((rate, i) => {
    const [part, whole] = RATIOS[rate];
    const parts = series[part],
      wholes = series[whole];
    const own = rates[i];
    for (let t = 0; t < months; t++) own[t] = ratio(parts[t], wholes[t]);
    series[rate] = own;
    totals[rate] = ratio(sum(parts), sum(wholes));
  });
  for (const { key, kind } of ALL_LINES) {
    if (kind === 'flow') totals[key] = sum(series[key]);
    if (kind === 'balance') totals[key] = series[key][months - 1];
  }
  return { months, series, totals };
}
