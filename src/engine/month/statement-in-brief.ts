/** The statement of months in brief: what a line of dollars is made of. */
import type { Inputs } from '../inputs/prepare';
import { sum } from '../math/sum';
import type { SeriesKey } from '../model/lines';
import { partOf } from './costs';
import { MONTH, POSITIONS, type Records } from './memory';
import { BRIEF_FIELDS } from './memory-in-brief';
import { derived, PLACE, type Extent, type Statement } from './statement';

/**
 * The statement of some programs together, from months in brief to which all items are charged, but of which none has its
 * part yet of what items of all programs cost.
 * @param from the first of them, and @param to the one behind the last
 */
export function statementInBrief(
  { programs, months }: Inputs,
  { months: record, together, owedAtStart }: Records,
  from: number,
  to: number,
  statement: Statement,
  extent: Extent,
  counted: Counted,
): Statement {
  const { figures } = statement;
  const { activePatients, allowedRevenue, badDebt, careTeamCost, technologyCost, overheadAndComplianceCost } = MONTH;
  const ofProgram = (months * BRIEF_FIELDS) & POSITIONS,
    count = programs.length,
    begin = (from * ofProgram) & POSITIONS,
    end = (to * ofProgram) & POSITIONS;
  const revenueAt = (PLACE.allowedRevenue * months) & POSITIONS,
    debtAt = (PLACE.badDebt * months) & POSITIONS,
    careTeamAt = (PLACE.careTeamCost * months) & POSITIONS,
    technologyAt = (PLACE.technologyCost * months) & POSITIONS,
    overheadAt = (PLACE.overheadAndComplianceCost * months) & POSITIONS,
    totalAt = (PLACE.totalCost * months) & POSITIONS,
    marginAt = (PLACE.margin * months) & POSITIONS;
  for (let t = 0, all = 0; t < months; t = (t + 1) & POSITIONS, all = (all + BRIEF_FIELDS) & POSITIONS) {
    const activeOfAll = together[all + activePatients],
      careTeamOfAll = together[all + careTeamCost],
      technologyOfAll = together[all + technologyCost],
      overheadOfAll = together[all + overheadAndComplianceCost];
    let revenue = 0,
      debt = 0,
      careTeam = 0,
      technology = 0,
      other = 0;
    for (let m = (begin + all) & POSITIONS; m < end; m = (m + ofProgram) & POSITIONS) {
      const part = partOf(record[m + activePatients], activeOfAll, count);
      revenue += record[m + allowedRevenue];
      debt += record[m + badDebt];
      careTeam += record[m + careTeamCost] + careTeamOfAll * part;
      technology += record[m + technologyCost] + technologyOfAll * part;
      other += record[m + overheadAndComplianceCost] + overheadOfAll * part;
    }
    figures[revenueAt + t] = revenue;
    figures[debtAt + t] = debt;
    figures[careTeamAt + t] = careTeam;
    figures[technologyAt + t] = technology;
    figures[overheadAt + t] = other;
    const total = careTeam + technology + other;
    figures[totalAt + t] = total;
    figures[marginAt + t] = revenue - debt - total;
  }
  for (const { field, place } of counted) addUp(record, field + begin, end, figures, place * months, months);
  return derived(statement, sum(owedAtStart, from, to - from), extent);
}

/** A figure of some programs together, month by month. */
function addUp(
  record: Float64Array,
  first: number,
  end: number,
  figures: Float64Array,
  place: number,
  months: number,
): void {
  for (let t = 0, month = first; t < months; t++, month += BRIEF_FIELDS) {
    let sum = 0;
    for (let m = month; m < end; m += months * BRIEF_FIELDS) sum += record[m];
    figures[place + t] = sum;
  }
}

/** What is not dollars of revenue and costs. */
const COUNTED = ['activePatients', 'newPatients', 'cashCollected'] as const;

/** Those of them that are asked for: where they stand in a record, and among the figures. */
type Counted = readonly { readonly field: number; readonly place: number }[];

export const countedIn = ({ measures }: Extent): Counted =>
  COUNTED.map((name) => ({ field: MONTH[name], place: PLACE[name] })).filter(({ place }) => measures.includes(place));

/** The same of a line in brief: total cost and margin are made while dollars are added up. */
export const inBrief = (extent: Extent): Extent => ({
  ...extent,
  isDerived: extent.made.has('receivable') || extent.made.has('cumulativeCash'),
});

/** The measures that a statement in brief has. */
export const IN_BRIEF: ReadonlySet<SeriesKey> = new Set<SeriesKey>([
  ...COUNTED,
  ...(['allowedRevenue', 'badDebt', 'careTeamCost', 'technologyCost', 'overheadAndComplianceCost'] as const),
]);
