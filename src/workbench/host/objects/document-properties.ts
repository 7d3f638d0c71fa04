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
    properties(this, { title: kept('title', { unset: '', read: String }) });
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
    if (!(key in this.document.customProperties)) throw itemNotFound();
    return new CustomProperty(this.document, key);
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
}
