/** Rows that are the same as one before. */
import type { Coded } from './coded';
import { rowsByCode } from './dates';
import type { Judged } from './judged';

type Column = Int32Array | Float64Array | Uint8Array;

/**
 * Sets aside what repeats an earlier row in all the columns.
 * @param keys a column of which a row that has a cell alone repeats no other
 */
export function setRepeatsAside(judged: Judged, columns: readonly Column[], keys?: Coded): void {
  const { rows, faults, table } = judged;
  const counts = keys && rowsByCode(keys);
  const mayRepeat = (row: number): boolean => !counts || counts[keys.rows[row]] !== 1;
  let candidates = 0;
  for (let i = 0; i < rows; i++) if (mayRepeat(i)) candidates++;
  const slots = 1 << (32 - Math.clz32(Math.max(8, candidates * 2)));
  const first = new Int32Array(slots).fill(-1);
  for (let i = 0; i < rows; i++) {
    if (faults[i] || !mayRepeat(i)) continue;
    let hash = 17;
    for (const column of columns) hash = Math.imul(hash ^ column[i], 0x9e3779b1) + (hash >>> 15);
    let slot = (hash ^ (hash >>> 15)) & (slots - 1);
    while (first[slot] >= 0 && !isSame(columns, first[slot], i)) slot = (slot + 1) & (slots - 1);
    if (first[slot] < 0) first[slot] = i;
    else judged.fault(i, 'same as another row', undefined, table.rowNumbers[first[slot]]);
  }
}

function isSame(columns: readonly Column[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
