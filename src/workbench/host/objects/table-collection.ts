import { intersect } from '../address';
import { invalidArgument, itemNotFound, notImplemented } from '../excel-error';
import { EVENT, WORKBOOK_TARGET } from '../event-numbers';
import { eventTarget, eventTypes, HostCollection, items, type EventSource } from '../host-object';
import type { HostState } from '../host-state';
import { splitAddress } from '../address';
import { Range } from './range';
import { Table } from './table';
import { Worksheet } from './worksheet';
import { WorksheetCollection } from './worksheet-collection';

/** The tables of a sheet, or of all sheets. */
export class TableCollection extends HostCollection<Table> implements EventSource {
  readonly typeName = 'TableCollection';
  readonly [eventTypes] = { DataChanged: EVENT.tableChanged };

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string | null,
  ) {
    super();
  }

  [items]() {
    return this.tables().map(({ id }) => new Table(this.state, id));
  }
  [eventTarget]() {
    return WORKBOOK_TARGET;
  }

  add(address: Range | string, hasHeaders: boolean) {
    const range = address instanceof Range ? address : this.find(address);
    if (!hasHeaders) throw notImplemented('TableCollection.add without headers');
    if (this.sheetId !== null && range.sheetId !== this.sheetId) throw invalidArgument();
    const { grid } = this.state;
    // Excel's own words; a header row alone gets a blank row below it.
    if (grid.tables().some((table) => table.sheetId === range.sheetId && intersect(table.range, range.area))) {
      throw invalidArgument("A table can't overlap another table.");
    }
    const area = range.area.rows === 1 ? { ...range.area, rows: 2 } : range.area;
    nameHeaders(range.at({ ...area, rows: 1 }));
    return new Table(this.state, grid.addTable(this.freeName(), range.sheetId, area, 'TableStyleMedium2').id);
  }
  getItem(key: string) {
    const table = this.getItemOrNullObject(key);
    if (!table) throw itemNotFound();
    return table;
  }
  getItemAt(index: number) {
    const table = this[items]()[index];
    if (!table) throw itemNotFound();
    return table;
  }
  getItemOrNullObject(key: string) {
    const table = this.tables().find(
      ({ id, name }) => id === String(key) || name.toLowerCase() === String(key).toLowerCase(),
    );
    return table ? new Table(this.state, table.id) : null;
  }

  private readonly tables = () =>
    this.state.grid.tables().filter((table) => this.sheetId === null || table.sheetId === this.sheetId);

  private readonly find = (address: string) => {
    const { sheet } = splitAddress(address);
    const sheets = new WorksheetCollection(this.state);
    if (sheet !== null) return sheets.getItem(sheet).getRange(address);
    return (this.sheetId === null ? sheets.getActiveWorksheet() : new Worksheet(this.state, this.sheetId)).getRange(
      address,
    );
  };

  private readonly freeName = () => {
    const taken = new Set(this.state.grid.tables().map(({ name }) => name.toLowerCase()));
    for (let number = 1; ; number++) if (!taken.has(`table${number}`)) return `Table${number}`;
  };
}

/** A header is text, and no two are alike: Excel fills in Column1, Column2 … */
function nameHeaders(headers: Range): void {
  const { area, sheetId, state } = headers;
  const used = new Set<string>();
  const names = state.grid.readTexts(sheetId, area)[0].map((text, i) => {
    let name = text || `Column${i + 1}`;
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${text || 'Column'}${number}`;
    used.add(name.toLowerCase());
    return name;
  });
  const values = state.grid.readValues(sheetId, area)[0];
  if (names.some((name, i) => name !== values[i])) state.grid.write(sheetId, area, [names], 'addin');
}
