import type { CellRange } from '../../grid/grid';
import { sheetState } from '../document-state';
import { notImplemented } from '../excel-error';
import { HostObject } from '../host-object';
import type { HostState } from '../host-state';
import { ConditionalFormat } from './conditional-format';

export class ConditionalFormatCollection extends HostObject {
  readonly typeName = 'ConditionalFormatCollection';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
    private readonly area: CellRange,
  ) {
    super();
  }

  /** Those that lie within the range. */
  clearAll() {
    const sheet = sheetState(this.state.document, this.sheetId);
    sheet.conditionalFormats = sheet.conditionalFormats.filter(({ range }) => !isWithin(range, this.area));
    this.state.grid.clearConditionalFormats(this.sheetId, this.area);
  }

  add(type: string) {
    if (type !== 'Custom') throw notImplemented(`ConditionalFormatCollection.add('${type}')`);
    const id = crypto.randomUUID();
    sheetState(this.state.document, this.sheetId).conditionalFormats.push({
      id,
      range: this.area,
      formula: '',
      format: {},
    });
    return new ConditionalFormat(this.state, this.sheetId, id);
  }
}

const isWithin = (inner: CellRange, outer: CellRange): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;
