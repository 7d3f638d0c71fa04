import { readColor } from '../color';
import { HostObject } from '../host-object';
import { properties } from '../properties';
import { cellFormat } from './cell-format';
import type { Range } from './range';

export class RangeFont extends HostObject {
  readonly typeName = 'RangeFont';

  constructor(readonly range: Range) {
    super();
  }

  static {
    properties(this, {
      bold: cellFormat('bold', { unset: false, write: Boolean }),
      italic: cellFormat('italic', { unset: false, write: Boolean }),
      underline: cellFormat('underline', {
        unset: 'None',
        read: (underline) => (underline ? 'Single' : 'None'),
        write: (style: string) => style !== 'None',
      }),
      color: cellFormat('fontColor', { unset: '#000000', none: '', write: readColor }),
      name: cellFormat('fontName', { unset: 'Calibri' }),
      size: cellFormat('fontSize', { unset: 11 }),
    });
  }
}
