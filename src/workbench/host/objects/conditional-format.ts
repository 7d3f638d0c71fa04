import { sheetState, type ConditionalFormatState } from '../document-state';
import { itemNotFound } from '../excel-error';
import { HostObject, identity } from '../host-object';
import type { HostState } from '../host-state';
import { CustomConditionalFormat } from './custom-conditional-format';

export class ConditionalFormat extends HostObject {
  readonly typeName = 'ConditionalFormat';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
    private readonly formatId: string,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.formatId };
  }

  get custom() {
    return new CustomConditionalFormat(this);
  }

  readonly stored = (): ConditionalFormatState => {
    const format = this.ofSheet().find(({ id }) => id === this.formatId);
    if (!format) throw itemNotFound();
    return format;
  };

  /** Rule, font and fill arrive one by one; the grid is told once, when the batch is through. */
  readonly edit = (change: (format: ConditionalFormatState) => void) => {
    change(this.stored());
    const { grid } = this.state;
    this.state.later(`conditional formats ${this.sheetId}`, () => {
      grid.clearConditionalFormats(this.sheetId, null);
      for (const { range, formula, format } of this.ofSheet())
        if (formula) grid.addConditionalFormat(this.sheetId, range, { kind: 'formula', formula, format });
    });
  };

  private readonly ofSheet = () => sheetState(this.state.document, this.sheetId).conditionalFormats;
}
