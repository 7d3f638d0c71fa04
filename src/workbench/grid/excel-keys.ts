/**
 * Keys that Univer does not know, or has for something else: Home and Ctrl+Home, Ctrl+End, with Shift as far as there;
 * Ctrl+Space and Shift+Space for the whole column and row; Ctrl+- and Ctrl+Shift+= to delete and insert rows and columns.
 */
import {
  CommandType,
  EDITOR_ACTIVATED,
  FOCUSING_COMMON_DRAWINGS,
  FOCUSING_SHEET,
  FOCUSING_UNIVER_EDITOR,
  RANGE_TYPE,
  type IContextService,
  type IRange,
} from '@univerjs/core';
import {
  InsertMultiColsLeftCommand,
  InsertMultiRowsAboveCommand,
  RemoveColCommand,
  RemoveRowCommand,
  SetSelectionsOperation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { IShortcutService, KeyCode, MetaKeys } from '@univerjs/ui';
import type { CellRange, Grid } from './grid';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

/** Browsers' numbers of keys that Univer's list leaves out. */
const END = 35 as KeyCode;
const HOME = 36 as KeyCode;
const { CTRL_COMMAND: CTRL, SHIFT } = MetaKeys;

type Cell = Pick<CellRange, 'row' | 'column'>;
type Workbook = Pick<Grid, 'usedRange' | 'frozen' | 'tables'>;

export function knowExcelsKeys(app: UniverApp, workbook: Workbook): void {
  const keys = new Keys(app, workbook);
  const bindings: [string, number, () => unknown][] = [
    ['row-start', HOME, () => keys.go(keys.rowStart(), false)],
    ['select-row-start', HOME | SHIFT, () => keys.go(keys.rowStart(), true)],
    ['first-cell', HOME | CTRL, () => keys.go(keys.firstCell(), false)],
    ['select-first-cell', HOME | CTRL | SHIFT, () => keys.go(keys.firstCell(), true)],
    ['last-cell', END | CTRL, () => keys.go(keys.lastCell(), false)],
    ['select-last-cell', END | CTRL | SHIFT, () => keys.go(keys.lastCell(), true)],
    ['whole-column', KeyCode.SPACE | CTRL, () => keys.selectWhole(RANGE_TYPE.COLUMN)],
    ['whole-row', KeyCode.SPACE | SHIFT, () => keys.selectWhole(RANGE_TYPE.ROW)],
    ['delete', KeyCode.MINUS | CTRL, () => keys.remove()],
    ['insert', KeyCode.EQUAL | CTRL | SHIFT, () => keys.insert()],
  ];
  const shortcuts = app.injector.get(IShortcutService);
  for (const [name, binding, work] of bindings) {
    const id = `workbench.command.${name}`;
    app.commands.registerCommand({ id, type: CommandType.COMMAND, handler: () => Boolean(work() ?? true) });
    // Before Univer's own, which makes the sheet larger and smaller with some of them.
    shortcuts.registerShortcut({ id, binding, preconditions: isOnCells, priority: 10 });
  }
}

class Keys {
  private readonly selections: SheetsSelectionsService;

  constructor(
    private readonly app: UniverApp,
    private readonly workbook: Workbook,
  ) {
    this.selections = app.injector.get(SheetsSelectionsService);
  }

  rowStart(): Cell {
    return { row: this.active.row, column: this.workbook.frozen(this.sheetId).columns };
  }

  /** What is frozen stays in view: the first cell is the one below and beside it. */
  firstCell(): Cell {
    const { rows, columns } = this.workbook.frozen(this.sheetId);
    return { row: rows, column: columns };
  }

  lastCell(): Cell {
    const used = this.workbook.usedRange(this.sheetId);
    return used ? { row: used.row + used.rows - 1, column: used.column + used.columns - 1 } : { row: 0, column: 0 };
  }

  go(to: Cell, isSelecting: boolean): void {
    const from = isSelecting ? this.active : to;
    this.select(
      {
        startRow: Math.min(from.row, to.row),
        endRow: Math.max(from.row, to.row),
        startColumn: Math.min(from.column, to.column),
        endColumn: Math.max(from.column, to.column),
      },
      from,
    );
  }

  selectWhole(type: RANGE_TYPE.ROW | RANGE_TYPE.COLUMN): void {
    const sheet = this.app.sheet(this.sheetId);
    const whole: Partial<IRange> =
      type === RANGE_TYPE.ROW
        ? { startColumn: 0, endColumn: sheet.getColumnCount() - 1 }
        : { startRow: 0, endRow: sheet.getRowCount() - 1 };
    this.select({ ...this.range, ...whole, rangeType: type }, this.active);
  }

  /** What Excel would ask about, cells that are neither whole rows nor in a table, stays. */
  remove(): void {
    const { range } = this;
    if (range.rangeType === RANGE_TYPE.COLUMN) void this.app.commands.executeCommand(RemoveColCommand.id, { range });
    else if (range.rangeType === RANGE_TYPE.ROW || this.isInTable())
      void this.app.commands.executeCommand(RemoveRowCommand.id, { range });
  }

  insert(): void {
    const { startRow, endRow, startColumn, endColumn, rangeType } = this.range;
    if (rangeType === RANGE_TYPE.COLUMN)
      void this.app.commands.executeCommand(InsertMultiColsLeftCommand.id, { value: endColumn - startColumn + 1 });
    else if (rangeType === RANGE_TYPE.ROW || this.isInTable())
      void this.app.commands.executeCommand(InsertMultiRowsAboveCommand.id, { value: endRow - startRow + 1 });
  }

  private isInTable(): boolean {
    const { startRow, endRow, startColumn, endColumn } = this.range;
    return this.workbook
      .tables()
      .some(
        ({ sheetId, range: { row, column, rows, columns } }) =>
          sheetId === this.sheetId &&
          startRow > row &&
          endRow < row + rows &&
          startColumn >= column &&
          endColumn < column + columns,
      );
  }

  private select(range: IRange, { row, column }: Cell): void {
    const primary = {
      startRow: row,
      endRow: row,
      startColumn: column,
      endColumn: column,
      actualRow: row,
      actualColumn: column,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.app.commands.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: this.sheetId,
      selections: [{ range, primary, style: null }],
      reveal: true,
    });
  }

  private get sheetId(): string {
    return this.app.workbook().getActiveSheet(true)!.getSheetId();
  }

  private get range(): IRange {
    return this.selections.getCurrentLastSelection()?.range ?? { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };
  }

  private get active(): Cell {
    const primary = this.selections.getCurrentLastSelection()?.primary;
    return primary ? { row: primary.startRow, column: primary.startColumn } : { row: 0, column: 0 };
  }
}

/** Cells have the keys, and none of them is being typed in. */
function isOnCells(context: IContextService): boolean {
  const is = (key: string) => context.getContextValue(key);
  return is(FOCUSING_SHEET) && is(FOCUSING_UNIVER_EDITOR) && !is(EDITOR_ACTIVATED) && !is(FOCUSING_COMMON_DRAWINGS);
}
