/** When growth makes something necessary: the first month that reaches a threshold, less the time until it is there. */

export interface Due {
  /** The first month, counted from 1, in which the line reaches the threshold. */
  needed: number;
  /** The month to order in; less than 1 lies before the forecast. */
  due: number;
}

/** @returns null where the threshold is never reached */
export function dueOf(series: ArrayLike<number>, threshold: number, leadMonths: number): Due | null {
  // What rounding takes away keeps nobody below a threshold.
  const least = threshold - 1e-9 * Math.abs(threshold);
  for (let t = 0; t < series.length; t++) if (series[t] >= least) return { needed: t + 1, due: t + 1 - leadMonths };
  return null;
}
