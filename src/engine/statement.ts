/** The monthly statement of one program, or of all of them together: what the kernel and the costs add up to. */
import { LINES, type LineKey } from './lines';
import { sum } from './sum';

export interface Statement {
  months: number;
  /** A series of the horizon's length for every line. */
  series: Readonly<Record<LineKey, Float64Array>>;
  /** The figure of the Total column for every line. */
  totals: Readonly<Record<LineKey, number>>;
}

/** The measured series a statement is derived from. */
export const MEASURES = [
  'referrals', 'openingPatients', 'lostToDischarge', 'lostToDisengagement', 'lostToBenefitChange', 'lostToAdverseEvent',
  'lostToEarlyDropOff', 'newPatients', 'closingPatients', 'waitingPatients', 'activePatients', 'careTeamUnits',
  'careTeamServed', 'careTeamPlaces', 'billablePatients', 'paidClaims', 'potentialRevenue', 'allowedRevenue', 'badDebt',
  'cashCollected', 'careTeamCost', 'technologyCost', 'overheadAndComplianceCost',
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

/** Nothing to divide by is shown as 0. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function statement(measures: Measures, months: number): Statement {
  const lostPatients = new Float64Array(months);
  const receivable = new Float64Array(months);
  const totalCost = new Float64Array(months);
  const margin = new Float64Array(months);
  const cumulativeCash = new Float64Array(months);
  const m = measures;
  let owed = 0;
  let cash = 0;
  for (let t = 0; t < months; t++) {
    lostPatients[t] = m.lostToDischarge[t] + m.lostToDisengagement[t] + m.lostToBenefitChange[t] + m.lostToAdverseEvent[t] + m.lostToEarlyDropOff[t];
    owed += m.allowedRevenue[t] - m.badDebt[t] - m.cashCollected[t];
    receivable[t] = owed;
    totalCost[t] = m.careTeamCost[t] + m.technologyCost[t] + m.overheadAndComplianceCost[t];
    margin[t] = m.allowedRevenue[t] - m.badDebt[t] - totalCost[t];
    cash += m.cashCollected[t] - totalCost[t];
    cumulativeCash[t] = cash;
  }
  const series = { ...m, lostPatients, receivable, totalCost, margin, cumulativeCash } as Measures & Record<LineKey, Float64Array>;
  const totals = {} as Record<LineKey, number>;
  for (const [rate, [part, whole]] of Object.entries(RATIOS) as [keyof typeof RATIOS, readonly [LineKey, LineKey]][]) {
    series[rate] = series[part].map((value, t) => ratio(value, series[whole][t]));
    totals[rate] = ratio(sum(series[part]), sum(series[whole]));
  }
  for (const { key, kind } of LINES) {
    if (kind === 'flow') totals[key] = sum(series[key]);
    if (kind === 'balance') totals[key] = series[key][months - 1];
  }
  return { months, series, totals };
}
