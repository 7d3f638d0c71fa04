import type { CellFormat } from '../../grid/grid';
import { readColor } from '../color';
import { HostObject } from '../host-object';
import type { Range } from './range';

export class RangeFont extends HostObject {
  readonly typeName = 'RangeFont';

  constructor(private readonly range: Range) {
    super();
  }

  get bold() {
    return this.read('bold', false);
  }
  set bold(bold) {
    this.apply({ bold: Boolean(bold) });
  }
  get italic() {
    return this.read('italic', false);
  }
  set italic(italic) {
    this.apply({ italic: Boolean(italic) });
  }
  get underline(): 'None' | 'Single' | null {
    const underline = this.read('underline', false);
    return underline === null ? null : underline ? 'Single' : 'None';
  }
  set underline(style: string) {
    this.apply({ underline: style !== 'None' });
  }
  get color() {
    return this.read('fontColor', '#000000') ?? '';
  }
  set color(color: string) {
    this.apply({ fontColor: readColor(color) });
  }
  get name() {
    return this.read('fontName', 'Calibri');
  }
  set name(fontName) {
    this.apply({ fontName: fontName! });
  }
  get size() {
    return this.read('fontSize', 11);
  }
  set size(fontSize) {
    this.apply({ fontSize: fontSize! });
  }

  private readonly read = <K extends keyof CellFormat>(key: K, otherwise: NonNullable<CellFormat[K]>) => {
    const value = this.range.common(key);
    return value === undefined ? otherwise : value;
  };

  private readonly apply = (format: CellFormat) => {
    const { area, sheetId, state } = this.range;
    state.grid.format(sheetId, area, format);
  };
}
