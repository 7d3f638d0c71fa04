import { invalidArgument } from '../excel-error';
import { HostObject } from '../host-object';
import { oneOf, properties } from '../properties';
import { toPixels, toPoints } from '../units';
import { cellFormat } from './cell-format';
import type { Range } from './range';
import { RangeBorderCollection } from './range-border-collection';
import { RangeFill } from './range-fill';
import { RangeFont } from './range-font';

export class RangeFormat extends HostObject {
  readonly typeName = 'RangeFormat';

  constructor(readonly range: Range) {
    super();
  }

  static {
    properties(this, {
      horizontalAlignment: cellFormat('horizontal', {
        unset: 'General',
        write: oneOf('General', 'Left', 'Center', 'Right'),
      }),
      verticalAlignment: cellFormat('vertical', { unset: 'Bottom', write: oneOf('Top', 'Center', 'Bottom') }),
      wrapText: cellFormat('wrap', { unset: false, write: Boolean }),
      indentLevel: cellFormat('indent', { unset: 0, write: indent }),
    });
  }

  get fill() {
    return new RangeFill(this.range);
  }
  get font() {
    return new RangeFont(this.range);
  }
  get borders() {
    return new RangeBorderCollection(this.range);
  }

  get columnWidth(): number | null {
    const { area, sheetId, state } = this.range;
    return uniform(area.columns, (i) => toPoints(state.grid.columnWidth(sheetId, area.column + i)));
  }
  set columnWidth(points: number) {
    const { area, sheetId, state } = this.range;
    state.grid.setColumnWidth(sheetId, area.column, area.columns, toPixels(points));
  }
  get rowHeight(): number | null {
    const { area, sheetId, state } = this.range;
    return uniform(area.rows, (i) => toPoints(state.grid.rowHeight(sheetId, area.row + i)));
  }
  set rowHeight(points: number) {
    const { area, sheetId, state } = this.range;
    state.grid.setRowHeight(sheetId, area.row, area.rows, toPixels(points));
  }
}

function indent(level: number): number {
  if (typeof level !== 'number' || level < 0 || level > 250) throw invalidArgument();
  return level;
}

function uniform(count: number, size: (index: number) => number): number | null {
  const first = size(0);
  for (let i = 1; i < Math.min(count, 1000); i++) if (size(i) !== first) return null;
  return first;
}
