import type { DocumentState } from '../document-state';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostObject, identity } from '../host-object';

/** Settings of the add-in in the workbook; keys keep their case. */
export class SettingCollection extends HostObject {
  readonly typeName = 'SettingCollection';

  constructor(private readonly document: DocumentState) {
    super();
  }

  /** Adds the setting, or replaces its value. */
  add(key: string, value: unknown) {
    if (typeof key !== 'string' || key === '') throw invalidArgument();
    this.document.settings[key] = value;
    return new Setting(this.document, key);
  }
  getItem(key: string) {
    const setting = this.getItemOrNullObject(key);
    if (!setting) throw itemNotFound();
    return setting;
  }
  getItemOrNullObject(key: string) {
    return key in this.document.settings ? new Setting(this.document, key) : null;
  }
}

class Setting extends HostObject {
  readonly typeName = 'Setting';

  constructor(
    private readonly document: DocumentState,
    private readonly storedKey: string,
  ) {
    super();
  }

  override [identity]() {
    return { _Id: this.storedKey };
  }

  get value() {
    return this.document.settings[this.storedKey];
  }

  delete() {
    delete this.document.settings[this.storedKey];
  }
}
