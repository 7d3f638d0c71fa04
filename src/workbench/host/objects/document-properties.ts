import type { DocumentState } from '../document-state';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostObject, identity } from '../host-object';
import { attributes, properties } from '../properties';

export class DocumentProperties extends HostObject {
  readonly typeName = 'DocumentProperties';

  constructor(private readonly document: DocumentState) {
    super();
  }

  static {
    const kept = attributes<DocumentProperties, DocumentState['properties']>(
      ({ document }, key) => document.properties[key],
      ({ document }, change) => Object.assign(document.properties, change),
    );
    properties(this, {
      title: kept('title', { unset: '', read: String }),
      author: kept('author', { unset: '', read: String }),
    });
  }

  get custom() {
    return new CustomPropertyCollection(this.document);
  }
}

class CustomPropertyCollection extends HostObject {
  readonly typeName = 'CustomPropertyCollection';

  constructor(private readonly document: DocumentState) {
    super();
  }

  add(key: string, value: unknown) {
    if (typeof key !== 'string' || key === '' || key.length > 255) throw invalidArgument();
    this.document.customProperties[key] = value;
    return new CustomProperty(this.document, key);
  }
  getItem(key: string) {
    const property = this.getItemOrNullObject(key);
    if (!property) throw itemNotFound();
    return property;
  }
  /** Keys do not mind their case. */
  getItemOrNullObject(key: string) {
    const stored = Object.keys(this.document.customProperties).find(
      (name) => name.toLowerCase() === String(key).toLowerCase(),
    );
    return stored === undefined ? null : new CustomProperty(this.document, stored);
  }
}

class CustomProperty extends HostObject {
  readonly typeName = 'CustomProperty';

  constructor(
    private readonly document: DocumentState,
    private readonly storedKey: string,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.storedKey };
  }

  get value() {
    return this.document.customProperties[this.storedKey];
  }

  delete() {
    delete this.document.customProperties[this.storedKey];
  }
}
