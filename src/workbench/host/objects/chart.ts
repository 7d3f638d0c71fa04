import type { ChartSpec } from '../../grid/grid';
import { seriesOf } from '../chart-source';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostObject, identity } from '../host-object';
import type { HostState } from '../host-state';
import { toPixels, toPoints } from '../units';
import { ChartAxes } from './chart-axes';
import { chartKind, chartType } from './chart-kind';
import { ChartSeriesCollection } from './chart-series';
import { ChartLegend, ChartTitle } from './chart-title-and-legend';
import { type Range } from './range';
import { Worksheet } from './worksheet';

export class Chart extends HostObject {
  readonly typeName = 'Chart';

  constructor(
    readonly state: HostState,
    readonly sheetId: string,
    readonly chartId: string,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.spec().id };
  }

  get id() {
    return this.spec().id;
  }
  get name() {
    return this.spec().name;
  }
  set name(name: string) {
    if (typeof name !== 'string' || name === '') throw invalidArgument();
    this.edit((chart) => (chart.name = name));
  }
  get chartType() {
    return chartType(this.spec().kind);
  }
  set chartType(type: string) {
    this.edit((chart) => (chart.kind = chartKind(type)));
  }
  get left() {
    return toPoints(this.spec().position.left);
  }
  set left(points: number) {
    this.place({ left: points });
  }
  get top() {
    return toPoints(this.spec().position.top);
  }
  set top(points: number) {
    this.place({ top: points });
  }
  get width() {
    return toPoints(this.spec().position.width);
  }
  set width(points: number) {
    this.place({ width: points });
  }
  get height() {
    return toPoints(this.spec().position.height);
  }
  set height(points: number) {
    this.place({ height: points });
  }

  get title() {
    return new ChartTitle(this);
  }
  get legend() {
    return new ChartLegend(this);
  }
  get axes() {
    return new ChartAxes(this);
  }
  get series() {
    return new ChartSeriesCollection(this);
  }
  get worksheet() {
    return new Worksheet(this.state, this.sheetId);
  }

  setData(source: Range, seriesBy: 'Auto' | 'Columns' | 'Rows' = 'Auto') {
    this.edit((chart) => (chart.series = seriesOf(source, seriesBy)));
  }
  /** From the top left of one cell to the bottom right of the other. */
  setPosition(startCell: Range | string, endCell?: Range | string | null) {
    const start = this.cell(startCell);
    const end = endCell === undefined || endCell === null ? null : this.cell(endCell);
    this.place({ left: start.left, top: start.top });
    if (end) this.place({ width: end.left + end.width - start.left, height: end.top + end.height - start.top });
  }
  delete() {
    this.spec();
    this.state.charts.delete(this.sheetId, this.chartId);
  }

  readonly spec = (): ChartSpec => {
    const chart = this.state.charts.of(this.sheetId).find(({ id }) => id === this.chartId);
    if (!chart) throw itemNotFound();
    return chart;
  };

  readonly edit = (change: (chart: ChartSpec) => void) => {
    const chart = structuredClone(this.spec());
    change(chart);
    this.state.charts.put(this.sheetId, chart);
  };

  private readonly cell = (cell: Range | string) => (typeof cell === 'string' ? this.worksheet.getRange(cell) : cell);

  private readonly place = (points: Partial<ChartSpec['position']>) => {
    if (Object.values(points).some((value) => !Number.isFinite(value) || value < 0)) throw invalidArgument();
    const pixels = Object.fromEntries(Object.entries(points).map(([side, value]) => [side, toPixels(value)]));
    this.edit((chart) => Object.assign(chart.position, pixels));
  };
}
