import type { DocumentState } from '../document-state';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostCollection, HostObject, identity, items } from '../host-object';

export class DocumentProperties extends HostObject {
  readonly typeName = 'DocumentProperties';

  constructor(private readonly document: DocumentState) {
    super();
  }

  get title() {
    return this.read('title');
  }
  set title(text: string) {
    this.keep('title', text);
  }
  get subject() {
    return this.read('subject');
  }
  set subject(text: string) {
    this.keep('subject', text);
  }
  get author() {
    return this.read('author');
  }
  set author(text: string) {
    this.keep('author', text);
  }
  get keywords() {
    return this.read('keywords');
  }
  set keywords(text: string) {
    this.keep('keywords', text);
  }
  get comments() {
    return this.read('comments');
  }
  set comments(text: string) {
    this.keep('comments', text);
  }
  get category() {
    return this.read('category');
  }
  set category(text: string) {
    this.keep('category', text);
  }
  get company() {
    return this.read('company');
  }
  set company(text: string) {
    this.keep('company', text);
  }
  get custom() {
    return new CustomPropertyCollection(this.document);
  }

  private readonly read = (key: string) => String(this.document.properties[key] ?? '');
  private readonly keep = (key: string, text: string) => {
    this.document.properties[key] = text;
  };
}

class CustomPropertyCollection extends HostCollection<CustomProperty> {
  readonly typeName = 'CustomPropertyCollection';

  constructor(private readonly document: DocumentState) {
    super();
  }

  [items]() {
    return Object.keys(this.document.customProperties).map((key) => new CustomProperty(this.document, key));
  }

  add(key: string, value: unknown) {
    if (typeof key !== 'string' || key === '' || key.length > 255) throw invalidArgument();
    this.document.customProperties[key] = value;
    return new CustomProperty(this.document, key);
  }
  getCount() {
    return Object.keys(this.document.customProperties).length;
  }
  getItem(key: string) {
    const property = this.getItemOrNullObject(key);
    if (!property) throw itemNotFound();
    return property;
  }
  getItemOrNullObject(key: string) {
    return key in this.document.customProperties ? new CustomProperty(this.document, key) : null;
  }
  deleteAll() {
    this.document.customProperties = {};
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

  get key() {
    return this.storedKey;
  }
  get value() {
    return this.document.customProperties[this.storedKey];
  }
  set value(value: unknown) {
    this.document.customProperties[this.storedKey] = value;
  }
  get type() {
    return { number: 'Number', boolean: 'Boolean', string: 'String' }[
      typeof this.value as 'number' | 'boolean' | 'string'
    ];
  }

  delete() {
    delete this.document.customProperties[this.storedKey];
  }
}
