import type { CellFormat } from '../../grid/grid';
import type { ConditionalFormatState } from '../document-state';
import { readColor } from '../color';
import { HostObject } from '../host-object';
import { attributes, properties } from '../properties';
import type { ConditionalFormat } from './conditional-format';

interface Part {
  owner: ConditionalFormat;
}

const record = attributes<Part, ConditionalFormatState>(
  ({ owner }, key) => owner.stored()[key],
  ({ owner }, change) => owner.edit((stored) => Object.assign(stored, change)),
);
const format = attributes<Part, CellFormat>(
  ({ owner }, key) => owner.stored().format[key],
  ({ owner }, change) => owner.edit((stored) => Object.assign(stored.format, change)),
);

export class CustomConditionalFormat extends HostObject {
  readonly typeName = 'CustomConditionalFormat';

  constructor(private readonly owner: ConditionalFormat) {
    super();
  }

  get rule() {
    return new ConditionalFormatRule(this.owner);
  }
  get format() {
    return new ConditionalRangeFormat(this.owner);
  }
}

class ConditionalFormatRule extends HostObject {
  readonly typeName = 'ConditionalFormatRule';

  constructor(readonly owner: ConditionalFormat) {
    super();
  }

  static {
    properties(this, {
      formula: record('formula', { write: (formula: string) => (formula.startsWith('=') ? formula : `=${formula}`) }),
    });
  }
}

class ConditionalRangeFormat extends HostObject {
  readonly typeName = 'ConditionalRangeFormat';

  constructor(private readonly owner: ConditionalFormat) {
    super();
  }

  get font() {
    return new ConditionalRangeFont(this.owner);
  }
  get fill() {
    return new ConditionalRangeFill(this.owner);
  }
}

class ConditionalRangeFont extends HostObject {
  readonly typeName = 'ConditionalRangeFont';

  constructor(readonly owner: ConditionalFormat) {
    super();
  }

  static {
    properties(this, { color: format('fontColor', { unset: '', write: readColor }) });
  }
}

class ConditionalRangeFill extends HostObject {
  readonly typeName = 'ConditionalRangeFill';

  constructor(readonly owner: ConditionalFormat) {
    super();
  }

  static {
    properties(this, { color: format('fill', { unset: '', write: readColor }) });
  }
}
