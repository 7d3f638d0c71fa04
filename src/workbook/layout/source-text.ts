/**
 * Where a row's figures come from, in short: beside the row it is said what kind of sources they are, and a text that
 * would run over the screen stands in full on Log, by sheet and row.
 */

/** Characters that the column Source has room for. */
export const SOURCE_LIMIT = 44;
/** Width of the column; its font is small. */
export const SOURCE_WIDTH = 38;

const ASSUMED = /assumption/i;
/** A source in brackets; codes and the word assumption stand in brackets, too. */
const PUBLISHED = /\((?!assumption\b|[A-Z]?\d{4,5}\b)[^)]*[A-Z\d][^)]*\)|see Rates/;

/** Whether the text has its place on Log. */
export const isLong = (source: string): boolean => source.length > SOURCE_LIMIT;

export function shortSource(source: string): string {
  if (!isLong(source)) return source;
  const kinds = [
    ...(PUBLISHED.test(source) ? ['published figures'] : []),
    ...(ASSUMED.test(source) ? ['assumptions'] : []),
  ];
  return `${kinds.length > 0 ? kinds.join(', ') : 'a longer text'}: see Log`;
}
