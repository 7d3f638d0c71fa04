import type { ChartSpec } from '../../grid/grid';
import { seriesOf } from '../chart-source';
import { invalidArgument, itemNotFound, notImplemented } from '../excel-error';
import { HostCollection, items } from '../host-object';
import type { HostState } from '../host-state';
import { toPixels } from '../units';
import { Chart } from './chart';
import { chartKind } from './chart-kind';
import { Range } from './range';

/** Excel's size of a new chart, in points. */
const WIDTH = 360;
const HEIGHT = 216;

export class ChartCollection extends HostCollection<Chart> {
  readonly typeName = 'ChartCollection';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
  ) {
    super();
  }

  [items]() {
    return this.charts().map(({ id }) => new Chart(this.state, this.sheetId, id));
  }

  get count() {
    return this.charts().length;
  }

  add(type: string, source: Range, seriesBy: 'Auto' | 'Columns' | 'Rows' = 'Auto') {
    if (!(source instanceof Range)) throw invalidArgument();
    if (!['Auto', 'Columns', 'Rows'].includes(seriesBy)) throw notImplemented(`ChartCollection.add(…, '${seriesBy}')`);
    const series = seriesOf(source, seriesBy);
    const chart: ChartSpec = {
      id: crypto.randomUUID(),
      name: this.freeName(),
      kind: chartKind(type),
      title: series.length === 1 ? series[0].name : 'Chart Title',
      series,
      position: { left: 240, top: 120, width: toPixels(WIDTH), height: toPixels(HEIGHT) },
      legend: 'bottom',
      valueAxis: { title: null, numberFormat: null },
      categoryAxis: { title: null, numberFormat: null },
    };
    this.state.charts.put(this.sheetId, chart);
    return new Chart(this.state, this.sheetId, chart.id);
  }
  /** By name, or by the id that Office.js keeps. */
  getItem(key: string) {
    const chart = this.charts().find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());
    if (!chart) throw itemNotFound();
    return new Chart(this.state, this.sheetId, chart.id);
  }

  private readonly charts = () => this.state.charts.of(this.sheetId);

  private readonly freeName = () => {
    const taken = new Set(this.charts().map(({ name }) => name));
    for (let number = 1; ; number++) if (!taken.has(`Chart ${number}`)) return `Chart ${number}`;
  };
}
