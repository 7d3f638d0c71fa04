import type { ChartSpec } from '../../grid/grid';
import { notImplemented } from '../excel-error';

/** Excel's chart types that the workbench draws. */
const KINDS: Readonly<Record<string, ChartSpec['kind']>> = {
  Line: 'line',
  LineMarkers: 'line',
  ColumnClustered: 'columnClustered',
  ColumnStacked: 'columnStacked',
  BarClustered: 'barClustered',
  BarStacked: 'barStacked',
  Area: 'area',
  AreaStacked: 'areaStacked',
  Pie: 'pie',
  Doughnut: 'doughnut',
};

export function chartKind(type: string): ChartSpec['kind'] {
  const kind = KINDS[type];
  if (!kind) throw notImplemented(`chart type '${type}'`);
  return kind;
}

export function chartType(kind: ChartSpec['kind']): string {
  return Object.keys(KINDS).find((type) => KINDS[type] === kind)!;
}
