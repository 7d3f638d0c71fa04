/** The statement of months in brief: what a line of dollars is made of, for all programs together. */
import type { Inputs } from '../inputs/prepare';
import { sum } from '../math/sum';
import type { SeriesKey } from '../model/lines';
import { partOf } from './costs';
import { MONTH, POSITIONS, type Memory } from './memory';
import { derived, PLACE, type Extent, type Statement } from './statement';

/**
 * The statement of all programs together, from months in brief to which all items are charged, but of which none has its
 * part yet of what items of all programs cost.
 */
export function statementInBrief(
  { programs, months }: Inputs,
  { months: record, together, owedAtStart, fields }: Memory,
  statement: Statement,
  extent: Extent,
): Statement {
  const { figures } = statement;
  const ofProgram = months * fields,
    count = programs.length,
    end = count * ofProgram;
  const allowedRevenue = PLACE.allowedRevenue * months,
    badDebt = PLACE.badDebt * months,
    careTeamCost = PLACE.careTeamCost * months,
    technologyCost = PLACE.technologyCost * months,
    overhead = PLACE.overheadAndComplianceCost * months;
  for (let t = 0, all = 0; t < months; t++, all += fields) {
    const activeOfAll = together[all + MONTH.activePatients],
      careTeamOfAll = together[all + MONTH.careTeamCost],
      technologyOfAll = together[all + MONTH.technologyCost],
      overheadOfAll = together[all + MONTH.overheadAndComplianceCost];
    let revenue = 0,
      debt = 0,
      careTeam = 0,
      technology = 0,
      other = 0;
    for (let m = all & POSITIONS; m < end; m += ofProgram) {
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
  for (const name of COUNTED) {
    if (!extent.made.has(name)) continue;
    const place = PLACE[name] * months;
    for (let t = 0, m = MONTH[name] as number; t < months; t++, m += fields) figures[place + t] = together[m];
  }
  return derived(statement, sum(owedAtStart), extent);
}

/** What costs have added up over programs already. */
const COUNTED = ['activePatients', 'newPatients', 'cashCollected'] as const;
/** The measures that a statement in brief has. */
export const IN_BRIEF: ReadonlySet<SeriesKey> = new Set<SeriesKey>([
  ...COUNTED,
  ...(['allowedRevenue', 'badDebt', 'careTeamCost', 'technologyCost', 'overheadAndComplianceCost'] as const),
]);
