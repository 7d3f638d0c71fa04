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
): Statement {
  const { figures } = statement;
  const ofProgram = months * BRIEF_FIELDS,
    count = programs.length,
    begin = from * ofProgram,
    end = to * ofProgram;
  const allowedRevenue = PLACE.allowedRevenue * months,
    badDebt = PLACE.badDebt * months,
    careTeamCost = PLACE.careTeamCost * months,
    technologyCost = PLACE.technologyCost * months,
    overhead = PLACE.overheadAndComplianceCost * months;
  for (let t = 0, all = 0; t < months; t++, all += BRIEF_FIELDS) {
    const activeOfAll = together[all + MONTH.activePatients],
      careTeamOfAll = together[all + MONTH.careTeamCost],
      technologyOfAll = together[all + MONTH.technologyCost],
      overheadOfAll = together[all + MONTH.overheadAndComplianceCost];
    let revenue = 0,
      debt = 0,
      careTeam = 0,
      technology = 0,
      other = 0;
    for (let m = (begin + all) & POSITIONS; m < end; m += ofProgram) {
      const part = partOf(record[m + MONTH.activePatients], activeOfAll, count);
      revenue += record[m + MONTH.allowedRevenue];
      debt += record[m + MONTH.badDebt];
      careTeam += record[m + MONTH.careTeamCost] + careTeamOfAll * part;
      technology += record[m + MONTH.technologyCost] + technologyOfAll * part;
      other += record[m + MONTH.overheadAndComplianceCost] + overheadOfAll * part;
    }
    figures[allowedRevenue + t] = revenue;
    figures[badDebt + t] = debt;
    figures[careTeamCost + t] = careTeam;
    figures[technologyCost + t] = technology;
    figures[overhead + t] = other;
  }
  for (const name of COUNTED)
    if (extent.made.has(name)) addUp(record, MONTH[name] + begin, end, figures, PLACE[name] * months, months);
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
/** The measures that a statement in brief has. */
export const IN_BRIEF: ReadonlySet<SeriesKey> = new Set<SeriesKey>([
  ...COUNTED,
  ...(['allowedRevenue', 'badDebt', 'careTeamCost', 'technologyCost', 'overheadAndComplianceCost'] as const),
]);
