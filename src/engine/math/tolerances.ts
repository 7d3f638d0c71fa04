/** What counts as the rounding of numbers, and what as people's. */

/** Less than this part of a whole is rounding noise: nobody, and nothing. */
export const NOISE = 1e-12;

/** What is left of a whole; nothing when it is but rounding noise. */
export const unlessNoise = (left: number, whole: number): number => (left < NOISE * whole ? 0 : left);

/** Less than this, of patients, claims, places or dollars, is nothing to divide by; a month with fewer active patients has none. */
export const NOTHING = 1e-9;

/** A figure that exceeds a whole number, or a limit, by less than this part of it does not exceed it. */
export const WHOLE_UNIT_NOISE = 1e-9;

/** Shares that sum to 1 within this do: it is how people type thirds. */
export const SHARE_TOLERANCE = 1e-6;
