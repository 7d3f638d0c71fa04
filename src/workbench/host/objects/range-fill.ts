import { readColor } from '../color';
import { HostObject } from '../host-object';
import type { Range } from './range';

export class RangeFill extends HostObject {
  readonly typeName = 'RangeFill';

  constructor(private readonly range: Range) {
    super();
  }

  /** White where nothing is filled; empty where cells differ. */
  get color(): string {
    const fill = this.range.common('fill');
    if (fill === undefined) return '#FFFFFF';
    return fill ?? (this.range.area.rows * this.range.area.columns === 1 ? '#FFFFFF' : '');
  }
  set color(value: string) {
    const { area, sheetId, state } = this.range;
    state.grid.format(sheetId, area, { fill: readColor(value) });
  }
}
