import { readColor } from '../color';
import { HostObject } from '../host-object';
import type { ConditionalFormat } from './conditional-format';

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

  constructor(private readonly owner: ConditionalFormat) {
    super();
  }

  get formula() {
    return this.owner.stored().formula;
  }
  set formula(formula: string) {
    this.owner.stored().formula = formula.startsWith('=') ? formula : `=${formula}`;
    this.owner.draw();
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
  get numberFormat() {
    return this.owner.stored().format.numberFormat ?? '';
  }
  set numberFormat(numberFormat: string) {
    this.owner.stored().format.numberFormat = numberFormat;
    this.owner.draw();
  }
}

class ConditionalRangeFont extends HostObject {
  readonly typeName = 'ConditionalRangeFont';

  constructor(private readonly owner: ConditionalFormat) {
    super();
  }

  get color() {
    return this.owner.stored().format.fontColor ?? '';
  }
  set color(color: string) {
    this.owner.stored().format.fontColor = readColor(color);
    this.owner.draw();
  }
  get bold() {
    return this.owner.stored().format.bold ?? false;
  }
  set bold(bold: boolean) {
    this.owner.stored().format.bold = bold;
    this.owner.draw();
  }
  get italic() {
    return this.owner.stored().format.italic ?? false;
  }
  set italic(italic: boolean) {
    this.owner.stored().format.italic = italic;
    this.owner.draw();
  }
}

class ConditionalRangeFill extends HostObject {
  readonly typeName = 'ConditionalRangeFill';

  constructor(private readonly owner: ConditionalFormat) {
    super();
  }

  get color() {
    return this.owner.stored().format.fill ?? '';
  }
  set color(color: string) {
    this.owner.stored().format.fill = readColor(color);
    this.owner.draw();
  }
  clear() {
    delete this.owner.stored().format.fill;
    this.owner.draw();
  }
}
