/** Lengths that the model counts in. */

export const MONTHS_PER_YEAR = 12;

/** Days to pay are counted in months of so many days. */
export const DAYS_PER_MONTH = 30;
