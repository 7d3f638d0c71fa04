/** The fact tables the book was written from, and an exact computation of an amount that shares no code with it. */
import { join } from 'node:path';
import { readCsv, type CsvRow } from '../../src/build/rate-book/csv';

export const FACTS = join(__dirname, 'data');

export const facts = (name: string): CsvRow[] => readCsv(FACTS, `${name}.csv`);

/** 33.4009 with 6 decimals → 33400900n */
function exact(decimal: string, decimals: number): bigint {
  const [whole, fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** (work × GPCI + practice expense × GPCI + malpractice × GPCI) × factor in dollars, rounded half up to cents. */
export function amountByHand(
  rvus: readonly [string, string, string],
  gpcis: readonly [string, string, string],
  factor: string,
): string {
  const product = rvus.reduce((sum, rvu, i) => sum + exact(rvu, 2) * exact(gpcis[i], 3), 0n) * exact(factor, 4);
  const cents = (product + 5_000_000n) / 10_000_000n;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
