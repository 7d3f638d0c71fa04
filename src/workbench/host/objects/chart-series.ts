import type { ChartSpec } from '../../grid/grid';
import { readColor } from '../color';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostCollection, HostObject, items } from '../host-object';
import type { Chart } from './chart';
import { chartKind, chartType } from './chart-kind';
import { Range } from './range';

type Series = ChartSpec['series'][number];

export class ChartSeriesCollection extends HostCollection<ChartSeries> {
  readonly typeName = 'ChartSeriesCollection';

  constructor(private readonly chart: Chart) {
    super();
  }

  [items]() {
    return this.chart.spec().series.map((_, index) => new ChartSeries(this.chart, index));
  }

  get count() {
    return this.chart.spec().series.length;
  }

  add(name?: string | null, index?: number | null) {
    const at = index ?? this.count;
    if (at < 0 || at > this.count) throw invalidArgument();
    // A new series shows nothing until it gets its values; it stands on the first one's cells meanwhile.
    const { series } = this.chart.spec();
    if (!series.length) throw invalidArgument();
    this.chart.edit((chart) =>
      chart.series.splice(at, 0, {
        ...structuredClone(series[0]),
        name: name ?? `Series${this.count + 1}`,
        color: null,
        kind: null,
        secondaryAxis: false,
      }),
    );
    return new ChartSeries(this.chart, at);
  }
  getCount() {
    return this.count;
  }
  getItemAt(index: number) {
    if (index < 0 || index >= this.count) throw itemNotFound();
    return new ChartSeries(this.chart, index);
  }
}

class ChartSeries extends HostObject {
  readonly typeName = 'ChartSeries';

  constructor(
    private readonly chart: Chart,
    private readonly index: number,
  ) {
    super();
  }

  get name() {
    return this.series().name;
  }
  set name(name: string) {
    this.edit((series) => (series.name = name));
  }
  get chartType() {
    return chartType(this.series().kind ?? this.chart.spec().kind);
  }
  set chartType(type: string) {
    this.edit((series) => (series.kind = chartKind(type)));
  }
  get axisGroup() {
    return this.series().secondaryAxis ? 'Secondary' : 'Primary';
  }
  set axisGroup(group: string) {
    if (group !== 'Primary' && group !== 'Secondary') throw invalidArgument();
    this.edit((series) => (series.secondaryAxis = group === 'Secondary'));
  }
  get format() {
    return new ChartSeriesFormat(this);
  }

  setValues(source: Range) {
    if (!(source instanceof Range)) throw invalidArgument();
    this.edit((series) => (series.values = { sheetId: source.sheetId, range: source.area }));
  }
  setXAxisValues(source: Range) {
    if (!(source instanceof Range)) throw invalidArgument();
    this.edit((series) => (series.categories = { sheetId: source.sheetId, range: source.area }));
  }
  delete() {
    this.series();
    this.chart.edit((chart) => chart.series.splice(this.index, 1));
  }

  readonly series = (): Series => {
    const series = this.chart.spec().series[this.index];
    if (!series) throw itemNotFound();
    return series;
  };

  readonly edit = (change: (series: Series) => void) => {
    this.series();
    this.chart.edit((chart) => change(chart.series[this.index]));
  };
}

class ChartSeriesFormat extends HostObject {
  readonly typeName = 'ChartSeriesFormat';

  constructor(private readonly series: ChartSeries) {
    super();
  }

  get fill() {
    return new ChartFill(this.series);
  }
  get line() {
    return new ChartLineFormat(this.series);
  }
}

class ChartFill extends HostObject {
  readonly typeName = 'ChartFill';

  constructor(private readonly series: ChartSeries) {
    super();
  }

  setSolidColor(color: string) {
    this.series.edit((series) => (series.color = readColor(color)));
  }
}

class ChartLineFormat extends HostObject {
  readonly typeName = 'ChartLineFormat';

  constructor(private readonly series: ChartSeries) {
    super();
  }

  get color() {
    return this.series.series().color ?? '';
  }
  set color(color: string) {
    this.series.edit((series) => (series.color = readColor(color)));
  }
}
