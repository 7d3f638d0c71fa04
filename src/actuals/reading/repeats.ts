/** Rows that are the same as one before. */
import type { Judged } from './judged';

type Column = Int32Array | Float64Array | Uint8Array;

/**
 * Sets aside what repeats an earlier row in all the columns.
 * @param cents amounts among them, compared like the others
 */
export function setRepeatsAside(judged: Judged, columns: readonly Column[]): void {
  const { rows, faults, table } = judged;
  const slots = 1 << (32 - Math.clz32(Math.max(8, rows * 2)));
  const first = new Int32Array(slots).fill(-1);
  for (let i = 0; i < rows; i++) {
    if (faults[i]) continue;
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
