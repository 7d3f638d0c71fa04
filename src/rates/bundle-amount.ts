/** What Medicare allows for a bundle: the sum of units × amount, each amount rounded to cents as it is paid. */
import type { IsoDate } from './book';
import type { BundleItem } from './bundle';
import { rate, type RateQuery } from './rate';

export interface BundleAmount {
  amount: number;
  /** The last day on which every one of its amounts holds. */
  effectiveTo: IsoDate;
}

/** @throws RateError for the first code without an amount. */
export function bundleAmount(bundle: readonly BundleItem[], query: Omit<RateQuery, 'code'>): BundleAmount {
  const rates = bundle.map(({ code }) => rate({ ...query, code }));
  return {
    amount: rates.reduce((sum, { amount }, i) => sum + bundle[i].units * amount, 0),
    effectiveTo: rates.map(({ effectiveTo }) => effectiveTo).reduce((first, day) => (day < first ? day : first)),
  };
}
