/**
 * A grid for the host's tests: cells in a map, nothing drawn. Of formulas it knows =NAMESPACE.FUNCTION(…) with
 * numbers, texts, references and omitted arguments, and =A1; their results spill.
 */
import type {
  AddinFunction,
  CellFormat,
  CellRange,
  CellValue,
  ChartSpec,
  ConditionalFormatRule,
  Grid,
  GridEvent,
  SheetInfo,
  TableInfo,
  ValidationRule,
} from '../../grid/grid';
import { intersect, parseRange } from '../../host/address';

interface Cell {
  content?: string | number | boolean;
  value?: CellValue;
  format?: CellFormat;
  validation?: ValidationRule | null;
  spill?: CellRange;
  note?: string | null;
}

interface Sheet extends Omit<SheetInfo, 'position'> {
  cells: Map<string, Cell>;
  frozen: { rows: number; columns: number };
  widths: Map<number, number>;
  hidden: Set<number>;
  heights: Map<number, number>;
  charts: ChartSpec[];
  conditionalFormats: { range: CellRange; rule: ConditionalFormatRule }[];
}

export class MemoryGrid implements Grid {
  private list: Sheet[] = [];
  private active = '';
  private selected: CellRange = { row: 0, column: 0, rows: 1, columns: 1 };
  private functions = new Map<string, AddinFunction>();
  private tableList: TableInfo[] = [];
  private nameList: { name: string; formula: string; comment: string }[] = [];
  private readonly listeners = new Set<(event: GridEvent) => void>();
  private readonly running = new Set<Promise<unknown>>();
  private lastId = 0;

  constructor() {
    this.active = this.addSheet('Sheet1');
  }

  sheets = () =>
    this.list.map(({ id, name, tabColor, showGridlines, isHidden }, position) => ({
      id,
      name,
      position,
      tabColor,
      showGridlines,
      isHidden,
    }));
  addSheet(name: string) {
    const id = `sheet-${++this.lastId}`;
    this.list.push({
      id,
      name,
      tabColor: null,
      showGridlines: true,
      isHidden: false,
      cells: new Map(),
      frozen: { rows: 0, columns: 0 },
      widths: new Map(),
      hidden: new Set(),
      heights: new Map(),
      charts: [],
      conditionalFormats: [],
    });
    this.emit({ type: 'sheetAdded', sheetId: id });
    return id;
  }
  deleteSheet(sheetId: string) {
    this.list = this.list.filter(({ id }) => id !== sheetId);
    this.emit({ type: 'sheetDeleted', sheetId });
    if (this.active === sheetId) this.activateSheet(this.list[0].id);
  }
  updateSheet(sheetId: string, { position, ...change }: Partial<Omit<SheetInfo, 'id'>>) {
    const sheet = this.sheet(sheetId);
    Object.assign(sheet, change);
    if (change.isHidden && this.active === sheetId) this.activateSheet(this.list.find(({ isHidden }) => !isHidden)!.id);
    if (position === undefined) return;
    this.list = this.list.filter((item) => item !== sheet);
    this.list.splice(position, 0, sheet);
  }
  activeSheet = () => this.active;
  activateSheet(sheetId: string) {
    this.active = sheetId;
    this.emit({ type: 'sheetActivated', sheetId });
  }
  lockSheet() {}
  readonly stored = null;

  usedRange(sheetId: string): CellRange | null {
    const used = [...this.sheet(sheetId).cells]
      .filter(([, cell]) => cell.value !== undefined && cell.value !== null)
      .map(([key]) => key.split(',').map(Number));
    if (!used.length) return null;
    const [rows, columns] = [used.map(([row]) => row), used.map(([, column]) => column)];
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  }

  readValues = (sheetId: string, range: CellRange) => this.map(sheetId, range, (cell) => cell?.value ?? null);
  readFormulas = (sheetId: string, range: CellRange) => this.map(sheetId, range, (cell) => cell?.content ?? '');
  readTexts = (sheetId: string, range: CellRange) =>
    this.map(sheetId, range, (cell) => {
      const value = cell?.value ?? null;
      if (value === null) return '';
      if (typeof value === 'object') return value.error;
      if (typeof value === 'boolean') return String(value).toUpperCase();
      return typeof value === 'number' && cell?.format?.numberFormat === '0%'
        ? `${Math.round(value * 100)}%`
        : String(value);
    });
  write(sheetId: string, range: CellRange, content: (string | number | boolean | null)[][], source: 'user' | 'addin') {
    content.forEach((row, r) =>
      row.forEach((item, c) => {
        if (item === null) return;
        const cell = this.cell(sheetId, range.row + r, range.column + c);
        this.unspill(sheetId, cell);
        const isText = typeof item === 'string' && item.startsWith("'");
        cell.content = item === '' ? undefined : item;
        cell.value = isText
          ? item.slice(1)
          : item === '' || (typeof item === 'string' && item.startsWith('='))
            ? null
            : item;
      }),
    );
    this.emit({ type: 'changed', sheetId, range, source });
    this.recalculate();
  }
  clear(sheetId: string, range: CellRange, what: 'all' | 'contents' | 'formats') {
    this.map(sheetId, range, (cell) => {
      if (!cell) return;
      if (what !== 'formats') {
        this.unspill(sheetId, cell);
        cell.content = undefined;
        cell.value = null;
      }
      if (what !== 'contents') cell.format = undefined;
    });
    if (what !== 'formats') this.emit({ type: 'changed', sheetId, range, source: 'addin' });
  }
  spillRange = (sheetId: string, row: number, column: number) =>
    this.sheet(sheetId).cells.get(`${row},${column}`)?.spill ?? null;

  format(sheetId: string, range: CellRange, format: CellFormat) {
    for (let r = 0; r < Math.min(range.rows, 1000); r++) {
      for (let c = 0; c < Math.min(range.columns, 1000); c++) {
        const cell = this.cell(sheetId, range.row + r, range.column + c);
        cell.format = { ...cell.format, ...format, borders: { ...cell.format?.borders, ...format.borders } };
      }
    }
  }
  readFormat = (sheetId: string, row: number, column: number) =>
    this.sheet(sheetId).cells.get(`${row},${column}`)?.format ?? {};
  setColumnWidth(sheetId: string, column: number, columns: number, pixels: number) {
    for (let i = 0; i < columns; i++) this.sheet(sheetId).widths.set(column + i, pixels);
  }
  setRowHeight(sheetId: string, row: number, rows: number, pixels: number) {
    for (let i = 0; i < rows; i++) this.sheet(sheetId).heights.set(row + i, pixels);
  }
  hideColumns(sheetId: string, column: number, columns: number, isHidden: boolean) {
    for (let i = 0; i < columns; i++)
      if (isHidden) this.sheet(sheetId).hidden.add(column + i);
      else this.sheet(sheetId).hidden.delete(column + i);
  }
  isColumnHidden = (sheetId: string, column: number) => this.sheet(sheetId).hidden.has(column);
  columnWidth = (sheetId: string, column: number) => this.sheet(sheetId).widths.get(column) ?? 64;
  rowHeight = (sheetId: string, row: number) => this.sheet(sheetId).heights.get(row) ?? 20;
  isRowHidden = () => false;
  freeze(sheetId: string, rows: number, columns: number) {
    this.sheet(sheetId).frozen = { rows, columns };
  }
  frozen = (sheetId: string) => this.sheet(sheetId).frozen;

  addTable(name: string, sheetId: string, range: CellRange, style: string) {
    const table = { id: String(++this.lastId), name, sheetId, range, showTotals: false, style };
    this.tableList.push(table);
    return table;
  }
  updateTable(tableId: string, change: Partial<TableInfo>) {
    Object.assign(
      this.tableList.find(({ id }) => id === tableId)!,
      change,
    );
  }
  deleteTable(tableId: string) {
    this.tableList = this.tableList.filter(({ id }) => id !== tableId);
  }
  tables = () => this.tableList;

  setName(name: string, formula: string, comment = '') {
    this.deleteName(name);
    this.nameList.push({ name, formula, comment });
  }
  deleteName(name: string) {
    this.nameList = this.nameList.filter((item) => item.name !== name);
  }
  names = () => this.nameList;

  setValidation(sheetId: string, range: CellRange, rule: ValidationRule | null) {
    for (let r = 0; r < range.rows; r++)
      for (let c = 0; c < range.columns; c++) this.cell(sheetId, range.row + r, range.column + c).validation = rule;
  }
  readValidation = (sheetId: string, row: number, column: number) =>
    this.sheet(sheetId).cells.get(`${row},${column}`)?.validation ?? null;
  extendRulesDown(sheetId: string, { row, column, columns }: CellRange, rows: number) {
    for (let c = column; c < column + columns; c++)
      for (let r = row + 1; r <= row + rows; r++)
        this.cell(sheetId, r, c).validation = this.readValidation(sheetId, row, c);
  }
  addConditionalFormat(sheetId: string, range: CellRange, rule: ConditionalFormatRule) {
    this.sheet(sheetId).conditionalFormats.push({ range, rule });
  }
  clearConditionalFormats(sheetId: string) {
    this.sheet(sheetId).conditionalFormats = [];
  }
  setNote(sheetId: string, row: number, column: number, text: string | null) {
    this.cell(sheetId, row, column).note = text;
  }

  putChart(sheetId: string, chart: ChartSpec) {
    const { charts } = this.sheet(sheetId);
    const at = charts.findIndex(({ id }) => id === chart.id);
    if (at < 0) charts.push(chart);
    else charts[at] = chart;
  }
  deleteChart(sheetId: string, chartId: string) {
    const sheet = this.sheet(sheetId);
    sheet.charts = sheet.charts.filter(({ id }) => id !== chartId);
  }
  charts = (sheetId: string) => this.sheet(sheetId).charts;
  drawChart = () => () => {};

  select(sheetId: string, range: CellRange) {
    this.active = sheetId;
    this.selected = range;
    this.emit({ type: 'selectionChanged', sheetId, range });
  }
  selection = () => ({ sheetId: this.active, range: this.selected });

  registerFunctions(functions: AddinFunction[]) {
    this.functions = new Map(functions.map((item) => [item.name, item]));
    this.recalculate();
  }
  awaitAnswers() {}
  calculateByHand() {}
  calculateNow() {}
  isMidway = () => false;
  calculationState = () => ({ byHand: false, state: 'Done' as const });
  countDaysSince1904() {}
  unregisterFunctions() {
    this.functions.clear();
  }
  recalculate() {
    for (const sheet of this.list) {
      for (const [key, cell] of sheet.cells)
        if (typeof cell.content === 'string' && cell.content.startsWith('=')) this.calculate(sheet, key, cell);
    }
  }
  async settled() {
    while (this.running.size) await Promise.all(this.running);
  }
  batch = <T>(work: () => T) => work();
  on(listener: (event: GridEvent) => void) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  save = () =>
    this.list.map((sheet) => ({
      ...sheet,
      cells: [...sheet.cells],
      widths: [...sheet.widths],
      hidden: [...sheet.hidden],
      heights: [...sheet.heights],
    }));
  load(snapshot: unknown) {
    this.list = (snapshot as ReturnType<MemoryGrid['save']>).map((sheet) => ({
      ...sheet,
      cells: new Map(sheet.cells),
      widths: new Map(sheet.widths),
      hidden: new Set(sheet.hidden),
      heights: new Map(sheet.heights),
    }));
    this.active = this.list[0].id;
  }

  private calculate(sheet: Sheet, key: string, cell: Cell): void {
    const formula = cell.content as string;
    const [row, column] = key.split(',').map(Number);
    const call = /^=([\w.]+)\((.*)\)$/s.exec(formula);
    const definition = call && this.functions.get(call[1].toUpperCase());
    if (!definition) {
      const reference = parseRange(formula.slice(1));
      cell.value = reference ? this.readValues(sheet.id, reference)[0][0] : { error: '#NAME?' };
      this.emit({ type: 'calculated', sheetId: sheet.id });
      return;
    }
    const args = call[2] === '' ? [] : call[2].split(',').map((text) => this.argument(sheet.id, text.trim()));
    const work = definition.call(args, `${sheet.name}!${String.fromCharCode(65 + column)}${row + 1}`).then((result) => {
      if (cell.content !== formula) return;
      this.unspill(sheet.id, cell);
      result.forEach((values, r) =>
        values.forEach((value, c) => (this.cell(sheet.id, row + r, column + c).value = value)),
      );
      if (result.length > 1 || result[0].length > 1)
        cell.spill = { row, column, rows: result.length, columns: result[0].length };
      this.emit({ type: 'calculated', sheetId: sheet.id });
    });
    this.running.add(work);
    void work.finally(() => this.running.delete(work));
  }

  private argument(sheetId: string, text: string): unknown {
    if (text === '') return undefined;
    if (text.startsWith('"')) return text.slice(1, -1);
    if (/^(true|false)$/i.test(text)) return /^true$/i.test(text);
    const range = parseRange(text);
    if (!range) return Number(text);
    const values = this.readValues(sheetId, range);
    return range.rows === 1 && range.columns === 1 ? values[0][0] : values;
  }

  private unspill(sheetId: string, cell: Cell): void {
    const { spill } = cell;
    if (!spill) return;
    cell.spill = undefined;
    for (let r = 0; r < spill.rows; r++)
      for (let c = 0; c < spill.columns; c++) this.cell(sheetId, spill.row + r, spill.column + c).value = null;
  }

  private sheet(sheetId: string): Sheet {
    const sheet = this.list.find(({ id }) => id === sheetId);
    if (!sheet) throw new Error(`No sheet ${sheetId}`);
    return sheet;
  }

  private cell(sheetId: string, row: number, column: number): Cell {
    const { cells } = this.sheet(sheetId);
    const key = `${row},${column}`;
    if (!cells.has(key)) cells.set(key, {});
    return cells.get(key)!;
  }

  private map<T>(sheetId: string, range: CellRange, read: (cell: Cell | undefined) => T): T[][] {
    const { cells } = this.sheet(sheetId);
    const within = intersect(range, { row: 0, column: 0, rows: 2000, columns: 100 })!;
    return Array.from({ length: within.rows }, (_, r) =>
      Array.from({ length: within.columns }, (_, c) => read(cells.get(`${within.row + r},${within.column + c}`))),
    );
  }

  private emit(event: GridEvent): void {
    for (const listener of this.listeners) {
      listener(event);
      if (event.type === 'changed' || event.type.startsWith('sheet')) listener({ type: 'stored' });
    }
  }
}
