import type { SheetState } from '../document-state';
import { invalidArgument } from '../excel-error';
import { HostObject, identity } from '../host-object';

export class WorksheetCustomPropertyCollection extends HostObject {
  readonly typeName = 'WorksheetCustomPropertyCollection';

  constructor(private readonly sheet: SheetState) {
    super();
  }

  add(key: string, value: string) {
    if (typeof key !== 'string' || key === '' || key.length > 255 || typeof value !== 'string') throw invalidArgument();
    const stored = this.storedKey(key) ?? key;
    this.sheet.customProperties[stored] = value;
    return new WorksheetCustomProperty(this.sheet, stored);
  }
  getItemOrNullObject(key: string) {
    const stored = this.storedKey(key);
    return stored === undefined ? null : new WorksheetCustomProperty(this.sheet, stored);
  }

  /** Keys ignore case. */
  private readonly storedKey = (key: string) =>
    Object.keys(this.sheet.customProperties).find((stored) => stored.toLowerCase() === key.toLowerCase());
}

class WorksheetCustomProperty extends HostObject {
  readonly typeName = 'WorksheetCustomProperty';

  constructor(
    private readonly sheet: SheetState,
    private readonly storedKey: string,
  ) {
    super();
  }

  override [identity]() {
    return { _Id: this.storedKey };
  }

  get value() {
    return this.sheet.customProperties[this.storedKey];
  }
}
