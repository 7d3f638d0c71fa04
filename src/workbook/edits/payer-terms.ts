/** What the practice knows of a payer, whatever the program. */
import type { InputRow } from '../practice/sample-tables';
import { numberIn, rowsNaming, textIn, type TableNow, type TablesNow } from './tables-now';

const TERMS = ['cleanClaimRate', 'appealRate', 'overturnRate', 'daysToPay', 'collectedRate', 'attritionMultiplier'];

/** How a payer pays is the practice's own knowledge by now: it is taken from the payer's first row. */
export function asPayerPays({ payerMix }: TablesNow, payer: string, row: InputRow): InputRow {
  const first = payerMix.rows[rowsNaming(payerMix, { payer })[0]];
  if (!first) return row;
  const given = TERMS.map((key) => [key, termOf(payerMix, first, key)] as const);
  if (given.every(([key, term]) => term === row.cells[key])) return row;
  const source = row.source.replace('; claims: see Log', '');
  return {
    cells: { ...row.cells, ...Object.fromEntries(given) },
    source: `${source}; claims and payment: as ${textIn(payerMix, first, 'program')}`,
  };
}

/** The number typed, or the word zero. */
const termOf = (table: TableNow, row: TableNow['rows'][number], key: string): number | string | null =>
  numberIn(table, row, key) ?? (textIn(table, row, key) || null);
