/**
 * What the sample assumes of years without a published fee schedule: that Medicare's conversion factor goes on
 * as it went from the book's first year to its last one, a proposed one included.
 */
import { rateBook } from '../../rates/book';
import { proposedFactor } from '../../rates/rate';

export interface YearlyUpdate {
  /** Change each January, to a tenth of a percent. */
  value: number;
  /** What it rests on. */
  note: string;
}

export function assumedUpdate(): YearlyUpdate {
  const { factors, lastDay } = rateBook();
  const ofOthers = factors.filter(({ kind }) => kind !== 'QP');
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const firstYear = yearOf(ofOthers[0].from);
  const first = ofOthers.filter(({ from }) => yearOf(from) === firstYear).at(-1)!;
  const proposed = proposedFactor(yearOf(lastDay) + 1, false);
  const last = proposed ?? ofOthers.at(-1)!;
  const lastYear = yearOf(last.from);
  const shown = (tenThousandths: number) => `$${(tenThousandths / 1e4).toFixed(2)}`;
  return {
    value: Math.round(((last.tenThousandths / first.tenThousandths) ** (1 / (lastYear - firstYear)) - 1) * 1000) / 1000,
    note: `In the sample the conversion factor goes on as from ${shown(first.tenThousandths)} (${firstYear}) to ${shown(last.tenThousandths)} (${lastYear}${proposed ? `, proposed: ${proposed.proposal}` : ''}).`,
  };
}
