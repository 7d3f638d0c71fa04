/** Rows that are the same as one before. */
import type { Codes } from '../rows';
import type { Coded } from './coded';
import type { Judged } from './judged';

type Column = Codes | Float64Array | Uint8Array;

/**
 * Sets aside what repeats an earlier row in all the columns.
 * @param keys a column of which a row that has a cell alone repeats no other
 */
export function setRepeatsAside(judged: Judged, columns: readonly Column[], keys?: Coded): void {
  const { rows, faults, table } = judged;
  const candidates = keys ? rowsOfRepeated(keys) : Int32Array.from({ length: rows }, (_, row) => row);
  const slots = 1 << (32 - Math.clz32(Math.max(8, candidates.length * 2)));
  const first = new Int32Array(slots).fill(-1);
  for (const i of candidates) {
    if (faults[i]) continue;
    let hash = 17;
    for (const column of columns) hash = Math.imul(hash ^ column[i], 0x9e3779b1) + (hash >>> 15);
    let slot = (hash ^ (hash >>> 15)) & (slots - 1);
    while (first[slot] >= 0 && !isSame(columns, first[slot], i)) slot = (slot + 1) & (slots - 1);
    if (first[slot] < 0) first[slot] = i;
    else judged.fault(i, 'same as another row', undefined, table.rowNumbers[first[slot]]);
  }
}

/** The rows whose cell is blank or stands in another row too. */
function rowsOfRepeated({ rows, size }: Coded): Int32Array {
  // Each row has one of its own, as a rule.
  if (size === rows.length) return new Int32Array(0);
  // 1 where it stands once, 2 where it does more often.
  const times = new Uint8Array(size);
  for (let i = 0; i < rows.length; i++) if (rows[i] >= 0 && times[rows[i]] < 2) times[rows[i]]++;
  const isRepeated = (row: number): boolean => rows[row] < 0 || times[rows[row]] === 2;
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (isRepeated(i)) count++;
  const repeated = new Int32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (isRepeated(i)) repeated[at++] = i;
  return repeated;
}

function isSame(columns: readonly Column[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
