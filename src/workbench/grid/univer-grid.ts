/** The grid on Univer: every part of it put together. */
import { InterceptorEffectEnum } from '@univerjs/core';
import {
  INTERCEPTOR_POINT,
  SetSelectionsOperation,
  SheetInterceptorService,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { AddinFunctions } from './addin-functions';
import { gridRange, univerRange } from './address';
import { enterBackwards } from './backward-entry';
import { bootUniver } from './boot';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import { Calculation } from './calculation';
import { BUSY } from './cell-errors';
import { Callouts } from './callouts';
import { Cells } from './cells';
import { writeWhatChanged } from './changed-results';
import { Charts } from './charts';
import { openDialogsAsExcel } from './dialogs';
import { dragOnSheetShown, fillDatesAsExcel } from './dragging';
import { ErrorTexts } from './error-texts';
import { Events } from './events';
import { functionNames, registerExcelFunctions, type DateSystem } from './excel-functions';
import { knowExcelsKeys } from './excel-keys';
import { paintAgainWithFonts } from './fonts';
import { Formatting } from './formatting';
import type { CellFormat, CellRange, Grid, TableInfo } from './grid';
import { awaitNoVerdict } from './late-verdicts';
import { paintSeldomWhile } from './frames';
import { followLinks } from './links';
import { Marks } from './marks';
import { Names } from './names';
import { keepWhatIsTyped } from './open-editor';
import { translateFormulas } from './parsed-formulas';
import { readEachTextOnce } from './plain-texts';
import { readSmallLiterals } from './small-literals';
import { readRangesAtOnce } from './range-cells';
import { paintWhatChanges } from './repaints';
import { Sheets } from './sheets';
import { splitPastedText } from './pasted-text';
import { loadWorkbook, saveWorkbook, type WorkbookSnapshot } from './snapshots';
import { correctSpilledCells } from './spilled-cells';
import { Stored } from './stored';
import { TableGrowth } from './table-growth';
import { insertWholeRows } from './table-rows';
import { Tables, type TablePlace } from './tables';
import { readTypedValues } from './typed-values';
import { Undo } from './undo';
import { Validation } from './validation';

interface GridSnapshot {
  workbook: WorkbookSnapshot;
  tables: TableInfo[];
  calculatedColumns: [string, [number, string][]][];
  validation: unknown;
  charts: unknown;
  errorTexts: unknown;
}

export function createGrid(container: HTMLElement): Grid {
  const app = bootUniver(container);
  loadWorkbook(app, null);
  // After the first workbook, with which Univer brings in its own functions.
  correctSpilledCells(app.injector);
  readRangesAtOnce();
  readEachTextOnce();
  readSmallLiterals();
  const dateSystem = registerExcelFunctions(app.injector);
  void paintAgainWithFonts(app);
  return new UniverGrid(app, dateSystem);
}

class UniverGrid implements Grid {
  private readonly texts = new ErrorTexts();
  private readonly calculation: Calculation;
  private readonly cells: Cells;
  private readonly formatting: Formatting;
  private readonly sheetsPart: Sheets;
  private readonly tablesPart: Tables;
  private readonly namesPart: Names;
  private readonly validation: Validation;
  private readonly marks: Marks;
  private readonly chartsPart: Charts;
  private readonly callouts: Callouts;
  private readonly functions: AddinFunctions;
  private readonly events: Events;
  private readonly growth: TableGrowth;
  private readonly undo: Undo<TablePlace[]>;
  readonly stored: Stored;
  private source: 'user' | 'addin' = 'addin';
  private batches = 0;

  constructor(
    private readonly app: UniverApp,
    private readonly dateSystem: DateSystem,
  ) {
    this.calculation = new Calculation(app);
    this.cells = new Cells(app, this.texts);
    this.formatting = new Formatting(app, this.cells);
    this.events = new Events(app, () => (this.cells.writing ? this.source : 'user'));
    this.sheetsPart = new Sheets(app, this.calculation);
    this.tablesPart = new Tables(app, this.cells, this.calculation);
    this.namesPart = new Names(app, this.calculation);
    this.validation = new Validation(app);
    this.marks = new Marks(app);
    this.growth = new TableGrowth(app, this.cells, this.tablesPart, this.validation, this.marks);
    this.chartsPart = new Charts(app, this.cells, this.calculation);
    this.stored = new Stored(this, this.cells, this.sheetsPart, this.tablesPart, this.validation);
    this.callouts = new Callouts(app, this.cells, this.validation, () => ({
      functions: functionNames(app.injector),
      names: [...this.names(), ...this.tables()].map(({ name }) => name),
    }));
    this.functions = new AddinFunctions(app, this.calculation, this.texts);
    translateFormulas(app.injector, (name) => this.tablesPart.referable(name));
    paintWhatChanges(app);
    paintSeldomWhile(WORKBOOK_ID, () => !this.calculation.isSettled());
    writeWhatChanged(app);
    this.paintBusyCells();
    readTypedValues(app);
    keepWhatIsTyped(app);
    enterBackwards(app);
    knowExcelsKeys(app, this);
    awaitNoVerdict(app);
    openDialogsAsExcel(app);
    dragOnSheetShown();
    fillDatesAsExcel(app);
    insertWholeRows();
    splitPastedText();
    followLinks(app, (sheetId, range) => this.select(sheetId, range));
    this.undo = new Undo(
      app,
      { read: () => this.tablesPart.places(), restore: (places) => this.tablesPart.restorePlaces(places) },
      () => this.batches === 0,
    );
    this.events.on((event) => {
      if ('source' in event && event.source === 'user' && !this.undo.isReplaying)
        this.undo.follow(() => this.growth.complete(event));
      if (event.type === 'changed') this.chartsPart.cellsChanged();
      if (event.type === 'selectionChanged') this.callouts.select(event.sheetId, event.range);
      if (event.type === 'changed' || event.type === 'sheetActivated') this.callouts.refresh();
    });
    this.calculation.onCalculated((sheetIds) => {
      // A sheet may have been deleted while its formulas were calculated.
      const present = new Set(this.sheets().map(({ id }) => id));
      for (const sheetId of sheetIds) if (present.has(sheetId)) this.events.emit({ type: 'calculated', sheetId });
      this.callouts.refresh();
    });
  }

  sheets() {
    return this.sheetsPart.all();
  }

  addSheet(name: string) {
    this.undo.forget();
    return this.sheetsPart.add(name);
  }

  deleteSheet(sheetId: string) {
    this.cells.flush();
    this.sheetsPart.delete(sheetId);
    this.chartsPart.forgetSheet(sheetId);
    this.undo.forget();
  }

  updateSheet(sheetId: string, change: Parameters<Grid['updateSheet']>[1]) {
    this.cells.flush();
    this.sheetsPart.update(sheetId, change);
  }

  activeSheet() {
    return this.sheetsPart.active();
  }

  activateSheet(sheetId: string) {
    this.sheetsPart.activate(sheetId);
  }

  lockSheet(sheetId: string, locked: boolean) {
    this.sheetsPart.lock(sheetId, locked);
  }

  usedRange(sheetId: string, what?: 'contents' | 'looks') {
    return this.cells.usedRange(sheetId, what);
  }

  readValues(sheetId: string, range: CellRange) {
    this.cells.flush();
    return mapCells(range, (row, column) => this.cells.value(sheetId, row, column));
  }

  readFormulas(sheetId: string, range: CellRange) {
    this.cells.flush();
    return mapCells(range, (row, column) => {
      const content = this.cells.content(sheetId, row, column);
      return typeof content === 'string' ? this.tablesPart.shownFormula(sheetId, row, column, content) : content;
    });
  }

  readTexts(sheetId: string, range: CellRange) {
    this.cells.flush();
    return mapCells(range, (row, column) => this.cells.text(sheetId, row, column));
  }

  write(sheetId: string, range: CellRange, content: (string | number | boolean | null)[][], source: 'user' | 'addin') {
    if (source !== this.source) this.cells.flush();
    this.source = source;
    for (let row = 0; row < range.rows; row++) {
      for (let column = 0; column < range.columns; column++) {
        const cell = content[row]?.[column];
        if (cell !== null && cell !== undefined) this.cells.put(sheetId, range.row + row, range.column + column, cell);
      }
    }
    if (range.columns === 1 && range.rows >= 1) this.tablesPart.noteCalculated(sheetId, range, content);
    this.flushUnlessBatched();
  }

  clear(sheetId: string, range: CellRange, what: 'all' | 'contents' | 'formats') {
    this.cells.flush();
    this.source = 'addin';
    if (what !== 'formats') this.cells.clearContents(sheetId, range);
    if (what !== 'contents') this.cells.clearFormats(sheetId, range);
    if (what === 'all') this.validation.set(sheetId, range, null);
    this.flushUnlessBatched();
  }

  awaitAnswers({ late, oldValues }: Parameters<Grid['awaitAnswers']>[0]) {
    this.functions.isPatient = !late && !oldValues;
    this.functions.keepsOldValues = oldValues;
  }

  calculateByHand(byHand: boolean) {
    this.cells.flush();
    this.calculation.byHand = byHand;
  }

  calculateNow(everything: boolean) {
    this.cells.flush();
    this.calculation.calculateNow(everything);
  }

  calculationState() {
    return { byHand: this.calculation.byHand, state: this.calculation.state() };
  }

  isMidway() {
    return this.calculation.isMidway();
  }

  countDaysSince1904(since1904: boolean) {
    this.cells.flush();
    this.dateSystem.since1904 = since1904;
    this.calculation.calculateAll();
  }

  spillRange(sheetId: string, row: number, column: number) {
    this.cells.flush();
    return this.cells.spillFrom(sheetId, row, column);
  }

  format(sheetId: string, range: CellRange, format: CellFormat) {
    this.formatting.format(sheetId, range, format);
    this.flushUnlessBatched();
  }

  readFormat(sheetId: string, row: number, column: number) {
    return this.formatting.read(sheetId, row, column);
  }

  setColumnWidth(sheetId: string, column: number, columns: number, pixels: number) {
    this.sheetsPart.setColumnWidth(sheetId, column, columns, pixels);
  }

  hideColumns(sheetId: string, column: number, columns: number, isHidden: boolean) {
    this.sheetsPart.hideColumns(sheetId, column, columns, isHidden);
  }

  isColumnHidden(sheetId: string, column: number) {
    return this.sheetsPart.isColumnHidden(sheetId, column);
  }

  setRowHeight(sheetId: string, row: number, rows: number, pixels: number) {
    this.sheetsPart.setRowHeight(sheetId, row, rows, pixels);
  }

  columnWidth(sheetId: string, column: number) {
    return this.sheetsPart.columnWidth(sheetId, column);
  }

  rowHeight(sheetId: string, row: number) {
    this.cells.fitRows();
    return this.sheetsPart.rowHeight(sheetId, row);
  }

  isRowHidden(sheetId: string, row: number) {
    return this.sheetsPart.isRowHidden(sheetId, row);
  }

  freeze(sheetId: string, rows: number, columns: number) {
    this.sheetsPart.freeze(sheetId, rows, columns);
  }

  frozen(sheetId: string) {
    return this.sheetsPart.frozen(sheetId);
  }

  addTable(name: string, sheetId: string, range: CellRange, style: string) {
    return this.tablesPart.add(name, sheetId, range, style);
  }

  updateTable(tableId: string, change: Parameters<Grid['updateTable']>[1]) {
    this.tablesPart.update(tableId, change);
  }

  deleteTable(tableId: string) {
    this.tablesPart.delete(tableId);
  }

  tables() {
    return this.tablesPart.all();
  }

  extendRulesDown(sheetId: string, row: Pick<CellRange, 'row' | 'column' | 'columns'>, rows: number) {
    this.growth.extendRulesDown(sheetId, row, rows);
  }

  setName(name: string, formula: string, comment?: string) {
    this.namesPart.set(name, formula, comment);
  }

  deleteName(name: string) {
    this.namesPart.delete(name);
  }

  names() {
    return this.namesPart.all();
  }

  setValidation(sheetId: string, range: CellRange, rule: Parameters<Grid['setValidation']>[2]) {
    this.validation.set(sheetId, range, rule);
    if (rule?.kind === 'list') this.formatting.styleListCells(sheetId, range);
    this.flushUnlessBatched();
  }

  readValidation(sheetId: string, row: number, column: number) {
    return this.validation.read(sheetId, row, column);
  }

  addConditionalFormat(sheetId: string, range: CellRange, rule: Parameters<Grid['addConditionalFormat']>[2]) {
    this.marks.addConditionalFormat(sheetId, range, rule);
  }

  clearConditionalFormats(sheetId: string, range: CellRange | null) {
    this.marks.clearConditionalFormats(sheetId, range);
  }

  setNote(sheetId: string, row: number, column: number, text: string | null) {
    this.marks.setNote(sheetId, row, column, text);
  }

  putChart(sheetId: string, chart: Parameters<Grid['putChart']>[1]) {
    this.chartsPart.put(sheetId, chart);
  }

  deleteChart(sheetId: string, chartId: string) {
    this.chartsPart.delete(sheetId, chartId);
  }

  charts(sheetId: string) {
    return this.chartsPart.of(sheetId);
  }

  drawChart(chartId: string, canvas: HTMLCanvasElement) {
    return this.chartsPart.draw(chartId, canvas);
  }

  select(sheetId: string, range: CellRange) {
    this.activateSheet(sheetId);
    const target = univerRange(range);
    const primary = {
      ...target,
      actualRow: range.row,
      actualColumn: range.column,
      isMerged: false,
      isMergedMainCell: false,
      endRow: range.row,
      endColumn: range.column,
    };
    this.app.commands.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      selections: [{ range: target, primary, style: null }],
      reveal: true,
    });
  }

  selection() {
    const sheetId = this.activeSheet();
    const selected = this.app.injector.get(SheetsSelectionsService).getCurrentLastSelection();
    return { sheetId, range: selected ? gridRange(selected.range) : { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  registerFunctions(functions: Parameters<Grid['registerFunctions']>[0], wakesCells = true) {
    this.cells.flush();
    this.functions.register(functions, wakesCells);
  }

  unregisterFunctions() {
    this.cells.flush();
    this.functions.unregister();
  }

  recalculate() {
    this.cells.flush();
    this.functions.forgetAnswers();
    this.calculation.calculateAll();
  }

  settled() {
    this.cells.flush();
    return this.calculation.settled();
  }

  batch<T>(work: () => T): T {
    this.batches++;
    this.calculation.hold();
    try {
      return work();
    } finally {
      this.batches--;
      this.flushUnlessBatched();
      this.calculation.release();
      if (this.batches === 0) this.undo.rebase();
    }
  }

  on(listener: Parameters<Grid['on']>[0]) {
    return this.events.on(listener);
  }

  save(): GridSnapshot {
    this.cells.fitRows();
    this.validation.flush();
    return {
      workbook: saveWorkbook(this.app),
      tables: this.tables(),
      calculatedColumns: this.tablesPart.calculatedColumns(),
      validation: this.validation.save(),
      charts: this.chartsPart.save(),
      errorTexts: this.texts.save(),
    };
  }

  load(snapshot: unknown) {
    const { workbook, tables, calculatedColumns, validation, charts, errorTexts } = structuredClone(
      snapshot,
    ) as GridSnapshot;
    this.cells.flush();
    for (const table of this.tables()) this.tablesPart.delete(table.id);
    this.chartsPart.clear();
    this.functions.forgetAnswers();
    loadWorkbook(this.app, workbook);
    for (const table of tables)
      this.tablesPart.add(table.name, table.sheetId, table.range, table.style, table.showTotals);
    this.tablesPart.restoreCalculated(calculatedColumns);
    this.validation.load(validation);
    this.texts.load(errorTexts);
    this.calculation.reset();
    this.chartsPart.load(charts);
    this.undo.forget();
  }

  private flushUnlessBatched() {
    if (this.batches > 0) return;
    this.cells.fitRows();
    this.validation.flush();
  }

  private paintBusyCells() {
    this.app.injector
      .get(SheetInterceptorService)
      .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        priority: 90,
        effect: InterceptorEffectEnum.Value,
        handler: (cell, location, next) =>
          cell?.v === BUSY
            ? next({ ...(cell === location.rawData ? { ...location.rawData } : cell), v: '#BUSY!' })
            : next(cell),
      });
  }
}

function mapCells<T>(range: CellRange, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: range.rows }, (_, row) =>
    Array.from({ length: range.columns }, (_, column) => read(range.row + row, range.column + column)),
  );
}
