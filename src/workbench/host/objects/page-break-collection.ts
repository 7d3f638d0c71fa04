import { sheetState } from '../document-state';
import { HostCollection, HostObject, items } from '../host-object';
import type { HostState } from '../host-state';
import type { Range } from './range';
import { Worksheet } from './worksheet';

/** Columns that begin a new page in print: kept and returned, like the rest of the print set-up. */
export class PageBreakCollection extends HostCollection<PageBreak> {
  readonly typeName = 'PageBreakCollection';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
  ) {
    super();
  }

  [items]() {
    return this.columns().map((column) => new PageBreak(column));
  }

  add(before: Range | string) {
    const range = typeof before === 'string' ? new Worksheet(this.state, this.sheetId).getRange(before) : before;
    const { column } = range.area;
    this.keep([...this.columns().filter((kept) => kept !== column), column].sort((a, b) => a - b));
    return new PageBreak(column);
  }
  removePageBreaks() {
    this.keep([]);
  }

  private readonly layout = () => sheetState(this.state.document, this.sheetId).pageLayout;
  private readonly columns = () => (this.layout()['verticalPageBreaks'] as number[] | undefined) ?? [];
  private readonly keep = (columns: number[]) => {
    this.layout()['verticalPageBreaks'] = columns;
  };
}

class PageBreak extends HostObject {
  readonly typeName = 'PageBreak';

  constructor(private readonly column: number) {
    super();
  }

  get columnIndex() {
    return this.column;
  }
}
