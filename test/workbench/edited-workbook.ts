/** A workbook that is edited while it calculates, and what a fresh one with the same contents says. */
import { calculate, openWorkbook, type Uncalculated } from '../../src/workbench/grid/calculator';
import { writeWhatChanged } from '../../src/workbench/grid/changed-results';
import type { AddinFunction, CellRange, CellValue } from '../../src/workbench/grid/grid';
import { readEachTextOnce } from '../../src/workbench/grid/plain-texts';
import { readRangesAtOnce } from '../../src/workbench/grid/range-cells';
import { Sheets } from '../../src/workbench/grid/sheets';
import { formulasAtOneGo } from '../../src/workbench/grid/slices';
import { readSmallLiterals } from '../../src/workbench/grid/small-literals';
import { WORKBOOK_ID } from '../../src/workbench/grid/univer-app';
import { chanceOf } from '../../src/what-if/random';
import { EventLoop } from './event-loop';

export interface Content {
  row: number;
  column: number;
  content: string | number;
}

/** Sheets by their place among those there are. */
export type Edit =
  | { kind: 'write'; sheet: number; cells: readonly Content[] }
  | { kind: 'name'; name: string; formula: string | null }
  | { kind: 'add sheet'; name: string }
  | { kind: 'delete sheet'; sheet: number }
  | { kind: 'rename sheet'; sheet: number; name: string }
  | { kind: 'add table'; name: string; sheet: number; row: number; rows: number }
  | { kind: 'resize table'; name: string; rows: number }
  | { kind: 'delete table'; name: string }
  | { kind: 'rename table'; name: string; newName: string }
  | { kind: 'insert row'; sheet: number; row: number }
  | { kind: 'delete row'; sheet: number; row: number }
  | { kind: 'calculate by hand'; byHand: boolean }
  | { kind: 'calculate now'; everything: boolean }
  | { kind: 'register functions' };

export interface Step {
  /** Turns of the event loop that go by before the edit. */
  after: number;
  edit: Edit;
}

export interface Stale {
  cell: string;
  formula: unknown;
  shown: unknown;
  fresh: unknown;
}

/** Univer's, as its menus call them. */
const INSERT_ROW = 'sheet.command.insert-row-by-range';
const DELETE_ROW = 'sheet.command.remove-row-by-range';
/** Tables stand in these two columns. */
const TABLE_COLUMN = 8;
const COMPARED: CellRange = { row: 0, column: 0, rows: 24, columns: 12 };
const MOST_TURNS = 20_000;

/** @returns the cells that do not show what a fresh calculation gives, once all has settled */
export async function staleCells(steps: readonly Step[], seed = 0): Promise<Stale[]> {
  const { uniform: random } = chanceOf(seed);
  const loop = new EventLoop(random);
  loop.install();
  let workbook: EditedWorkbook | null = null;
  let seen: ReturnType<EditedWorkbook['read']>;
  try {
    workbook = new EditedWorkbook(random);
    while (await loop.turn());
    for (const { edit, after } of steps) {
      for (let i = 0; i < after; i++) await loop.turn();
      workbook.make(edit);
      await loop.promises();
    }
    await quiet(loop);
    // By hand there is nothing to wait for, whatever is still to be calculated.
    if (workbook.waiting > 0)
      throw new Error('Nothing happens any more, and somebody is left waiting for it to settle.');
    workbook.make({ kind: 'calculate by hand', byHand: false });
    await quiet(loop);
    seen = workbook.read();
  } finally {
    loop.restore();
    workbook?.close();
  }
  const fresh = await calculate(seen.contents);
  return seen.shown.flatMap(({ sheet, row, column, formula, value }) => {
    const wanted = plain(fresh(sheet, row, column).value);
    if (value === wanted) return [];
    return [{ cell: `${sheet}!${String.fromCharCode(65 + column)}${row + 1}`, formula, shown: value, fresh: wanted }];
  });
}

async function quiet(loop: EventLoop): Promise<void> {
  for (let turns = 0; await loop.turn(); turns++) if (turns > MOST_TURNS) throw new Error('It calculates without end.');
}

class EditedWorkbook {
  /** How many wait until all has settled. */
  waiting = 0;
  private readonly workbook = openWorkbook(['Start', 'Rates'], { intervalCount: formulasAtOneGo() });
  private readonly sheets: Sheets;

  constructor(private readonly random: () => number) {
    const { app, calculation } = this.workbook;
    this.sheets = new Sheets(app, calculation);
    readRangesAtOnce();
    readEachTextOnce();
    readSmallLiterals();
    writeWhatChanged(app);
    this.registerFunctions();
  }

  close(): void {
    this.workbook.app.univer.dispose();
  }

  /** Makes an edit, and waits for what comes of it without being in the way. */
  make(edit: Edit): void {
    this.edit(edit);
    this.waiting++;
    void this.workbook.calculation.settled().then(() => this.waiting--);
  }

  private edit(edit: Edit): void {
    const { app, calculation, cells, tables, names } = this.workbook;
    switch (edit.kind) {
      case 'write': {
        const sheetId = this.sheetAt(edit.sheet);
        calculation.hold();
        for (const { row, column, content } of edit.cells)
          if (this.isTaken(content) && tables.at(sheetId, row, column)?.range.row !== row)
            cells.put(sheetId, row, column, content);
        cells.flush();
        calculation.release();
        return;
      }
      case 'name':
        if (edit.formula === null) names.delete(edit.name);
        else if (this.isTaken(edit.formula)) names.set(edit.name, edit.formula);
        return;
      case 'add sheet':
        if (!this.hasSheet(edit.name)) this.sheets.add(edit.name);
        return;
      case 'delete sheet':
        if (this.sheets.all().length > 1) this.sheets.delete(this.sheetAt(edit.sheet));
        return;
      case 'rename sheet':
        if (!this.hasSheet(edit.name)) this.sheets.update(this.sheetAt(edit.sheet), { name: edit.name });
        return;
      case 'add table': {
        const sheetId = this.sheetAt(edit.sheet);
        const range = { row: edit.row, column: TABLE_COLUMN, rows: edit.rows, columns: 2 };
        if (this.tableNamed(edit.name) || !this.hasRoom(sheetId, range)) return;
        calculation.hold();
        cells.put(sheetId, edit.row, TABLE_COLUMN, 'Item');
        cells.put(sheetId, edit.row, TABLE_COLUMN + 1, 'Value');
        tables.add(edit.name, sheetId, range, '');
        calculation.release();
        return;
      }
      case 'resize table': {
        const table = this.tableNamed(edit.name);
        const range = table && { ...table.range, rows: edit.rows };
        if (range && this.hasRoom(table.sheetId, range, table.id)) tables.update(table.id, { range });
        return;
      }
      case 'delete table': {
        const table = this.tableNamed(edit.name);
        if (table) tables.delete(table.id);
        return;
      }
      case 'rename table': {
        const table = this.tableNamed(edit.name);
        if (table && !this.tableNamed(edit.newName)) tables.update(table.id, { name: edit.newName });
        return;
      }
      case 'insert row':
      case 'delete row':
        // A user's, who sees the sheet: Univer looks for what reads the row from the sheet that is shown.
        this.sheets.activate(this.sheetAt(edit.sheet));
        app.commands.syncExecuteCommand(edit.kind === 'insert row' ? INSERT_ROW : DELETE_ROW, {
          unitId: WORKBOOK_ID,
          subUnitId: this.sheetAt(edit.sheet),
          range: { startRow: edit.row, endRow: edit.row, startColumn: 0, endColumn: 149 },
          direction: 0,
          cellValue: {},
        });
        return;
      case 'calculate by hand':
        calculation.byHand = edit.byHand;
        return;
      case 'calculate now':
        calculation.calculateNow(edit.everything);
        return;
      case 'register functions':
        this.registerFunctions();
    }
  }

  /** What there is once all is calculated. */
  read() {
    const { calculation, cells, tables, names } = this.workbook;
    if (calculation.state() !== 'Done') throw new Error(`Nothing happens any more, yet it is ${calculation.state()}.`);
    const sheets = this.sheets.all().map(({ id, name }) => {
      const contents: Content[] = [];
      cells.forEachHeld(id, { row: 0, column: 0, rows: Infinity, columns: Infinity }, (row, column) => {
        const content = cells.content(id, row, column);
        if (content !== '') contents.push({ row, column, content: asTyped(content) });
      });
      const own = tables.all().filter(({ sheetId }) => sheetId === id);
      return { id, name, cells: contents, tables: own };
    });
    const shown = sheets.flatMap(({ id, name, cells: contents }) =>
      cellsIn(COMPARED).map(({ row, column }) => ({
        sheet: name,
        row,
        column,
        formula: contents.find((cell) => cell.row === row && cell.column === column)?.content,
        value: plain(cells.value(id, row, column)),
      })),
    );
    const contents: Uncalculated = { sheets, names: names.all(), functions: functions(() => Promise.resolve()) };
    return { shown, contents };
  }

  /** Some answer at once, most after a while, and a few when Excel would show #BUSY!. */
  private registerFunctions(): void {
    const wait = () => {
      const drawn = this.random();
      const delay = drawn < 0.5 ? 0 : drawn < 0.9 ? 60 * this.random() : 600;
      return new Promise<void>((resolve) => setTimeout(resolve, delay));
    };
    this.workbook.addin.register(functions(wait), true);
  }

  /** Excel takes no formula with a sheet that is not there. */
  private isTaken(content: string | number): boolean {
    return [...String(content).matchAll(/(\w+)!/g)].every(([, name]) => this.hasSheet(name));
  }

  private hasSheet(name: string): boolean {
    return this.sheets.all().some((sheet) => sheet.name === name);
  }

  private sheetAt(place: number): string {
    const all = this.sheets.all();
    return all[place % all.length].id;
  }

  private tableNamed(name: string) {
    return this.workbook.tables.all().find((table) => table.name === name);
  }

  private hasRoom(sheet: string, { row, rows }: CellRange, own?: string): boolean {
    return !this.workbook.tables
      .all()
      .some(
        ({ id, sheetId, range }) =>
          id !== own && sheetId === sheet && range.row < row + rows && row < range.row + range.rows,
      );
  }
}

/** TEST.DOUBLE of a number or of all numbers of a range, and TEST.LIST, which fills one to three cells. */
function functions(wait: () => Promise<void>): AddinFunction[] {
  const answering = (name: string, answer: (sum: number) => CellValue[][]): AddinFunction => ({
    name,
    description: '',
    parameters: [{ name: 'value', description: '', optional: false, matrix: true, takesErrors: true }],
    call: async ([value]) => {
      await wait();
      return answer(sumOf(value));
    },
  });
  return [
    answering('TEST.DOUBLE', (sum) => [[sum * 2]]),
    answering('TEST.LIST', (sum) => Array.from({ length: 1 + (Math.abs(Math.round(sum)) % 3) }, (_, i) => [sum + i])),
  ];
}

function sumOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, cell) => sum + sumOf(cell), 0);
  return typeof value === 'number' ? value : 0;
}

const plain = (value: CellValue): unknown => (typeof value === 'object' && value ? value.error : value);
/** A text stays one, whatever it looks like. */
const asTyped = (content: string | number | boolean) =>
  typeof content === 'string' && !content.startsWith('=') ? `'${content}` : (content as string | number);

function cellsIn({ row, column, rows, columns }: CellRange): { row: number; column: number }[] {
  return Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));
}
