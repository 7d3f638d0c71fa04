/**
 * A file of rows in UTF-8, taken in pieces and never made into texts: a million rows of claims in a few typed arrays.
 * The answer is that of `tableOfText`, which a test holds it against.
 */
import { ByteDictionary, isPlain, isSpace, SLACK, viewOf } from './byte-dictionary';
import { CellPlaces } from './cell-places';
import { delimiterOf, firstRowsOf, HEAD, plainText } from './csv';
import { blankColumn, plainCell, type Coded } from './coded';
import { recognize, ROWS_TO_SEARCH, type Recognized } from './recognize';
import { widthOf, type Hints, type Table } from './table';

const [TAB, LF, CR, SPACE, QUOTE] = [9, 10, 13, 32, 34];
/** Rows of which the cells are found before their columns are taken: few enough for the processor to have them at hand. */
const ROWS_AT_ONCE = 1 << 9;

const isBlankText = (bytes: Uint8Array): boolean => plainCell(new TextDecoder().decode(bytes)) === null;

export class CsvBytes {
  /** What has come and is not taken yet, behind SLACK, in a buffer that stays. */
  private readonly cells = new CellPlaces();
  private filled = SLACK;
  private delimiter = -1;
  private recognized: Recognized | null = null;
  private headers: readonly string[] = [];
  private width = Infinity;
  /** By position of a cell what takes it. */
  private takers: (ByteDictionary | undefined)[] = [];
  private columns: { key: string; dictionary: ByteDictionary }[] = [];
  private label: ByteDictionary | null = null;
  private numbers = new Int32Array(16);
  private taken = 0;
  private readonly tooWide: number[] = [];
  private readonly above: number[] = [];
  private row = 0;
  /** Of the rows to the end of the headers how many are still to come; of the headers how many there are. */
  private toCome = 0;
  private headerRows = 0;
  private blankLines = 0;
  private blankSince = 0;
  private brokenAt: number | null = null;
  private hasBegun = false;
  private tried = 0;

  /** @param size of the file in bytes, so that memory is taken once */
  constructor(
    private readonly hints: Hints,
    private readonly size: number,
  ) {}

  /** Takes the next piece of the file, of any length. */
  push(piece: Uint8Array): void {
    if (this.brokenAt !== null) return;
    const { cells } = this;
    const filled = this.filled + piece.length;
    if (filled + SLACK > cells.bytes.length) {
      const larger = new Uint8Array(2 * filled + SLACK);
      larger.set(cells.bytes.subarray(0, this.filled));
      cells.bytes = larger;
      cells.view = viewOf(larger);
    }
    cells.bytes.set(piece, this.filled);
    this.filled = filled;
    if (!this.hasBegun && filled >= Math.max(HEAD, 2 * this.tried)) this.begin(false);
    if (this.hasBegun) this.scan(false);
  }

  end(): Table {
    if (!this.hasBegun) this.begin(true);
    this.scan(true);
    const columns = new Map<string, Coded>(this.columns.map(({ key, dictionary }) => [key, dictionary.end()]));
    return {
      recognized: this.recognized,
      columns,
      label: this.label?.end() ?? blankColumn(this.taken),
      rowNumbers: this.numbers.subarray(0, this.taken),
      tooWide: this.tooWide,
      above: this.above,
      blankLines: this.blankLines,
      brokenAt: this.brokenAt,
      headers: this.headers,
    };
  }

  /** Finds delimiter and headers, once there are rows enough. */
  private begin(isAll: boolean): void {
    const { bytes } = this.cells;
    if (bytes[SLACK] === 0xef && bytes[SLACK + 1] === 0xbb && bytes[SLACK + 2] === 0xbf) this.drop(SLACK + 3);
    const text = plainText(new TextDecoder().decode(bytes.subarray(SLACK, this.filled)));
    const head = text.slice(0, HEAD);
    const delimiter = delimiterOf(head, this.hints);
    const rows = firstRowsOf(text, delimiter);
    this.tried = this.filled;
    // The last row may be cut off.
    if (!isAll && (rows.length <= ROWS_TO_SEARCH || text.length <= HEAD)) return;
    rows.length = Math.min(rows.length, ROWS_TO_SEARCH);
    this.hasBegun = true;
    this.delimiter = delimiter.charCodeAt(0);
    this.recognized = recognize(rows, this.hints.mapping, this.hints.kind);
    this.headerRows = this.recognized?.headerRows ?? 0;
    this.toCome = this.headerRows + (this.recognized?.above ?? 0);
    this.headers = this.recognized?.headers ?? rows[0] ?? [];
    this.width = widthOf(rows, this.recognized);
    const expected = Math.ceil((this.size / (this.filled - SLACK)) * text.split('\n').length * 1.02) + 16;
    this.numbers = new Int32Array(expected);
    for (const [key, position] of this.recognized?.positions ?? []) {
      const dictionary = new ByteDictionary(expected);
      this.takers[position] = dictionary;
      this.columns.push({ key, dictionary });
    }
    if (this.recognized) this.label = this.takers[0] ??= new ByteDictionary(expected);
    this.cells.stride = this.takers.length;
  }

  /** Takes whole rows; what is left of the last one waits for the next piece. */
  private scan(isLast: boolean): void {
    // Ends what is read as a cell, so that of no byte it is asked whether it is the last.
    this.cells.bytes[this.filled] = CR;
    let from = SLACK;
    while (from < this.filled) {
      const next = this.findCells(from, isLast);
      if (next < 0) break;
      from = next;
      if (this.cells.rows === ROWS_AT_ONCE) this.takeColumns();
    }
    this.takeColumns();
    this.drop(from);
  }

  /** Finds the cells of a row; answers where the next one begins, or a number below 0 where this one’s end is to come. */
  private findCells(at: number, isLast: boolean): number {
    const { cells, delimiter, filled: end } = this;
    // Of most bytes one comparison tells that they end no cell.
    const highest = Math.max(delimiter, CR);
    const first = cells.rows * cells.stride;
    const { bytes } = cells;
    let { starts, ends } = cells;
    for (let cell = first; ;) {
      if (cell === starts.length) {
        cells.grow();
        ({ starts, ends } = cells);
      }
      let byte = bytes[at];
      if (byte === QUOTE) {
        at = this.findQuoted(cell, at + 1, isLast);
        if (at < 0) return at;
        byte = bytes[at];
      } else {
        starts[cell] = at;
        while (byte > highest || (byte !== delimiter && byte !== LF && byte !== CR)) byte = bytes[++at];
        ends[cell] = at;
      }
      cell++;
      if (at < end && byte === delimiter) {
        // A delimiter at the end of the piece: a cell is still to come.
        at++;
        continue;
      }
      // A line end may be of two bytes, the second in the next piece.
      if (at + (byte === CR ? 1 : 0) >= end && !isLast) return -1;
      this.takeRow(cell - first);
      return at + (byte === CR && bytes[at + 1] === LF ? 2 : 1);
    }
  }

  /** The same of a cell between quotation marks, the first of which is passed. */
  private findQuoted(cell: number, at: number, isLast: boolean): number {
    const { cells, delimiter, filled: end } = this;
    const { bytes } = cells;
    cells.starts[cell] = at;
    let isAsItIs = true;
    for (;;) {
      for (; at < end && bytes[at] !== QUOTE; at++) if (bytes[at] === CR) isAsItIs = false;
      if (at >= end || bytes[at + 1] !== QUOTE) break;
      isAsItIs = false;
      at += 2;
    }
    if (at >= end) {
      if (isLast) this.break();
      return -1;
    }
    cells.ends[cell] = isAsItIs ? at : ~at;
    at++;
    while (at < end && (bytes[at] === SPACE || (bytes[at] === TAB && delimiter !== TAB))) at++;
    if (at < end && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) {
      this.break();
      return -1;
    }
    return at;
  }

  /** What is left after the first bytes comes first. */
  private drop(from: number): void {
    this.cells.bytes.copyWithin(SLACK, from, this.filled);
    this.filled = Math.max(SLACK, this.filled - (from - SLACK));
  }

  private break(): void {
    this.brokenAt = this.row + 1;
  }

  /** Keeps the cells that have been found where they are a row of the table. */
  private takeRow(count: number): void {
    this.row++;
    const { cells } = this;
    const first = cells.rows * cells.stride;
    if (this.isBlank(first, count)) {
      this.blankSince++;
      return;
    }
    this.blankLines += this.blankSince;
    this.blankSince = 0;
    if (this.toCome > 0) {
      if (this.toCome-- > this.headerRows) this.above.push(this.row);
      return;
    }
    for (let i = count; i < cells.stride; i++) this.leaveBlank(first + i);
    cells.rows++;
    if (count > this.width) this.tooWide.push(this.taken);
    if (this.taken === this.numbers.length) {
      const numbers = new Int32Array(this.taken * 2);
      numbers.set(this.numbers);
      this.numbers = numbers;
    }
    this.numbers[this.taken++] = this.row;
  }

  private leaveBlank(cell: number): void {
    if (cell === this.cells.starts.length) this.cells.grow();
    this.cells.starts[cell] = this.cells.ends[cell] = 0;
  }

  private takeColumns(): void {
    this.takers.forEach((taker, column) => taker?.add(this.cells, column));
    this.cells.rows = 0;
  }

  /** Whether no cell of a row holds more than spaces. */
  private isBlank(first: number, count: number): boolean {
    const { bytes, starts } = this.cells;
    // Nearly all rows show it by their first byte.
    if (this.cells.endOf(first) > starts[first] && isPlain(bytes[starts[first]])) return false;
    for (let cell = first; cell < first + count; cell++) {
      let [from, to] = [starts[cell], this.cells.endOf(cell)];
      while (from < to && isSpace(bytes[from])) from++;
      while (from < to && isSpace(bytes[to - 1])) to--;
      if (from === to) continue;
      if (isPlain(bytes[from]) || !isBlankText(bytes.subarray(from, to))) return false;
    }
    return true;
  }
}
