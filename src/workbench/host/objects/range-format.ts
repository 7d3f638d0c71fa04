import { invalidArgument, notImplemented } from '../excel-error';
import { HostObject } from '../host-object';
import { toPixels, toPoints } from '../units';
import type { Range } from './range';
import { RangeBorderCollection } from './range-border-collection';
import { RangeFill } from './range-fill';
import { RangeFont } from './range-font';

const HORIZONTAL = ['General', 'Left', 'Center', 'Right'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom'] as const;

export class RangeFormat extends HostObject {
  readonly typeName = 'RangeFormat';

  constructor(private readonly range: Range) {
    super();
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

  get horizontalAlignment() {
    const value = this.range.common('horizontal');
    return value === undefined ? 'General' : value;
  }
  set horizontalAlignment(value) {
    this.apply('horizontal', oneOf(HORIZONTAL, value, 'horizontalAlignment'));
  }
  get verticalAlignment() {
    const value = this.range.common('vertical');
    return value === undefined ? 'Bottom' : value;
  }
  set verticalAlignment(value) {
    this.apply('vertical', oneOf(VERTICAL, value, 'verticalAlignment'));
  }
  get wrapText() {
    const value = this.range.common('wrap');
    return value === undefined ? false : value;
  }
  set wrapText(value) {
    this.apply('wrap', Boolean(value));
  }
  get indentLevel() {
    const value = this.range.common('indent');
    return value === undefined ? 0 : value;
  }
  set indentLevel(value) {
    if (typeof value !== 'number' || value < 0 || value > 250) throw invalidArgument();
    this.apply('indent', value);
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

  private readonly apply = (key: 'horizontal' | 'vertical' | 'wrap' | 'indent', value: unknown) => {
    const { area, sheetId, state } = this.range;
    state.grid.format(sheetId, area, { [key]: value });
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, member: string): T {
  if (!allowed.includes(value as T)) throw notImplemented(`RangeFormat.${member} = '${String(value)}'`);
  return value as T;
}

function uniform(count: number, size: (index: number) => number): number | null {
  const first = size(0);
  for (let i = 1; i < Math.min(count, 1000); i++) if (size(i) !== first) return null;
  return first;
}
