/** The monthly statement of one program, or of all of them together: what the kernel and the costs add up to. */
import { ALL_LINES, RATIOS, type LineKey, type MeasureKey, type SeriesKey } from '../model/lines';
import { seriesBlock } from '../math/series-block';
import { sum } from '../math/sum';

export interface Statement {
  months: number;
  /** A series of the horizon's length for every line, and for what only a rate divides. */
  series: Readonly<Record<SeriesKey, Float64Array>>;
  /** The figure of the Total column for every line. */
  totals: Readonly<Record<LineKey, number>>;
}

export type Measures = Record<MeasureKey, Float64Array>;

/** Nothing to divide by is shown as 0. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function statement(measures: Measures, months: number): Statement {
  const { lostToDischarge, lostToDisengagement, lostToBenefitChange, lostToAdverseEvent, lostToEarlyDropOff } =
    measures;
  const { allowedRevenue, badDebt, cashCollected, careTeamCost, technologyCost, overheadAndComplianceCost } = measures;
  const [lostPatients, receivable, totalCost, margin, cumulativeCash, ...rates] = seriesBlock(
    5 + RATIOS.length,
    months,
  );
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
  const series = { ...measures, lostPatients, receivable, totalCost, margin, cumulativeCash } as Record<
    SeriesKey,
    Float64Array
  >;
  const totals = {} as Record<LineKey, number>;
  RATIOS.forEach(({ key, part, whole }, i) => {
    const parts = series[part],
      wholes = series[whole];
    const own = rates[i];
    for (let t = 0; t < months; t++) own[t] = ratio(parts[t], wholes[t]);
    series[key] = own;
    totals[key] = ratio(sum(parts), sum(wholes));
  });
  for (const { key, kind } of ALL_LINES) {
    if (kind === 'flow') totals[key] = sum(series[key]);
    if (kind === 'balance') totals[key] = series[key][months - 1];
  }
  return { months, series, totals };
}
