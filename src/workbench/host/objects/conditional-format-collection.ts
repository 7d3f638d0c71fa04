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
