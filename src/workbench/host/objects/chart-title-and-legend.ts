import { notImplemented } from '../excel-error';
import { HostObject } from '../host-object';
import type { Chart } from './chart';

export class ChartTitle extends HostObject {
  readonly typeName = 'ChartTitle';

  constructor(private readonly chart: Chart) {
    super();
  }

  get text() {
    return this.chart.spec().title ?? '';
  }
  set text(text: string) {
    this.chart.edit((chart) => (chart.title = text));
  }
  get visible() {
    return this.chart.spec().title !== null;
  }
  set visible(visible: boolean) {
    this.chart.edit((chart) => (chart.title = visible ? (chart.title ?? 'Chart Title') : null));
  }
}

const POSITIONS = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' } as const;

export class ChartLegend extends HostObject {
  readonly typeName = 'ChartLegend';

  constructor(private readonly chart: Chart) {
    super();
  }

  get visible() {
    return this.chart.spec().legend !== null;
  }
  set visible(visible: boolean) {
    this.chart.edit((chart) => (chart.legend = visible ? (chart.legend ?? 'bottom') : null));
  }
  get position() {
    const { legend } = this.chart.spec();
    return Object.entries(POSITIONS).find(([, side]) => side === legend)?.[0] ?? 'Invalid';
  }
  set position(position: string) {
    if (!(position in POSITIONS)) throw notImplemented(`ChartLegend.position = '${position}'`);
    this.chart.edit((chart) => (chart.legend = POSITIONS[position as keyof typeof POSITIONS]));
  }
}
