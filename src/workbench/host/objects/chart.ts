import type { ChartSpec } from '../../grid/grid';
import { invalidArgument, itemNotFound } from '../excel-error';
import { HostObject, identity } from '../host-object';
import type { HostState } from '../host-state';
import { attributes, filledText, properties } from '../properties';
import { toPixels, toPoints } from '../units';
import { ChartAxes } from './chart-axes';
import { chartKind, chartType } from './chart-kind';
import { ChartSeriesCollection } from './chart-series';
import { ChartLegend, ChartTitle } from './chart-title-and-legend';
import { type Range } from './range';
import { Worksheet } from './worksheet';

type Position = ChartSpec['position'];

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

  static {
    const record = attributes<Chart, ChartSpec>(
      (chart, key) => chart.spec()[key],
      (chart, change) => chart.edit((spec) => Object.assign(spec, change)),
    );
    const position = attributes<Chart, Position>(
      (chart, key) => chart.spec().position[key],
      (chart, change) => chart.place(change),
    );
    const points = { read: toPoints, write: distance };
    properties(this, {
      name: record('name', { write: filledText }),
      chartType: record('kind', { read: chartType, write: chartKind }),
      left: position('left', points),
      width: position('width', points),
      height: position('height', points),
    });
  }

  get id() {
    return this.spec().id;
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

  /** From the top left of one cell to the bottom right of the other. */
  setPosition(startCell: Range | string, endCell?: Range | string | null) {
    const start = this.cell(startCell);
    const end = endCell === undefined || endCell === null ? null : this.cell(endCell);
    this.place({ left: distance(start.left), top: distance(start.top) });
    if (!end) return;
    this.place({
      width: distance(end.left + end.width - start.left),
      height: distance(end.top + end.height - start.top),
    });
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

  private readonly place = (change: Partial<Position>) => this.edit(({ position }) => Object.assign(position, change));

  private readonly cell = (cell: Range | string) =>
    typeof cell === 'string' ? new Worksheet(this.state, this.sheetId).getRange(cell) : cell;
}

/** Points of a place or size, in pixels. */
function distance(points: number): number {
  if (!Number.isFinite(points) || points < 0) throw invalidArgument();
  return toPixels(points);
}
