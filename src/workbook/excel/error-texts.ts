/** Errors as Excel hands over the values of cells. */

export const isErrorText = (value: unknown): value is string =>
  typeof value === 'string' && /^#[A-Z/0_]+[!?]?$/.test(value);

/** An answer is on its way. */
export const PASSING: ReadonlySet<string> = new Set(['#BUSY!', '#GETTING_DATA']);
