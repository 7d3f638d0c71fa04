import type { SheetInfo } from '../../grid/grid';
import { fits, MAX_COLUMNS, MAX_ROWS, parseRange, splitAddress } from '../address';
import { readColor } from '../color';
import { sheetState } from '../document-state';
import { invalidArgument, invalidOperation, invalidReference, itemAlreadyExists, itemNotFound } from '../excel-error';
import { EVENT } from '../event-numbers';
import { eventTarget, eventTypes, HostObject, identity, type EventSource } from '../host-object';
import type { HostState } from '../host-state';
import { attributes, properties } from '../properties';
import { ChartCollection } from './chart-collection';
import { CommentCollection } from './comment-collection';
import { PageBreakCollection } from './page-break-collection';
import { PageLayout } from './page-layout';
import { Range } from './range';
import { TableCollection } from './table-collection';
import { WorksheetCustomPropertyCollection } from './worksheet-custom-properties';
import { WorksheetFreezePanes } from './worksheet-freeze-panes';
import { WorksheetProtection } from './worksheet-protection';

export class Worksheet extends HostObject implements EventSource {
  readonly typeName = 'Worksheet';
  readonly [eventTypes] = {
    DataChanged: EVENT.sheetChanged,
    Calculated: EVENT.sheetCalculated,
    Activated: EVENT.sheetActivated,
    Deactivated: EVENT.sheetDeactivated,
    SelectionChanged: EVENT.selectionChanged,
  };

  constructor(
    readonly state: HostState,
    readonly sheetId: string,
  ) {
    super();
  }

  override [identity]() {
    this.info();
    return { Id: this.sheetId };
  }
  [eventTarget]() {
    return this.sheetId;
  }

  static {
    const sheet = attributes<Worksheet, Omit<SheetInfo, 'id'>>(
      (worksheet, key) => worksheet.info()[key],
      ({ state, sheetId }, change) => state.grid.updateSheet(sheetId, change),
    );
    properties(this, {
      tabColor: sheet('tabColor', { none: '', write: (color: string) => (color === '' ? null : readColor(color)) }),
      showGridlines: sheet('showGridlines'),
      // How Office.js writes showGridlines.
      gridlines: sheet('showGridlines'),
    });
  }

  get id() {
    return this.info().id;
  }
  get name() {
    return this.info().name;
  }
  set name(name: string) {
    if (name === this.info().name) return;
    checkSheetName(this.state, name, this.sheetId);
    this.state.grid.updateSheet(this.sheetId, { name });
  }
  get position() {
    return this.info().position;
  }
  set position(position: number) {
    if (!Number.isInteger(position) || position < 0 || position >= this.state.grid.sheets().length)
      throw invalidArgument();
    this.state.grid.updateSheet(this.sheetId, { position });
  }
  get visibility() {
    if (!this.info().isHidden) return 'Visible';
    return sheetState(this.state.document, this.sheetId).isVeryHidden ? 'VeryHidden' : 'Hidden';
  }
  set visibility(visibility: string) {
    if (!['Visible', 'Hidden', 'VeryHidden'].includes(visibility)) throw invalidArgument();
    const isHidden = visibility !== 'Visible';
    if (isHidden && !this.state.grid.sheets().some(({ id, isHidden: gone }) => id !== this.sheetId && !gone))
      throw invalidOperation('A workbook must contain at least one visible worksheet.');
    sheetState(this.state.document, this.sheetId).isVeryHidden = visibility === 'VeryHidden';
    this.state.grid.updateSheet(this.sheetId, { isHidden });
  }

  get charts() {
    return new ChartCollection(this.state, this.sheetId);
  }
  get tables() {
    return new TableCollection(this.state, this.sheetId);
  }
  get comments() {
    return new CommentCollection(this.state, this.sheetId);
  }
  get freezePanes() {
    return new WorksheetFreezePanes(this.state, this.sheetId);
  }
  get pageLayout() {
    return new PageLayout(this.state, this.sheetId);
  }
  get verticalPageBreaks() {
    return new PageBreakCollection(this.state, this.sheetId);
  }
  get protection() {
    return new WorksheetProtection(this.state, this.sheetId);
  }
  get customProperties() {
    return new WorksheetCustomPropertyCollection(sheetState(this.state.document, this.sheetId));
  }

  activate() {
    this.info();
    this.state.grid.activateSheet(this.sheetId);
  }
  delete() {
    if (this.visibility === 'VeryHidden')
      throw invalidOperation('A worksheet that is very hidden cannot be deleted; make it visible first.');
    if (!this.state.grid.sheets().some(({ id, isHidden }) => id !== this.sheetId && !isHidden))
      throw invalidOperation('A workbook must contain at least one visible worksheet.');
    this.state.grid.deleteSheet(this.sheetId);
    delete this.state.document.sheets[this.sheetId];
  }

  getRange(address?: string) {
    this.info();
    if (address === undefined || address === null || address === '')
      return this.range({ row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    if (typeof address !== 'string') throw invalidArgument();
    const { sheet, range } = splitAddress(address);
    if (sheet !== null && sheet.toLowerCase() !== this.info().name.toLowerCase()) throw invalidArgument();
    const area = parseRange(range) ?? this.named(range);
    if (!area) throw invalidArgument();
    return this.range(area);
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number) {
    return this.range({ row, column, rows, columns });
  }
  getCell(row: number, column: number) {
    return this.range({ row, column, rows: 1, columns: 1 });
  }
  getUsedRange() {
    this.info();
    return this.range(this.state.grid.usedRange(this.sheetId) ?? { row: 0, column: 0, rows: 1, columns: 1 });
  }

  readonly info = (): SheetInfo => {
    const sheet = this.state.grid.sheets().find(({ id }) => id === this.sheetId);
    if (!sheet) throw itemNotFound();
    return sheet;
  };

  private readonly range = (area: Range['area']) => {
    if (![area.row, area.column, area.rows, area.columns].every(Number.isInteger) || !fits(area))
      throw invalidArgument();
    return new Range(this.state, this.sheetId, area);
  };

  /** The cells of a name or table, when they are on this sheet. */
  private readonly named = (name: string) => {
    const { grid } = this.state;
    const defined = grid.names().find((item) => item.name.toLowerCase() === name.toLowerCase());
    const address = defined && splitAddress(defined.formula);
    if (address) {
      if (address.sheet?.toLowerCase() !== this.info().name.toLowerCase()) throw invalidReference();
      return parseRange(address.range);
    }
    const table = grid
      .tables()
      .find((item) => item.name.toLowerCase() === name.toLowerCase() && item.sheetId === this.sheetId);
    return table
      ? { ...table.range, row: table.range.row + 1, rows: table.range.rows - (table.showTotals ? 2 : 1) }
      : null;
  };
}

/** Excel's rules for sheet names. */
export function checkSheetName(state: HostState, name: string, own?: string): void {
  if (
    typeof name !== 'string' ||
    name.length === 0 ||
    name.length > 31 ||
    /[\\/?*[\]:]/.test(name) ||
    /^'|'$/.test(name) ||
    /^history$/i.test(name)
  ) {
    throw invalidArgument();
  }
  if (state.grid.sheets().some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === name.toLowerCase()))
    throw itemAlreadyExists();
}
