/** Rows while they are judged: the first thing wrong with a row is why it is set aside. */
import { isRollUpName } from '../../tables/reading/roll-ups';
import { headerKey } from '../../tables/reading/header-key';
import { amountsByRow, blankColumn, centsByRow, codesByRow, integersByRow, merged, textOf, type Coded } from './coded';
import { FORMATS, readDates, monthOfDay, type Dates, type DateOrder } from './dates';
import { COLUMNS, type ExportColumn, type Kind } from './kinds';
import { readAmounts, readFigures } from './money';
import { REASONS, type Reason } from './set-aside';
import type { Table } from './table';
import { saysNoDate } from './words';
import { NOT_GIVEN, type Cents, type Codes, type Names } from '../rows';
import { nameReader, type Names as ModelNames } from './model-names';
import * as messages from '../../tables/messages/exports';

/** What is known of the model and said by the user. */
export interface ReadOptions {
  /** The model’s programs and payers; rows of others are set aside. Not given: every name is taken. */
  programs?: readonly string[];
  payers?: readonly string[];
  /** What a user has said that a name in an export stands for. */
  programNames?: ModelNames;
  payerNames?: ModelNames;
  /** The order of day and month, where a column does not show it. */
  dates?: DateOrder;
}

/** Who has to say more before anything is read. */
export class Refused extends Error {}

/** Amounts and dates, of which a column holds many thousand different: none says what a header with a letter does. */
const NO_LETTERS = /^[\d.,/:-]+$/;

/** 1.23E+11: what a spreadsheet makes of a long number, the same of many. */
const SHORTENED = /^\d(?:\.\d+)?E\+\d+$/i;
/** A column that is shortened shows it soon: the texts of a million claims are not made to find none. */
const SHOWS_SOON = 1000;

function shortened({ size, cell }: Coded): (Reason | null)[] {
  const isShortened = (code: number): boolean => SHORTENED.test(textOf(cell(code)));
  for (let code = 0; code < Math.min(size, SHOWS_SOON); code++)
    if (isShortened(code))
      return Array.from({ length: size }, (_, each) => (isShortened(each) ? 'shortened number' : null));
  return [];
}

export class Judged {
  readonly rows: number;
  /** By row 1 + the index of the reason; 0 for a row that is used. */
  readonly faults: Uint8Array;
  /** By row which column’s cell is at fault. */
  private readonly where: Uint8Array;
  /** By row another row that it is held against. */
  readonly others = new Map<number, number>();
  readonly notes: string[] = [];
  readonly money: { header: string; cents: Float64Array; codes: Codes }[] = [];
  readonly columns: readonly ExportColumn[];
  private readonly repeatsHeader = new Map<string, Uint8Array>();
  private order: DateOrder | null;

  constructor(
    readonly table: Table,
    readonly kind: Kind,
    readonly options: ReadOptions,
  ) {
    this.columns = COLUMNS[kind];
    this.rows = table.rowNumbers.length;
    this.faults = new Uint8Array(this.rows);
    this.where = new Uint8Array(this.rows);
    this.order = options.dates ?? null;
    for (const row of table.tooWide) this.fault(row, 'more cells than headers');
    this.findHeadersAgain();
    this.findOrder();
  }

  has(key: string): boolean {
    return this.table.columns.has(key);
  }

  coded(key: string): Coded {
    const coded = this.table.columns.get(key);
    if (!coded) throw new Error(`${this.kind} has no column ${key}`);
    return coded;
  }

  /** The header as the export writes it. */
  headerOf(key: string): string {
    const position = this.table.recognized!.positions.get(key);
    return position === undefined
      ? this.columns.find((column) => column.key === key)!.header
      : this.table.headers[position];
  }

  fault(row: number, reason: Reason, key?: string, other?: number): void {
    if (this.faults[row]) return;
    this.faults[row] = 1 + REASONS.indexOf(reason);
    if (key !== undefined) this.where[row] = 1 + this.columns.findIndex((column) => column.key === key);
    if (other !== undefined) this.others.set(row, other);
  }

  reasonOf(row: number): Reason | null {
    return this.faults[row] ? REASONS[this.faults[row] - 1] : null;
  }

  columnAtFault(row: number): ExportColumn | null {
    return this.where[row] ? this.columns[this.where[row] - 1] : null;
  }

  cellAt(row: number, key: string): string {
    const { rows, cell } = this.coded(key);
    return rows[row] < 0 ? '' : textOf(cell(rows[row]));
  }

  /** Sets rows aside by what their cell is; `reasons` holds by code one, or null. */
  private faultByCode(key: string, reasons: readonly (Reason | null)[], blank: Reason | null): void {
    const { rows } = this.coded(key);
    if (!reasons.some((reason) => reason !== null)) {
      if (blank !== null) for (let i = 0; i < rows.length; i++) if (rows[i] < 0) this.fault(i, blank, key);
      return;
    }
    for (let i = 0; i < rows.length; i++) {
      const reason = rows[i] < 0 ? blank : reasons[rows[i]];
      if (reason !== null) this.fault(i, reason, key);
    }
  }

  /** Whoever is meant; the cells of the column as they are. */
  identifiers(key: string): Coded {
    const coded = this.coded(key);
    this.faultByCode(key, shortened(coded), 'blank cell');
    return coded;
  }

  /** Programs or payers, by row an index of the names. */
  names(key: 'program' | 'payer'): Names {
    if (!this.has(key)) return { names: [], rows: blankColumn(this.rows).rows };
    const coded = this.coded(key);
    const { programs, payers, programNames, payerNames } = this.options;
    const [model, said] = key === 'program' ? [programs, programNames] : [payers, payerNames];
    const read = nameReader(model, said);
    const { names, codes } = merged(coded, (cell) => read(textOf(cell)));
    const reasons = Array.from(codes, (code, i): Reason | null =>
      code >= 0
        ? null
        : isRollUpName(textOf(coded.cell(i)))
          ? 'total of other rows'
          : key === 'program'
            ? 'unknown program'
            : 'unknown payer',
    );
    // A summary’s row without a payer is of the whole program.
    this.faultByCode(key, reasons, key === 'payer' && this.kind === 'summary' ? null : 'blank cell');
    // Most name each thing in one way: then the codes are what they were.
    return { names, rows: codes.every((code, i) => code === i) ? coded.rows : codesByRow(coded, codes) };
  }

  /** Texts that are not checked. */
  texts(key: string): Coded | null {
    return this.has(key) ? this.coded(key) : null;
  }

  /** Days by row, or months; NOT_GIVEN where a cell is blank. @throws Refused for a column that can be read in two ways. */
  days(key: string, isRequired: boolean): Int32Array {
    if (!this.has(key)) return new Int32Array(this.rows).fill(NOT_GIVEN);
    const coded = this.coded(key);
    const ofMonths = this.columns.find((column) => column.key === key)!.holds === 'month';
    const dates = this.datesOf(key, ofMonths);
    this.refuseDates(key, coded, dates);
    const values = new Int32Array(coded.size);
    const reasons = Array.from(dates.days, (day, code): Reason | null => {
      values[code] = NOT_GIVEN;
      if (Number.isFinite(day)) {
        values[code] = ofMonths ? monthOfDay(day) : day;
        return null;
      }
      if (this.repeatsHeader.get(key)?.[code]) return 'repeated headers';
      if (day === Infinity) return isRequired || !saysNoDate(textOf(coded.cell(code))) ? 'impossible date' : null;
      return !isRequired && saysNoDate(textOf(coded.cell(code))) ? null : 'not a date';
    });
    this.faultByCode(key, reasons, isRequired ? 'blank cell' : null);
    return integersByRow(coded, values, NOT_GIVEN);
  }

  private datesOf(key: string, ofMonths: boolean): Dates {
    const coded = this.coded(key);
    const isOther = (code: number) => !!this.repeatsHeader.get(key)?.[code];
    return readDates(coded, ofMonths, this.order, isOther);
  }

  private refuseDates(key: string, coded: Coded, { mixed, isAmbiguous }: Dates): void {
    const header = this.headerOf(key);
    if (isAmbiguous) throw new Refused(messages.datesAmbiguous(header));
    if (mixed)
      throw new Refused(
        messages.datesMixed(header, FORMATS[mixed.most], FORMATS[mixed.other], this.numbersOf(coded, mixed.codes)),
      );
  }

  /** Row numbers of the first cells with one of the codes. */
  private numbersOf({ rows }: Coded, codes: readonly number[]): number[] {
    const asked = new Set(codes);
    const numbers: number[] = [];
    for (let i = 0; i < rows.length; i++) if (asked.has(rows[i])) numbers.push(this.table.rowNumbers[i]);
    return numbers;
  }

  /** Cents by row; blank is 0. @throws Refused for a column that can be read in two ways. */
  cents(key: string): Cents {
    if (!this.has(key)) return new Int32Array(this.rows);
    const coded = this.coded(key);
    const header = this.headerOf(key);
    const amounts = readAmounts(coded, (code) => !!this.repeatsHeader.get(key)?.[code]);
    if (amounts.mixed) throw new Refused(messages.amountsMixed(header, this.numbersOf(coded, amounts.mixed.codes)));
    if (amounts.isAmbiguous) throw new Refused(messages.amountsAmbiguous(header));
    if (amounts.rounded) this.notes.push(messages.roundedToCents(header, amounts.rounded));
    this.faultByCode(key, this.reasonsOf(key, amounts.cents, 'not an amount'), null);
    this.money.push({ header, cents: amounts.cents, codes: coded.rows });
    return centsByRow(coded, amounts.cents);
  }

  /** Figures of at least 0 by row; blank is 0. */
  figures(key: string, isRequired: boolean): Float64Array {
    const coded = this.coded(key);
    const values = readFigures(coded).map((value) => (value < 0 ? NaN : value));
    this.faultByCode(key, this.reasonsOf(key, values, 'not a number'), isRequired ? 'blank cell' : null);
    return amountsByRow(coded, values);
  }

  private reasonsOf(key: string, values: Float64Array, reason: Reason): (Reason | null)[] {
    return Array.from(values, (value, code) =>
      !Number.isNaN(value) ? null : this.repeatsHeader.get(key)?.[code] ? 'repeated headers' : reason,
    );
  }

  /** By row what a word stands for, −1 where it is blank. */
  words(key: string, read: (text: string) => number | null, unknown: Reason): Codes {
    const coded = this.coded(key);
    const codes = Array.from({ length: coded.size }, (_, code) => read(textOf(coded.cell(code))));
    this.faultByCode(
      key,
      codes.map((code, i) => (code !== null ? null : this.repeatsHeader.get(key)?.[i] ? 'repeated headers' : unknown)),
      null,
    );
    return codesByRow(
      coded,
      Int32Array.from(codes, (code) => code ?? -1),
    );
  }

  /** A row in which a cell says what its header says repeats the headers. */
  private findHeadersAgain(): void {
    for (const { key, holds } of this.columns) {
      const coded = this.table.columns.get(key);
      if (!coded || holds === 'identifier') continue;
      const header = headerKey(this.headerOf(key));
      const repeats = new Uint8Array(coded.size);
      const hasLetters = /[a-z]/.test(header);
      let isRepeated = false;
      for (let code = 0; code < coded.size; code++) {
        const cell = coded.cell(code);
        if (typeof cell !== 'string' || cell.length >= 80 || (hasLetters && NO_LETTERS.test(cell))) continue;
        if (headerKey(cell) === header) {
          repeats[code] = 1;
          isRepeated = true;
        }
      }
      if (!isRepeated) continue;
      this.repeatsHeader.set(key, repeats);
      for (let i = 0; i < this.rows; i++)
        if (coded.rows[i] >= 0 && repeats[coded.rows[i]]) this.fault(i, 'repeated headers');
    }
  }

  /** A file is written by one writer: a column that shows the order of day and month shows it for the others. */
  private findOrder(): void {
    if (this.order !== null) return;
    const shown = new Set<DateOrder>();
    for (const { key, holds } of this.columns) {
      if ((holds !== 'day' && holds !== 'month') || !this.has(key)) continue;
      const { format, isAmbiguous } = this.datesOf(key, holds === 'month');
      if (!isAmbiguous && format === 'mdy') shown.add('month first');
      if (!isAmbiguous && format === 'dmy') shown.add('day first');
    }
    if (shown.size === 1) [this.order] = shown;
  }

  /** Rows that lack something are totals where a cell calls them one. */
  findTotals(): void {
    const labels = [
      this.table.label,
      ...this.columns
        .filter(({ holds }) => holds !== 'money' && holds !== 'figure')
        .flatMap(({ key }) => this.table.columns.get(key) ?? []),
    ];
    const total = 1 + REASONS.indexOf('total of other rows');
    const lacking: readonly Reason[] = [
      'blank cell',
      'not a date',
      'unknown program',
      'unknown payer',
      'unknown status',
    ];
    const mayBe = new Set(lacking.map((reason) => 1 + REASONS.indexOf(reason)));
    for (let i = 0; i < this.rows; i++)
      if (
        this.faults[i] &&
        mayBe.has(this.faults[i]) &&
        labels.some(({ rows, cell }) => rows[i] >= 0 && isRollUpName(textOf(cell(rows[i]))))
      )
        this.faults[i] = total;
  }
}
