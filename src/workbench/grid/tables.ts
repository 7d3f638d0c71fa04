/** Excel tables: their ranges, titles and styles, and how they grow when a row is typed below them. */
import type { ICellData, ICommandInfo, IObjectMatrixPrimitiveType, Nullable } from '@univerjs/core';
import { LexerTreeBuilder, SetSuperTableMutation } from '@univerjs/engine-formula';
import {
  InsertRowByRangeCommand,
  SetRangeValuesMutation,
  type IInsertRowCommandParams,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { SetSheetTableCommand, TableManager, type ITableInfoWithUnitId } from '@univerjs/sheets-table';
import { contains, gridRange, sameRange, univerRange } from './address';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { Calculation } from './calculation';
import type { Cells } from './cells';
import { withTableName, withoutTableName } from './formula-text';
import type { CellRange, TableInfo } from './grid';
import type { ReferableTable } from './structured-references';
import { DEFAULT_TABLE_STYLE } from './table-styles';

export interface TablePlace {
  id: string;
  range: CellRange;
  calculated: [number, string][];
}

export class Tables {
  private readonly manager: TableManager;
  /** Univer knows no totals row; it is remembered here. */
  private readonly withTotals = new Set<string>();
  private nextId = 1;
  /** Formulas of calculated columns, by table and by the column's place: Excel remembers what a whole column was filled with. */
  private readonly calculated = new Map<string, Map<number, string>>();
  private byName: Map<string, ITableInfoWithUnitId> | null = null;

  constructor(
    private readonly app: UniverApp,
    private readonly cells: Cells,
    private readonly calculation: Calculation,
  ) {
    this.manager = app.injector.get(TableManager);
    this.manager.tableAdd$.subscribe(({ tableName }) => this.changed(tableName));
    this.manager.tableDelete$.subscribe(({ tableName }) => this.changed(tableName));
    this.manager.tableNameChanged$.subscribe(({ tableName, oldTableName }) => this.changed(tableName, oldTableName));
    this.manager.tableRangeChanged$.subscribe(({ tableId }) => this.publish(tableId));
    app.commands.beforeCommandExecuted((command) => {
      this.completeFormulas(command);
      if (command.id === InsertRowByRangeCommand.id) this.leaveInsertedCells(command.params as IInsertRowCommandParams);
    });
    app.commands.onCommandExecuted((command, options) => {
      if (command.id === SetRangeValuesMutation.id && !options?.onlyLocal)
        this.followHeaders(command.params as ISetRangeValuesMutationParams);
    });
  }

  all(): TableInfo[] {
    this.cells.flush();
    return this.manager
      .getTableList(WORKBOOK_ID)
      .map((table) => ({
        id: table.id,
        name: table.name,
        sheetId: table.subUnitId,
        range: gridRange(table.range),
        showTotals: this.withTotals.has(table.id),
        style: this.manager.getTableById(WORKBOOK_ID, table.id)?.getTableStyleId() ?? DEFAULT_TABLE_STYLE,
      }));
  }

  add(name: string, sheetId: string, range: CellRange, style: string, showTotals = false): TableInfo {
    this.cells.flush();
    this.nameHeaders(sheetId, range);
    const id = `table-${this.nextId++}`;
    if (showTotals) this.withTotals.add(id);
    this.manager.addTable(WORKBOOK_ID, sheetId, name, univerRange(range), undefined, id, {
      tableStyleId: style || DEFAULT_TABLE_STYLE,
    });
    return this.byId(id);
  }

  update(tableId: string, change: Partial<Pick<TableInfo, 'name' | 'range' | 'style' | 'showTotals'>>): void {
    const table = this.byId(tableId);
    if (change.showTotals !== undefined) {
      if (change.showTotals) this.withTotals.add(tableId);
      else this.withTotals.delete(tableId);
      this.changed(table.name);
    }
    if (change.range) {
      this.nameHeaders(table.sheetId, change.range);
      this.manager.setTableByConfig(WORKBOOK_ID, tableId, { updateRange: { newRange: univerRange(change.range) } });
    }
    if (change.style) this.manager.setTableByConfig(WORKBOOK_ID, tableId, { theme: change.style });
    // The command, not the manager: it also renames the table in the formulas.
    if (change.name && change.name !== table.name)
      this.app.commands.syncExecuteCommand(SetSheetTableCommand.id, {
        unitId: WORKBOOK_ID,
        tableId,
        name: change.name,
      });
  }

  delete(tableId: string): void {
    this.manager.deleteTable(WORKBOOK_ID, tableId);
    this.withTotals.delete(tableId);
    this.calculated.delete(tableId);
  }

  at(sheetId: string, row: number, column: number): TableInfo | undefined {
    return this.all().find((table) => table.sheetId === sheetId && contains(table.range, row, column));
  }

  /** What formulas need to know of a table. Asked for every word of every formula. */
  referable(name: string): ReferableTable | undefined {
    this.byName ??= new Map(this.manager.getTableList(WORKBOOK_ID).map((table) => [table.name.toLowerCase(), table]));
    const found = this.byName.get(name.toLowerCase());
    return (
      found && {
        name: found.name,
        sheetName: this.app.sheet(found.subUnitId).getName(),
        range: gridRange(found.range),
        showTotals: this.withTotals.has(found.id),
        titles: found.columns.map((column) => column.displayName),
      }
    );
  }

  /** A formula in a table as Excel shows it there. */
  shownFormula(sheetId: string, row: number, column: number, formula: string): string {
    if (!formula.includes('[@')) return formula;
    const table = this.at(sheetId, row, column);
    return table ? withoutTableName(formula, table.name) : formula;
  }

  /** A formula written into all rows of a column is that column's own, and new rows get it. */
  noteCalculated(sheetId: string, range: CellRange, content: readonly (readonly unknown[])[]): void {
    const first = content[0]?.[0];
    if (range.columns !== 1 || typeof first !== 'string' || !first.startsWith('=')) return;
    if (content.some(([cell]) => cell !== first)) return;
    const table = this.at(sheetId, range.row, range.column);
    if (
      table &&
      range.row === table.range.row + 1 &&
      range.rows === table.range.rows - 1 - (table.showTotals ? 1 : 0)
    ) {
      if (!this.calculated.has(table.id)) this.calculated.set(table.id, new Map());
      this.calculated.get(table.id)!.set(range.column - table.range.column, first);
    }
  }

  /** Where the tables are and what their columns are filled with. */
  places(): TablePlace[] {
    return this.all().map(({ id, range }) => ({ id, range, calculated: [...(this.calculated.get(id) ?? [])] }));
  }

  restorePlaces(places: readonly TablePlace[]): void {
    const now = new Map(this.all().map((table) => [table.id, table.range]));
    for (const { id, range, calculated } of places) {
      const current = now.get(id);
      if (!current) continue;
      this.calculated.set(id, new Map(calculated));
      if (!sameRange(current, range)) this.update(id, { range });
    }
  }

  calculatedColumns(): [string, [number, string][]][] {
    // A table goes with its sheet, without a word.
    return this.all().flatMap(({ id, name }): [string, [number, string][]][] => {
      const columns = this.calculated.get(id);
      return columns ? [[name, [...columns]]] : [];
    });
  }

  restoreCalculated(saved: readonly [string, [number, string][]][]): void {
    for (const [name, columns] of saved) {
      const table = this.all().find((candidate) => candidate.name === name);
      if (table) this.calculated.set(table.id, new Map(columns));
    }
  }

  /** Excel takes a row typed directly below a table into it, with the formulas and formats of the row above. Gives the table that grew. */
  growInto(sheetId: string, row: number, column: number): TableInfo | undefined {
    if (this.cells.content(sheetId, row, column) === '') return undefined;
    const table = this.all().find(
      ({ sheetId: sheet, range, showTotals }) =>
        sheet === sheetId &&
        !showTotals &&
        row === range.row + range.rows &&
        column >= range.column &&
        column < range.column + range.columns,
    );
    if (!table || this.at(sheetId, row, column)) return undefined;
    this.calculation.hold();
    this.update(table.id, { range: { ...table.range, rows: table.range.rows + 1 } });
    this.fillRow(table, row, row - 1, column);
    this.cells.flush();
    this.calculation.release();
    return this.byId(table.id);
  }

  /**
   * Univer gives inserted rows the looks of the row above, which may be the headers, once all else is done. The cells of
   * a table are left to the table.
   */
  private leaveInsertedCells({ subUnitId, range: { startRow }, cellValue }: IInsertRowCommandParams): void {
    for (const { sheetId, range } of this.all()) {
      if (sheetId !== subUnitId || startRow <= range.row || startRow >= range.row + range.rows) continue;
      for (const cells of Object.values(cellValue ?? {}))
        for (let column = range.column; column < range.column + range.columns; column++) delete cells[column];
    }
  }

  /** Rows that the user inserted in the middle of a table have its formulas and formats. Univer tells the table of them later. */
  fillInserted(sheetId: string, { row, rows }: CellRange): void {
    for (const table of this.all()) {
      const { range } = table;
      const isWithin = table.sheetId === sheetId && row > range.row && row < range.row + range.rows;
      if (!isWithin) continue;
      // Above the first row are the headers.
      const from = row === range.row + 1 ? row + rows : row - 1;
      for (let at = row; at < row + rows; at++) this.fillRow(table, at, from);
    }
    this.cells.flush();
  }

  /** A new row of a table has the formulas and formats of another one, but for the cell that was typed into. */
  private fillRow({ id, sheetId, range }: TableInfo, row: number, from: number, typed?: number): void {
    const lexer = this.app.injector.get(LexerTreeBuilder);
    const sheet = this.app.sheet(sheetId);
    for (let c = range.column; c < range.column + range.columns; c++) {
      const beside = sheet.getCellMatrix().getValue(from, c);
      const style = beside && this.app.workbook().getStyles().getStyleByCell(beside);
      if (style) this.cells.putStyle(sheetId, row, c, style);
      if (c === typed) continue;
      const own = this.calculated.get(id)?.get(c - range.column);
      if (own) this.cells.put(sheetId, row, c, own);
      else if (beside?.f) this.cells.put(sheetId, row, c, lexer.moveFormulaRefOffset(beside.f, 0, row - from));
    }
  }

  private byId(tableId: string): TableInfo {
    const table = this.all().find(({ id }) => id === tableId);
    if (!table) throw new Error(`There is no table ${tableId}.`);
    return table;
  }

  /** A column of a table always has a title of its own: Excel writes Column1 and so on where there is none. */
  private nameHeaders(sheetId: string, range: CellRange): void {
    const titles = new Set<string>();
    for (let index = 0; index < range.columns; index++) {
      const column = range.column + index;
      const typed = this.cells.text(sheetId, range.row, column);
      let title = typed || `Column${index + 1}`;
      for (let number = 2; titles.has(title.toLowerCase()); number++) title = `${typed || 'Column'}${number}`;
      titles.add(title.toLowerCase());
      if (title !== typed) this.cells.put(sheetId, range.row, column, title);
    }
    this.cells.flush();
  }

  /** Edited header cells rename the columns. */
  private followHeaders({ unitId, subUnitId, cellValue }: ISetRangeValuesMutationParams): void {
    if (unitId !== WORKBOOK_ID || !cellValue) return;
    for (const { id, range } of this.manager.getTablesInfoBySubunitId(WORKBOOK_ID, subUnitId)) {
      const edited = cellValue[range.startRow];
      if (
        edited &&
        Object.keys(edited).some((column) => Number(column) >= range.startColumn && Number(column) <= range.endColumn)
      )
        this.publish(id);
    }
  }

  /** Tells the columns' titles to Univer, which reads them once only, and to the formulas. */
  private publish(tableId: string): void {
    const table = this.manager.getTableById(WORKBOOK_ID, tableId);
    if (!table) return;
    const { name, range, subUnitId, columns } = table.getTableInfo();
    const titleMap = new Map<string, number>();
    for (let index = 0; index < columns.length; index++) {
      const title = this.cells.text(subUnitId, range.startRow, range.startColumn + index) || columns[index].displayName;
      const column = table.getTableColumnByIndex(index);
      if (column) column.displayName = title;
      titleMap.set(title, index);
    }
    this.app.commands.syncExecuteCommand(SetSuperTableMutation.id, {
      unitId: WORKBOOK_ID,
      tableName: name,
      reference: { range, sheetId: subUnitId, titleMap },
    });
    this.changed(name);
  }

  /** Formulas that name the table mean something else now. */
  private changed(...names: string[]): void {
    this.byName = null;
    this.calculation.wordsChanged(names);
  }

  /** [@Amount] typed in a table means that table's column, in whichever words Univer keeps it. */
  private completeFormulas(command: Readonly<ICommandInfo>): void {
    if (command.id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
    for (const [row, columns] of Object.entries((cellValue ?? {}) as IObjectMatrixPrimitiveType<Nullable<ICellData>>)) {
      for (const [column, cell] of Object.entries(columns ?? {}) as [string, Nullable<ICellData>][]) {
        if (!cell?.f?.includes('[@')) continue;
        const table = this.manager
          .getTablesInfoBySubunitId(WORKBOOK_ID, subUnitId)
          .find(
            ({ range }) =>
              Number(row) >= range.startRow &&
              Number(row) <= range.endRow &&
              Number(column) >= range.startColumn &&
              Number(column) <= range.endColumn,
          );
        if (table) cell.f = withTableName(cell.f, table.name);
      }
    }
  }
}
