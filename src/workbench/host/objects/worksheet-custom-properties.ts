import type { SheetState } from '../document-state';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostCollection, HostObject, identity, items } from '../host-object';

export class WorksheetCustomPropertyCollection extends HostCollection<WorksheetCustomProperty> {
  readonly typeName = 'WorksheetCustomPropertyCollection';

  constructor(private readonly sheet: SheetState) {
    super();
  }

  [items]() {
    return Object.keys(this.sheet.customProperties).map((key) => new WorksheetCustomProperty(this.sheet, key));
  }

  add(key: string, value: string) {
    if (typeof key !== 'string' || key === '' || key.length > 255 || typeof value !== 'string') throw invalidArgument();
    const stored = this.storedKey(key) ?? key;
    this.sheet.customProperties[stored] = value;
    return new WorksheetCustomProperty(this.sheet, stored);
  }
  getCount() {
    return Object.keys(this.sheet.customProperties).length;
  }
  getItem(key: string) {
    const property = this.getItemOrNullObject(key);
    if (!property) throw itemNotFound();
    return property;
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

  get key() {
    return this.storedKey;
  }
  get value() {
    return this.sheet.customProperties[this.storedKey];
  }
  set value(value: string) {
    this.sheet.customProperties[this.storedKey] = value;
  }

  delete() {
    delete this.sheet.customProperties[this.storedKey];
  }
}
