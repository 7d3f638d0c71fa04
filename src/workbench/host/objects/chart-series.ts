import type { ChartSpec } from '../../grid/grid';
import { readColor } from '../color';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostCollection, HostObject, items } from '../host-object';
import { attributes, properties } from '../properties';
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

  add(name?: string | null, index?: number | null) {
    const { series } = this.chart.spec();
    const at = index ?? series.length;
    if (at < 0 || at > series.length) throw invalidArgument();
    // A new series shows nothing until it gets its values; it stands on the first one's cells meanwhile.
    if (!series.length) throw invalidArgument();
    this.chart.edit((chart) =>
      chart.series.splice(at, 0, {
        ...structuredClone(series[0]),
        name: name ?? `Series${series.length + 1}`,
        color: null,
        kind: null,
        secondaryAxis: false,
      }),
    );
    return new ChartSeries(this.chart, at);
  }
  getItemAt(index: number) {
    if (index < 0 || index >= this.chart.spec().series.length) throw itemNotFound();
    return new ChartSeries(this.chart, index);
  }
}

/** Properties that stand in the record of a series, for the series and its parts. */
const recordOf = <T>(seriesOf: (object: T) => ChartSeries) =>
  attributes<T, Series>(
    (object, key) => seriesOf(object).record()[key],
    (object, change) => seriesOf(object).edit((series) => Object.assign(series, change)),
  );

class ChartSeries extends HostObject {
  readonly typeName = 'ChartSeries';

  constructor(
    private readonly chart: Chart,
    private readonly index: number,
  ) {
    super();
  }

  static {
    const record = recordOf((series: ChartSeries) => series);
    properties(this, {
      name: record('name'),
      axisGroup: record('secondaryAxis', {
        read: (secondary) => (secondary ? 'Secondary' : 'Primary'),
        write: (group: string) => {
          if (group !== 'Primary' && group !== 'Secondary') throw invalidArgument();
          return group === 'Secondary';
        },
      }),
    });
  }

  /** The chart's, unless the series has its own. */
  get chartType() {
    return chartType(this.record().kind ?? this.chart.spec().kind);
  }
  set chartType(type: string) {
    this.edit((series) => (series.kind = chartKind(type)));
  }
  get format() {
    return new ChartSeriesFormat(this);
  }

  delete() {
    this.record();
    this.chart.edit((chart) => chart.series.splice(this.index, 1));
  }
  setValues(source: Range) {
    if (!(source instanceof Range)) throw invalidArgument();
    this.edit((series) => (series.values = { sheetId: source.sheetId, range: source.area }));
  }
  setXAxisValues(source: Range) {
    if (!(source instanceof Range)) throw invalidArgument();
    this.edit((series) => (series.categories = { sheetId: source.sheetId, range: source.area }));
  }

  readonly record = (): Series => {
    const series = this.chart.spec().series[this.index];
    if (!series) throw itemNotFound();
    return series;
  };

  readonly edit = (change: (series: Series) => void) => {
    this.record();
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

  static {
    const record = recordOf(({ series }: ChartLineFormat) => series);
    properties(this, { color: record('color', { none: '', write: readColor }) });
  }
}
