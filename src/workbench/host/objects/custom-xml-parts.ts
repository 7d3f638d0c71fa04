import type { DocumentState } from '../document-state';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostCollection, HostObject, identity, items } from '../host-object';

/** XML that add-ins keep in the file; all of them see all of it. */
export class CustomXmlPartCollection extends HostObject {
  readonly typeName = 'CustomXmlPartCollection';

  constructor(private readonly document: DocumentState) {
    super();
  }

  add(xml: string) {
    const { documentElement } = new DOMParser().parseFromString(String(xml), 'application/xml');
    if (documentElement.getElementsByTagName('parsererror').length > 0) throw invalidArgument();
    let number = 1;
    while (`{part-${number}}` in this.document.xmlParts) number++;
    const id = `{part-${number}}`;
    this.document.xmlParts[id] = { namespace: documentElement.namespaceURI ?? '', xml };
    return new CustomXmlPart(this.document, id);
  }
  getItem(id: string) {
    if (!(id in this.document.xmlParts)) throw itemNotFound();
    return new CustomXmlPart(this.document, id);
  }
  getByNamespace(namespace: string) {
    return new CustomXmlPartScopedCollection(this.document, namespace);
  }
}

class CustomXmlPartScopedCollection extends HostCollection<CustomXmlPart> {
  readonly typeName = 'CustomXmlPartScopedCollection';

  constructor(
    private readonly document: DocumentState,
    private readonly scope: string,
  ) {
    super();
  }

  [items]() {
    return Object.entries(this.document.xmlParts)
      .filter(([, { namespace }]) => namespace === this.scope)
      .map(([id]) => new CustomXmlPart(this.document, id));
  }

  getItem(id: string) {
    const found = this[items]().find((part) => part.id === id);
    if (!found) throw itemNotFound();
    return found;
  }
  getOnlyItemOrNullObject() {
    const all = this[items]();
    return all.length === 1 ? all[0] : null;
  }
}

class CustomXmlPart extends HostObject {
  readonly typeName = 'CustomXmlPart';

  constructor(
    private readonly document: DocumentState,
    private readonly partId: string,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.partId };
  }

  get id() {
    return this.partId;
  }
  get namespaceUri() {
    return this.document.xmlParts[this.partId].namespace;
  }

  getXml() {
    return this.document.xmlParts[this.partId].xml;
  }
  setXml(xml: string) {
    if (!this.document.xmlParts[this.partId]) throw itemNotFound();
    this.document.xmlParts[this.partId].xml = xml;
  }
  delete() {
    delete this.document.xmlParts[this.partId];
  }
}
