import { MOST_OF_MEDICARE } from '../../tables/schemas/payer-mix';

/** A payer's share of Medicare's amount as typed: 110 and 110% → 1.1; null for what is none. */
export function readPercent(typed: string): number | null {
  const plain = typed.replace('%', '').trim();
  const percent = /^\d+(\.\d*)?$/.test(plain) ? Number(plain) : 0;
  return percent > 0 && percent <= MOST_OF_MEDICARE * 100 ? percent / 100 : null;
}
