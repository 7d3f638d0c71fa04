/** A payment pattern as typed: 20% 50% 30%, or 20/50/30, or 0.2; 0.5; 0.3. */
import { exceeds } from './bounds';

export type PatternProblem = 'no shares' | 'one number' | 'a date' | 'not a share' | 'exceeds one' | 'nothing';

/** Shares collected after 0, 1, 2 … months, or what is wrong with the text. Numbers above 1 are percentages, as those with the sign. */
export function readPaymentPattern(text: string): readonly number[] | PatternProblem {
  const typed = text.trim();
  const tokens = typed.split(/\s*[/;|+,]\s*|\s+/).filter((token) => token !== '');
  if (tokens.length === 0) return 'no shares';
  // Excel turns 10/20/30 into a date as it is typed, and hands over its number.
  if (tokens.length === 1 && Number(typed) >= FIRST_DATE) return 'a date';
  if (tokens.length === 1 && !typed.endsWith('%')) return Number.isNaN(Number(typed)) ? 'not a share' : 'one number';
  if (!tokens.every((token) => /^(\d+\.?\d*|\.\d+)%?$/.test(token))) return 'not a share';
  const isPercent = tokens.some((token) => token.endsWith('%') || Number(token) > 1);
  const shares = tokens.map((token) => Number(token.replace('%', '')) / (isPercent ? 100 : 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (exceeds(total, 1)) return 'exceeds one';
  while (shares.length > 1 && shares[shares.length - 1] === 0) shares.pop();
  return total > 0 ? shares : 'nothing';
}

/** The number of 1 January 1990: smaller ones are days. */
const FIRST_DATE = 32_874;

/** As one types it. */
export const patternText = (shares: readonly number[]): string =>
  shares.map((share) => `${Number((100 * share).toPrecision(12))}%`).join(' ');
