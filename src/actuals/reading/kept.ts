/** What is left of columns when rows have been set aside. */
import type { Codes, Names } from '../rows';
import { namesOf, type Coded } from './coded';
import { narrowest } from './codes-by-row';

export class Kept {
  readonly count: number;
  /** Indices of the rows that are used; null where all are. */
  private readonly indices: Int32Array | null;

  constructor(faults: Uint8Array) {
    let count = 0;
    for (let i = 0; i < faults.length; i++) if (faults[i] === 0) count++;
    this.count = count;
    if (count === faults.length) this.indices = null;
    else {
      this.indices = new Int32Array(count);
      let at = 0;
      for (let i = 0; i < faults.length; i++) if (faults[i] === 0) this.indices[at++] = i;
    }
  }

  /** Of a column of numbers, in the integers or fractions that it is made of. */
  column<Numbers extends Codes | Float64Array | Uint8Array>(column: Numbers): Numbers {
    const { indices } = this;
    if (!indices) return column;
    const kept = column.slice(0, this.count) as Numbers;
    for (let i = 0; i < indices.length; i++) kept[i] = column[indices[i]];
    return kept;
  }

  /** Names that no row is left of are left out. */
  names({ names, rows }: Names): Names {
    if (!this.indices) return { names, rows };
    const { codes, used } = numberedAnew(this.column(rows), names.length);
    return used === null ? { names, rows: codes } : { names: Array.from(used, (code) => names[code]), rows: codes };
  }

  /** The same of a column of cells, whose texts are made when they are asked for. */
  cells(coded: Coded): Names {
    const kept = this.column(coded.rows);
    const { codes, used } = this.indices ? numberedAnew(kept, coded.size) : { codes: kept, used: null };
    return used === null
      ? namesOf(coded, kept)
      : namesOf({ size: used.length, cell: (code) => coded.cell(used[code]), rows: codes }, codes);
  }
}

/** Codes in the order in which they come; `used` is null where they are so already. */
function numberedAnew(rows: Codes, size: number): { codes: Codes; used: Int32Array | null } {
  const anew = new Int32Array(size).fill(-1);
  const used = new Int32Array(size);
  let count = 0;
  for (const code of rows)
    if (code >= 0 && anew[code] < 0) {
      used[count] = code;
      anew[code] = count++;
    }
  if (count === size && used.every((code, i) => code === i)) return { codes: rows, used: null };
  const codes = new (narrowest(count - 1))(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = rows[i] < 0 ? -1 : anew[rows[i]];
  return { codes, used: used.slice(0, count) };
}
