/** What rounding adds or takes away counts as nothing: one rule for the cells of tables and the arguments of functions. */

/** 1e-9, and what is off when 1 is added to it: sums of typed numbers are off by far less, and nobody types as little. */
const NOISE = 1e-9 + 1e-15;

/** A number beyond a bound by rounding alone is that bound; any other stays as it is. */
export function withinRounding(value: number, lower: number, upper: number): number {
  if (value < lower) return lower - value <= NOISE ? lower : value;
  if (value > upper) return value - upper <= NOISE ? upper : value;
  return value;
}

/** 36.00000000000001 is 36; any other number stays as it is. */
export function wholeWithinRounding(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= NOISE ? whole : value;
}

/** Whether a value that is at most the limit is more than that: what rounding adds is no more. */
export const exceeds = (value: number, limit: number): boolean => value > limit + NOISE;
