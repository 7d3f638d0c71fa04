/** A column with each different cell once, and by row which of them: what is read is read once, however many rows. */
import { isBlank, isCellError, numberAsText, type Cell } from '../../tables/reading/cell';
import type { Cents, Codes, Names } from '../rows';
import { narrowest } from './codes-by-row';

export interface Coded {
  /** How many different cells there are. */
  readonly size: number;
  /** A different cell, in the order in which they come; none of them blank. */
  cell(code: number): Cell;
  /** By row the cell’s code; −1 where it is blank. */
  readonly rows: Codes;
}

/** null for blank, 0 and empty text; a text without its spaces at either end. The text 0, of a file, is one. */
export const plainCell = (cell: Cell): Cell => {
  if (typeof cell === 'string') {
    const text = cell.trim();
    return isBlank(text) ? null : text;
  }
  return isBlank(cell) ? null : cell;
};

/** Takes the cells of a column as they come. */
export class Coder {
  private readonly cells: Cell[] = [];
  private readonly codes = new Map<Cell, number>();
  private rows = new Int32Array(1024);
  private filled = 0;

  add(given: Cell): void {
    if (this.filled === this.rows.length) this.rows = grown(this.rows);
    this.rows[this.filled++] = this.code(plainCell(given));
  }

  end(): Coded {
    const { cells } = this;
    const rows = narrowest(cells.length - 1).from(this.rows.subarray(0, this.filled));
    return { size: cells.length, cell: (code) => cells[code], rows };
  }

  private code(cell: Cell): number {
    if (cell === null) return -1;
    let code = this.codes.get(cell);
    if (code === undefined) {
      this.codes.set(cell, (code = this.cells.length));
      this.cells.push(cell);
    }
    return code;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A cell as the text that it shows. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberAsText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return isCellError(cell) ? cell.error : '';
}

/** A column of blanks, for one that the rows do not have. */
export const blankColumn = (rows: number): Coded => ({ size: 0, cell: () => null, rows: new Int8Array(rows).fill(-1) });

/** What stands for each row’s cell. */
export function integersByRow({ rows }: Coded, byCode: Int32Array, blank: number): Int32Array {
  const values = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = rows[i] < 0 ? blank : byCode[rows[i]];
  return values;
}

/** The same of codes for codes; blank is −1. */
export function codesByRow({ rows }: Coded, byCode: Int32Array): Codes {
  const values = new (narrowest(byCode.reduce((a, b) => Math.max(a, b), 0)))(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = rows[i] < 0 ? -1 : byCode[rows[i]];
  return values;
}

/** The same of amounts; blank is 0. */
export function amountsByRow({ rows }: Coded, byCode: Float64Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = rows[i] < 0 ? 0 : byCode[rows[i]];
  return values;
}

/** The same of cents: most are no more than twenty million dollars. */
export const centsByRow = (coded: Coded, byCode: Float64Array): Cents =>
  byCode.every((cents) => Math.abs(cents) < 2 ** 31 || Number.isNaN(cents))
    ? integersByRow(coded, Int32Array.from(byCode), 0)
    : amountsByRow(coded, byCode);

/** The names of a column whose rows are taken over; made when somebody asks for them, as most never do. */
export function namesOf(coded: Coded, rows: Codes): Names {
  let made: readonly string[] | undefined;
  return {
    rows,
    get names() {
      return (made ??= Array.from({ length: coded.size }, (_, code) => textOf(coded.cell(code))));
    },
  };
}

/** The same column with cells that mean the same as one name; `nameOf` answers null for a cell that names nothing. */
export function merged(coded: Coded, nameOf: (cell: Cell) => string | null): { names: string[]; codes: Int32Array } {
  const names: string[] = [];
  const known = new Map<string, number>();
  const codes = new Int32Array(coded.size);
  for (let code = 0; code < coded.size; code++) {
    const name = nameOf(coded.cell(code));
    if (name === null) codes[code] = -1;
    else {
      let at = known.get(name);
      if (at === undefined) {
        known.set(name, (at = names.length));
        names.push(name);
      }
      codes[code] = at;
    }
  }
  return { names, codes };
}
