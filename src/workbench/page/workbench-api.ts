import type { CellValue, ChartSpec, Grid } from '../grid/grid';
import { formatRange, parseRange, quoteSheet, splitAddress } from '../host/address';
import type { ExcelHost, Reopening } from '../host/excel-host';
import type { Switches } from '../host/switches';
import { readTypedText } from '../host/typed-text';

export interface CellReport {
  value: number | string | boolean | null;
  text: string;
  formula: string | number | boolean;
  /** What a function said about its error. */
  errorText?: string;
}

export type WorkbookSnapshot = ReturnType<ExcelHost['save']>;

/** window.workbench: what tests and the console can do beside the user. Addresses are like Panel!C5. */
export interface WorkbenchApi {
  /** Resolves when the add-in has loaded its functions. */
  ready: Promise<void>;
  /** Resolves when no formula, function, batch or event is under way. */
  settled(): Promise<void>;
  /** Some formulas are calculated and others not yet: a moment of which Excel shows nothing. */
  isMidway(): boolean;
  cell(address: string): CellReport;
  cells(address: string): CellReport[][];
  /** Every cell of the workbook that shows an error. */
  errorCells(): { address: string; error: string; text?: string }[];
  /** Text is read as when typed; a number or truth value goes in as it is, as when pasted. */
  type(address: string, content: string | number | boolean): void;
  select(address: string): void;
  sheets(): string[];
  /** Each with its address: Panel!A6:N10. */
  tables(): Record<string, string>;
  charts(sheet: string): ChartSpec[];
  press(buttonId: string): Promise<void>;
  openPane(): void;
  closePane(): void;
  /** Batches that the add-in has sent so far: its round trips. */
  batches(): number;
  /** Batches that were made to fail so far. */
  failed(): number;
  /** Plays an Excel that interrupts, delays or forgets, from now on. */
  play(change: Partial<Switches>): void;
  /** Closes the workbook and opens it in another Excel, with a new page of the add-in. */
  reopen(change: Reopening): Promise<void>;
  /** Sends the add-in away: values stay until a cell is calculated again. */
  removeAddin(): void;
  save(): WorkbookSnapshot;
  /** Opens a workbook that was saved, in the place of the one that is open, with a new page of the add-in. */
  load(snapshot: WorkbookSnapshot): Promise<void>;
}

export function createApi(
  grid: Grid,
  host: ExcelHost,
  parts: Pick<WorkbenchApi, 'ready' | 'press' | 'openPane' | 'closePane' | 'removeAddin' | 'reopen' | 'load'>,
): WorkbenchApi {
  const sheetId = (name: string) => {
    const sheet = grid.sheets().find((item) => item.name.toLowerCase() === name.toLowerCase());
    if (!sheet)
      throw new Error(
        `No sheet ${name}. There are ${grid
          .sheets()
          .map((item) => item.name)
          .join(', ')}.`,
      );
    return sheet.id;
  };
  const place = (address: string) => {
    const { sheet, range } = splitAddress(address);
    const cells = parseRange(range);
    if (!cells) throw new Error(`${address} is no address; write Panel!C5`);
    return { sheetId: sheet === null ? grid.activeSheet() : sheetId(sheet), range: cells };
  };
  const cells = (address: string): CellReport[][] => {
    const at = place(address);
    const texts = grid.readTexts(at.sheetId, at.range);
    const formulas = grid.readFormulas(at.sheetId, at.range);
    return grid
      .readValues(at.sheetId, at.range)
      .map((row, r) => row.map((value, c) => report(value, texts[r][c], formulas[r][c])));
  };
  return {
    ...parts,
    cells,
    cell: (address) => cells(address)[0][0],
    settled: () => host.settled(),
    isMidway: () => grid.isMidway(),
    errorCells: () =>
      grid.sheets().flatMap(({ id, name }) => {
        const used = grid.usedRange(id);
        if (!used) return [];
        return grid.readValues(id, used).flatMap((row, r) =>
          row.flatMap((value, c) => {
            if (typeof value !== 'object' || value === null) return [];
            const address = `${quoteSheet(name)}!${formatRange({ row: used.row + r, column: used.column + c, rows: 1, columns: 1 })}`;
            return [{ address, error: value.error, text: value.text }];
          }),
        );
      }),
    type: (address, content) => {
      const { sheetId: sheet, range } = place(address);
      const typed =
        typeof content === 'string'
          ? typedInto(grid.readFormat(sheet, range.row, range.column).numberFormat, content)
          : { content };
      if (typed.numberFormat) grid.format(sheet, range, { numberFormat: typed.numberFormat });
      const block = Array.from({ length: range.rows }, () =>
        new Array<string | number | boolean>(range.columns).fill(typed.content),
      );
      grid.write(sheet, range, block, 'user');
    },
    select: (address) => {
      const at = place(address);
      grid.activateSheet(at.sheetId);
      grid.select(at.sheetId, at.range);
    },
    sheets: () => [...grid.sheets()].sort((a, b) => a.position - b.position).map(({ name }) => name),
    tables: () => {
      const names = new Map(grid.sheets().map(({ id, name }) => [id, name]));
      return Object.fromEntries(
        grid
          .tables()
          .map(({ name, sheetId: id, range }) => [name, `${quoteSheet(names.get(id) ?? '')}!${formatRange(range)}`]),
      );
    },
    charts: (sheet) => grid.charts(sheetId(sheet)),
    batches: () => host.batches,
    failed: () => host.failures.count,
    play: (change) => host.play(change),
    save: () => structuredClone(host.save()),
  };
}

function report(value: CellValue, text: string, formula: string | number | boolean): CellReport {
  if (typeof value === 'object' && value !== null) return { value: value.error, text, formula, errorText: value.text };
  return { value, text, formula };
}

/** A number typed into a cell of percents is meant in percent, as in Excel. */
function typedInto(
  numberFormat: string | undefined,
  text: string,
): { content: string | number | boolean; numberFormat?: string } {
  if (numberFormat === '@') return { content: text };
  const typed = readTypedText(text);
  const isGeneral = !numberFormat || numberFormat === 'General';
  if (numberFormat?.includes('%') && typeof typed.content === 'number' && !text.includes('%'))
    return { content: typed.content / 100 };
  return isGeneral ? typed : { content: typed.content };
}
