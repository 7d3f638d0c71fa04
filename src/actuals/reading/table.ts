/** Rows as they come, until they are a table of coded columns: headers found, blank lines skipped, every row numbered. */
import type { Cell } from '../../tables/reading/cell';
import { blankColumn, Coder, plainCell, textOf, type Coded } from './coded';
import type { Kind } from './kinds';
import { recognize, ROWS_TO_SEARCH, type Mapping, type Recognized } from './recognize';

export interface Table {
  recognized: Recognized | null;
  /** By key of the columns that are read. */
  columns: ReadonlyMap<string, Coded>;
  /** The first column, where a total is called one. */
  label: Coded;
  /** As the user counts them, the header row among them. */
  rowNumbers: Int32Array;
  /** Indices of rows with cells beyond the headers. */
  tooWide: readonly number[];
  /** Row numbers of what stands above the headers. */
  above: readonly number[];
  blankLines: number;
  /** The row whose quotation marks do not fit, after which nothing can be told apart. */
  brokenAt: number | null;
  /** Headers by position, where none was found the first row. */
  headers: readonly string[];
}

/** What is known before the rows are read. */
export interface Hints {
  mapping?: Mapping;
  kind?: Kind;
}

export const isBlankRow = (cells: readonly Cell[]): boolean => cells.every((cell) => plainCell(cell) === null);

interface Numbered {
  number: number;
  cells: readonly Cell[];
}

/**
 * How many cells a row of a text may have: as many as the header row, or as the first row below it, where that only
 * ends in separators too many.
 */
export function widthOf(rows: readonly (readonly Cell[])[], recognized: Recognized | null): number {
  if (!recognized) return Infinity;
  const { above, headerRows } = recognized;
  const width = Math.max(...rows.slice(above, above + headerRows).map(({ length }) => length));
  const first = rows[above + headerRows] ?? [];
  return isBlankRow(first.slice(width)) ? Math.max(width, first.length) : width;
}

export class TableBuilder {
  private readonly first: Numbered[] = [];
  private recognized: Recognized | null = null;
  private hasBegun = false;
  private coders: { key: string; position: number; coder: Coder }[] = [];
  private label = new Coder();
  private readonly numbers: number[] = [];
  private readonly tooWide: number[] = [];
  private above: number[] = [];
  private blankLines = 0;
  private blankSince = 0;
  private width = Infinity;

  /**
   * @param isText whether a row is as wide as its separators make it, so that one too many is a slip
   * @param row how many rows stand before the first
   */
  constructor(
    private readonly hints: Hints,
    private readonly isText: boolean,
    private row = 0,
  ) {}

  add(cells: readonly Cell[]): void {
    this.row++;
    if (isBlankRow(cells)) {
      this.blankSince++;
      return;
    }
    // Blank lines at the end are no lines of the table.
    this.blankLines += this.blankSince;
    this.blankSince = 0;
    if (this.hasBegun) this.take({ number: this.row, cells });
    else {
      this.first.push({ number: this.row, cells });
      if (this.first.length === ROWS_TO_SEARCH) this.begin();
    }
  }

  /** @param brokenAt the row whose quotation marks do not fit */
  end(brokenAt: number | null = null): Table {
    if (!this.hasBegun) this.begin();
    return {
      recognized: this.recognized,
      columns: new Map(this.coders.map(({ key, coder }) => [key, coder.end()])),
      label: this.recognized ? this.label.end() : blankColumn(this.numbers.length),
      rowNumbers: Int32Array.from(this.numbers),
      tooWide: this.tooWide,
      above: this.above,
      blankLines: this.blankLines,
      brokenAt,
      headers: this.recognized?.headers ?? (this.first[0]?.cells ?? []).map(textOf),
    };
  }

  private begin(): void {
    this.hasBegun = true;
    const rows = this.first.map(({ cells }) => cells);
    this.recognized = recognize(rows, this.hints.mapping, this.hints.kind);
    const above = this.recognized?.above ?? 0;
    this.coders = [...(this.recognized?.positions ?? [])].map(([key, position]) => ({
      key,
      position,
      coder: new Coder(),
    }));
    // The label column is one of them, as a rule.
    this.label = this.coders.find(({ position }) => position === 0)?.coder ?? this.label;
    this.width = this.isText ? widthOf(rows, this.recognized) : Infinity;
    this.above = this.first.slice(0, above).map(({ number }) => number);
    for (const row of this.first.slice(above + (this.recognized?.headerRows ?? 0))) this.take(row);
  }

  private take({ number, cells }: Numbered): void {
    for (const { coder, position } of this.coders) coder.add(cells[position]);
    if (!this.coders.some(({ position }) => position === 0)) this.label.add(cells[0]);
    if (cells.length > this.width) this.tooWide.push(this.numbers.length);
    this.numbers.push(number);
  }
}
