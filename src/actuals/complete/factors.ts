/** How amounts grow from one delay to the next: the volume-weighted chain ladder, with Mack's variances (1993). */
import { isObserved, type Observed } from './observed';

/** From a delay to the next. */
export interface Factor {
  /** Σ amounts at the next delay ÷ Σ amounts at this one, over the rows that have both; 1 where nothing is known. */
  readonly factor: number;
  /** Its denominator; 0 where nothing is known. */
  readonly volume: number;
  /** Mack's σ²: the variance of a row's growth, per unit of amount. */
  readonly variance: number;
  readonly isKnown: boolean;
  /** Whether the variance could be measured, or taken from delays before. */
  readonly hasVariance: boolean;
}

/** The standard error of a factor, σ ÷ √volume. */
export const factorError = ({ variance, volume }: Factor): number => (volume > 0 ? Math.sqrt(variance / volume) : 0);

export function factorsOf(triangle: Observed): Factor[] {
  const factors: Factor[] = [];
  for (let k = 0; k + 1 < triangle.delays; k++) factors.push(factorAt(triangle, k, factors));
  return factors;
}

function factorAt({ cells }: Observed, k: number, before: readonly Factor[]): Factor {
  const pairs = cells.filter((row) => isObserved(row[k]) && isObserved(row[k + 1]));
  const volume = pairs.reduce((sum, row) => sum + row[k], 0);
  const next = pairs.reduce((sum, row) => sum + row[k + 1], 0);
  if (!(volume > 0 && next > 0)) return { factor: 1, volume: 0, variance: 0, isKnown: false, hasVariance: true };
  const factor = next / volume;
  const grown = pairs.filter((row) => row[k] > 0);
  if (grown.length >= 2) {
    const squares = grown.reduce((sum, row) => sum + row[k] * (row[k + 1] / row[k] - factor) ** 2, 0);
    return { factor, volume, variance: squares / (grown.length - 1), isKnown: true, hasVariance: true };
  }
  return { factor, volume, variance: extrapolated(before), isKnown: true, hasVariance: before.length > 0 };
}

/** Mack's variance where one row is left: the two before go on falling as they did, and it never rises above either. */
function extrapolated(before: readonly Factor[]): number {
  const [earlier, previous] = [before.at(-2)?.variance, before.at(-1)?.variance];
  if (previous === undefined) return 0;
  if (earlier === undefined) return previous;
  return earlier === 0 ? 0 : Math.min(previous ** 2 / earlier, earlier, previous);
}
