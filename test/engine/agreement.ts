/**
 * When two statements agree: each figure to 1e-9 of itself.
 *
 * A figure that is the small difference of large ones (a receivable after the last dollar came in) has rounding of the
 * large ones in it, so a difference below 1e-12 of the largest figure of its kind in the statement also counts as none.
 * Where the patients or dollars a rate divides by are themselves such a residue, so is the rate.
 */
import { LINES, type LineKey } from '../../src/engine/lines';

export interface Figures {
  series: Readonly<Record<LineKey, ArrayLike<number>>>;
  totals: Readonly<Record<LineKey, number>>;
}

const RELATIVE = 1e-9;
const RESIDUE = 1e-12;

/** The lines a rate divides, as far as they are shown. */
const DIVISOR: Partial<Record<LineKey, LineKey>> = {
  realizationRate: 'activePatients',
  claimSuccessRate: 'billablePatients',
  allowedPppm: 'paidClaims',
  marginRate: 'allowedRevenue',
  revenuePppm: 'activePatients',
  expensePmpm: 'activePatients',
  marginPppm: 'activePatients',
};

const largest = (figures: Figures, units: readonly string[]): number => {
  let most = 0;
  for (const { key, unit } of LINES) {
    if (units.includes(unit)) for (let t = 0; t < figures.series[key].length; t++) most = Math.max(most, Math.abs(figures.series[key][t]));
  }
  return most;
};

/** Every figure on which the two differ, as text: none when they agree. */
export function disagreements(actual: Figures, expected: Figures, relative = RELATIVE): string[] {
  const found: string[] = [];
  const dollars = largest(expected, ['$']);
  const heads = largest(expected, ['patients', 'claims']);
  /** How much rounding a figure may have in it: of the largest of its kind, or what that makes of the rate it is part of. */
  const residue = (unit: string, divisor: number): number => {
    if (divisor) return RESIDUE * (dollars + heads) / Math.abs(divisor);
    if (unit === '$') return RESIDUE * dollars;
    return unit === 'patients' || unit === 'claims' ? RESIDUE * heads : 0;
  };
  const differ = (a: number, b: number, allowed: number) =>
    !(Object.is(a, b) || Math.abs(a - b) <= Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), allowed));

  for (const { key, unit } of LINES) {
    const a = actual.series[key];
    const b = expected.series[key];
    if (a.length !== b.length) found.push(`${key} has ${a.length} months, not ${b.length}`);
    const divisor = DIVISOR[key] ? Array.from(expected.series[DIVISOR[key]]) : null;
    for (let t = 0; t < b.length; t++) {
      if (differ(a[t], b[t], residue(unit, divisor?.[t] ?? 0))) found.push(`${key} in month ${t + 1} is ${a[t]}, not ${b[t]}`);
    }
    const together = divisor?.reduce((sum, value) => sum + value, 0) ?? 0;
    if (differ(actual.totals[key], expected.totals[key], residue(unit, together) * b.length)) {
      found.push(`total of ${key} is ${actual.totals[key]}, not ${expected.totals[key]}`);
    }
  }
  return found;
}
