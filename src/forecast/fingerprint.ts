/** What a figure was worked out from, in a text short enough for the header above it. */
import { isBlank, isCellError, type Cell } from '../tables/reading/cell';
import type { ModelTables, Range } from '../tables/reading/read-model';

const TABLES = ['panel', 'payerMix', 'costs', 'settings', 'scenarios', 'changes'] as const;
/** Tables that came later: where they are not there, the fingerprint is what it was. */
const OPTIONAL = ['actuals'] as const;
const LENGTH = 6;
const LARGEST = 36 ** LENGTH;

/** Other tables have another fingerprint; the same ones have the same on every platform, blank or 0, 15 digits or 17. */
export const fingerprintOf = (tables: ModelTables): string =>
  fingerprintOfCells([...TABLES, ...OPTIONAL.filter((each) => tables[each])].map((name) => tables[name] ?? []));

/** As of tables, of any blocks of cells. */
export function fingerprintOfCells(blocks: readonly Range[]): string {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  const take = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
    }
  };
  for (const block of blocks) {
    take('\u0001');
    for (const row of block) {
      take('\u0002');
      for (const cell of row) take(`${textOf(cell)}\u0003`);
    }
  }
  return (((high >>> 0) * 0x100000 + (low >>> 12)) % LARGEST).toString(36).padStart(LENGTH, '0');
}

/** Excel hands numbers over with 17 digits or with 15. */
const DIGITS = 12;

function textOf(cell: Cell): string {
  if (isBlank(cell)) return '';
  if (isCellError(cell)) return cell.error;
  return typeof cell === 'number' ? cell.toPrecision(DIGITS) : String(cell);
}

/**
 * What an answer is of: “Expected · 4f7a0c-8K2F1Q”.
 * @param stamp what the workbook itself says of the present inputs, so that plain Excel can tell an old answer
 */
export const originOf = (scenario: string | null, fingerprint: string, stamp: string): string =>
  `${scenario ?? 'No scenario'} · ${fingerprint}-${stamp}`;
