/** What the list of rates starts from: the workbook's own settings where there is a workbook. */
import { rateBook } from '../../rates/book';
import type { RateSettings } from '../../workbook';
import type { RateChoices } from './rate-list';

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** First and last month that the rate book has amounts for. */
export const bookMonths = (): { first: number; last: number } => ({
  first: monthOf(rateBook().firstDay),
  last: monthOf(rateBook().lastDay),
});

/** A forecast that starts after the last published schedule uses that schedule, and so does the list. */
export function startingChoices(settings: RateSettings | null): RateChoices {
  if (!settings) return { locality: '', month: null, setting: 'nonfacility', qp: false };
  const { locality, setting, qp, startMonth } = settings;
  const { first, last } = bookMonths();
  return {
    locality,
    setting,
    qp,
    month: startMonth === null || startMonth > last ? null : Math.max(startMonth, first),
  };
}
