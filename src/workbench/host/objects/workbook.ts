import { itemNotFound } from '../excel-error';
import { HostObject } from '../host-object';
import type { HostState } from '../host-state';
import { Application } from './application';
import { CommentCollection } from './comment-collection';
import { CustomXmlPartCollection } from './custom-xml-parts';
import { DocumentProperties } from './document-properties';
import { NamedItemCollection } from './named-items';
import { Functions } from './functions';
import { Range } from './range';
import { SettingCollection } from './settings';
import { TableCollection } from './table-collection';
import { WorksheetCollection } from './worksheet-collection';

export const WORKBOOK_NAME = 'Book1.xlsx';

export class Workbook extends HostObject {
  readonly typeName = 'Workbook';

  constructor(private readonly state: HostState) {
    super();
  }

  get name() {
    return WORKBOOK_NAME;
  }

  get application() {
    return new Application(this.state);
  }
  get functions() {
    return new Functions(this.state);
  }
  get worksheets() {
    return new WorksheetCollection(this.state);
  }
  get tables() {
    return new TableCollection(this.state, null);
  }
  get names() {
    return new NamedItemCollection(this.state);
  }
  get comments() {
    return new CommentCollection(this.state, null);
  }
  get settings() {
    return new SettingCollection(this.state.document);
  }
  get customXmlParts() {
    return new CustomXmlPartCollection(this.state.document);
  }
  get properties() {
    return new DocumentProperties(this.state.document);
  }

  getSelectedRange() {
    const { sheetId, range } = this.state.grid.selection();
    return new Range(this.state, sheetId, range);
  }
  getActiveCell() {
    return this.getSelectedRange().getCell(0, 0);
  }

  _getRangeForEventByReferenceId(id: string) {
    const range = this.state.references.get(id);
    if (!range) throw itemNotFound();
    return range;
  }
  _removeReference(id: string) {
    this.state.references.release(id);
  }
}
