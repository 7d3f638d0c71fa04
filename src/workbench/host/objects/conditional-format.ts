import { sheetState } from '../document-state';
import { itemNotFound } from '../excel-error';
import { HostObject, identity } from '../host-object';
import type { HostState } from '../host-state';
import { drawConditionalFormats } from './conditional-format-collection';
import { CustomConditionalFormat } from './custom-conditional-format';
import { Range } from './range';

export class ConditionalFormat extends HostObject {
  readonly typeName = 'ConditionalFormat';

  constructor(
    readonly state: HostState,
    readonly sheetId: string,
    readonly formatId: string,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.formatId };
  }

  get id() {
    return this.formatId;
  }
  get type() {
    return 'Custom';
  }
  get custom() {
    return new CustomConditionalFormat(this);
  }
  get customOrNullObject() {
    return this.custom;
  }

  getRange() {
    return new Range(this.state, this.sheetId, this.stored().range);
  }
  delete() {
    const sheet = sheetState(this.state.document, this.sheetId);
    sheet.conditionalFormats = sheet.conditionalFormats.filter(({ id }) => id !== this.formatId);
    drawConditionalFormats(this.state, this.sheetId);
  }

  readonly stored = () => {
    const format = sheetState(this.state.document, this.sheetId).conditionalFormats.find(
      ({ id }) => id === this.formatId,
    );
    if (!format) throw itemNotFound();
    return format;
  };

  readonly draw = () => drawConditionalFormats(this.state, this.sheetId);
}
