import { formatRange, parseRange, quoteSheet, splitAddress } from '../address';
import { invalidArgument, invalidReference, itemAlreadyExists, itemNotFound, notImplemented } from '../excel-error';
import { HostCollection, HostObject, identity, items } from '../host-object';
import type { HostState } from '../host-state';
import { isValidName } from '../valid-name';
import { Range } from './range';
import { WorksheetCollection } from './worksheet-collection';

/** Names of the workbook. (Names of a single sheet are not in the workbench.) */
export class NamedItemCollection extends HostCollection<NamedItem> {
  readonly typeName = 'NamedItemCollection';

  constructor(private readonly state: HostState) {
    super();
  }

  [items]() {
    return this.state.grid.names().map(({ name }) => new NamedItem(this.state, name));
  }

  add(name: string, reference: Range | string, comment?: string) {
    if (!isValidName(name)) throw invalidArgument();
    const taken = [...this.state.grid.names(), ...this.state.grid.tables()];
    if (taken.some((item) => item.name.toLowerCase() === name.toLowerCase())) throw itemAlreadyExists();
    this.state.grid.setName(name, asFormula(reference), comment ?? '');
    return new NamedItem(this.state, name);
  }
  getItem(name: string) {
    const item = this.getItemOrNullObject(name);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(name: string) {
    const stored = this.state.grid.names().find((item) => item.name.toLowerCase() === String(name).toLowerCase());
    return stored ? new NamedItem(this.state, stored.name) : null;
  }
}

class NamedItem extends HostObject {
  readonly typeName = 'NamedItem';

  constructor(
    private readonly state: HostState,
    private readonly storedName: string,
  ) {
    super();
  }

  override [identity]() {
    return { _Id: this.storedName };
  }

  get name() {
    return this.stored().name;
  }
  get comment() {
    return this.stored().comment;
  }
  get formula() {
    return this.stored().formula;
  }
  get type() {
    const constant = this.constant();
    if (constant === undefined) return 'Range';
    return { number: 'Double', string: 'String', boolean: 'Boolean' }[
      typeof constant as 'number' | 'string' | 'boolean'
    ];
  }
  /** A range's address, or the constant. */
  get value() {
    const constant = this.constant();
    return constant === undefined ? this.formula.slice(1) : constant;
  }

  getRange() {
    const range = this.getRangeOrNullObject();
    if (!range) throw invalidReference();
    return range;
  }
  getRangeOrNullObject() {
    const { sheet, range } = splitAddress(this.formula);
    const area = sheet === null ? null : parseRange(range);
    const worksheet = sheet === null ? null : new WorksheetCollection(this.state).getItemOrNullObject(sheet);
    return area && worksheet ? new Range(this.state, worksheet.sheetId, area) : null;
  }
  delete() {
    this.stored();
    this.state.grid.deleteName(this.storedName);
  }

  private readonly stored = () => {
    const item = this.state.grid.names().find(({ name }) => name === this.storedName);
    if (!item) throw itemNotFound();
    return item;
  };

  private readonly constant = (): number | string | boolean | undefined => {
    const content = this.formula.slice(1);
    if (splitAddress(content).sheet !== null && parseRange(splitAddress(content).range)) return undefined;
    if (/^".*"$/s.test(content)) return content.slice(1, -1).replaceAll('""', '"');
    if (/^(true|false)$/i.test(content)) return content.toLowerCase() === 'true';
    const number = Number(content);
    if (content.trim() === '' || Number.isNaN(number)) throw notImplemented('NamedItem.value of a formula');
    return number;
  };
}

function asFormula(reference: Range | string): string {
  if (reference instanceof Range) return `=${quoteSheet(reference.sheetName())}!${formatRange(reference.area, true)}`;
  if (typeof reference !== 'string' || reference === '') throw invalidArgument();
  return reference.startsWith('=') ? reference : `=${reference}`;
}
