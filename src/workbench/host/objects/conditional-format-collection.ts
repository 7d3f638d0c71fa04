import type { CellRange } from '../../grid/grid';
import { intersect, sameRange } from '../address';
import { sheetState } from '../document-state';
import { itemNotFound, notImplemented } from '../excel-error';
import { HostCollection, items } from '../host-object';
import type { HostState } from '../host-state';
import { ConditionalFormat } from './conditional-format';

export class ConditionalFormatCollection extends HostCollection<ConditionalFormat> {
  readonly typeName = 'ConditionalFormatCollection';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
    private readonly area: CellRange,
  ) {
    super();
  }

  [items]() {
    return this.stored()
      .filter((format) => intersect(format.range, this.area))
      .map((format) => this.wrap(format.id));
  }

  add(type: string) {
    if (type !== 'Custom') throw notImplemented(`ConditionalFormatCollection.add('${type}')`);
    const id = crypto.randomUUID();
    this.stored().push({ id, range: this.area, formula: '', format: {} });
    return this.wrap(id);
  }
  getCount() {
    return this[items]().length;
  }
  getItem(id: string) {
    const item = this.getItemOrNullObject(id);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemAt(index: number) {
    const item = this[items]()[index];
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(id: string) {
    return this.stored().some((format) => format.id === id) ? this.wrap(id) : null;
  }
  clearAll() {
    const sheet = sheetState(this.state.document, this.sheetId);
    if (
      sheet.conditionalFormats.some(
        ({ range }) => intersect(range, this.area) && !sameRange(intersect(range, this.area)!, range),
      )
    ) {
      throw notImplemented('ConditionalFormatCollection.clearAll() on part of a formatted range');
    }
    sheet.conditionalFormats = sheet.conditionalFormats.filter(({ range }) => !intersect(range, this.area));
    drawConditionalFormats(this.state, this.sheetId);
  }

  private readonly stored = () => sheetState(this.state.document, this.sheetId).conditionalFormats;
  private readonly wrap = (id: string) => new ConditionalFormat(this.state, this.sheetId, id);
}

/** Rule, font and fill arrive one by one; the grid is told once, when the batch is through. */
export function drawConditionalFormats(state: HostState, sheetId: string): void {
  state.later(`conditional formats ${sheetId}`, () => {
    state.grid.clearConditionalFormats(sheetId, null);
    for (const { range, formula, format } of sheetState(state.document, sheetId).conditionalFormats) {
      if (formula) state.grid.addConditionalFormat(sheetId, range, { kind: 'formula', formula, format });
    }
  });
}
