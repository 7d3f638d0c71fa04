import type { CellValue } from '../../grid/grid';
import { tableLook, type SortState } from '../document-state';
import { invalidArgument, notImplemented } from '../excel-error';
import { HostObject } from '../host-object';
import { putDown, takeUp } from './move-cells';
import type { Table } from './table';

export class TableSort extends HostObject {
  readonly typeName = 'TableSort';

  constructor(private readonly table: Table) {
    super();
  }

  get fields() {
    return this.state()?.fields ?? [];
  }
  get matchCase() {
    return this.state()?.matchCase ?? false;
  }
  get method() {
    return 'PinYin';
  }

  apply(fields: Excel.SortField[], matchCase?: boolean | null) {
    const { columns } = this.table.body();
    if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
    for (const { key, sortOn } of fields) {
      if (!Number.isInteger(key) || key < 0 || key >= columns) throw invalidArgument();
      if (sortOn && sortOn !== 'Value') throw notImplemented(`SortField.sortOn = '${sortOn}'`);
    }
    this.look().sort = {
      fields: fields.map(({ key, ascending }) => ({ key, ascending: ascending ?? true })),
      matchCase: matchCase ?? false,
    };
    this.reapply();
  }
  reapply() {
    const sort = this.state();
    if (!sort) return;
    const body = this.table.body();
    const { grid } = this.table.state;
    const values = grid.readValues(this.table.info().sheetId, body);
    const { contents, formats } = takeUp(this.table, body);
    // Rows that are alike keep their order.
    const order = values.map((_, row) => row).sort((a, b) => compareRows(values[a], values[b], sort));
    putDown(this.table, body, {
      contents: order.map((row) => contents[row]),
      formats: order.map((row) => formats[row]),
    });
  }
  /** What the header says; the rows stay as they are. */
  clear() {
    delete this.look().sort;
  }

  private readonly look = () => tableLook(this.table.state.document, this.table.info().id);
  private readonly state = () => this.look().sort;
}

function compareRows(a: CellValue[], b: CellValue[], { fields, matchCase }: SortState): number {
  for (const { key, ascending } of fields) {
    // Blank cells come last in either direction.
    const blanks = Number(a[key] === null) - Number(b[key] === null);
    const order = blanks || compareValues(a[key], b[key], matchCase) * (ascending ? 1 : -1);
    if (order) return order;
  }
  return 0;
}

/** Excel's order of kinds: numbers, texts, FALSE and TRUE, errors, which are all alike. */
const KINDS = ['number', 'string', 'boolean', 'object'];

function compareValues(a: CellValue, b: CellValue, matchCase: boolean): number {
  if (typeof a !== typeof b) return KINDS.indexOf(typeof a) - KINDS.indexOf(typeof b);
  if (typeof a === 'string')
    return a.localeCompare(b as string, 'en-US', { sensitivity: matchCase ? 'variant' : 'accent' });
  return typeof a === 'object' ? 0 : Number(a) - Number(b);
}
