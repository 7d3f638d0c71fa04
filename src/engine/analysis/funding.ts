/** The cash a forecast needs, and when it has come back. */

/** Months count from 1; null where it does not happen. */
export interface Funding {
  /** The lowest cumulative cash, below zero, as a positive amount, and its first month. */
  peakFunding: number | null;
  peakMonth: number | null;
  /**
   * First month after it with cumulative cash of at least zero: all that was put in has come back. Where cash falls
   * below zero again, less is needed than at the peak, and this month stays.
   */
  paybackMonth: number | null;
}

export function fundingOf(cumulativeCash: Float64Array): Funding {
  let lowest = 0,
    peakMonth = 0,
    paybackMonth = 0;
  cumulativeCash.forEach((cash, t) => {
    if (cash < lowest) {
      lowest = cash;
      peakMonth = t + 1;
      paybackMonth = 0;
    } else if (peakMonth && !paybackMonth && cash >= 0) paybackMonth = t + 1;
  });
  return { peakFunding: peakMonth ? -lowest : null, peakMonth: peakMonth || null, paybackMonth: paybackMonth || null };
}
