import { notImplemented } from '../excel-error';
import { HostObject } from '../host-object';
import type { Chart } from './chart';

type Side = 'valueAxis' | 'categoryAxis';

export class ChartAxes extends HostObject {
  readonly typeName = 'ChartAxes';

  constructor(private readonly chart: Chart) {
    super();
  }

  get valueAxis() {
    return new ChartAxis(this.chart, 'valueAxis');
  }
  get categoryAxis() {
    return new ChartAxis(this.chart, 'categoryAxis');
  }

  getItem(type: string, group = 'Primary') {
    const side = ({ Value: 'valueAxis', Category: 'categoryAxis' } as const)[type];
    if (!side || group !== 'Primary') throw notImplemented(`ChartAxes.getItem('${type}', '${group}')`);
    return new ChartAxis(this.chart, side);
  }
}

class ChartAxis extends HostObject {
  readonly typeName = 'ChartAxis';

  constructor(
    private readonly chart: Chart,
    private readonly side: Side,
  ) {
    super();
  }

  get title() {
    return new ChartAxisTitle(this.chart, this.side);
  }
  get numberFormat() {
    return this.chart.spec()[this.side].numberFormat ?? 'General';
  }
  set numberFormat(format: string) {
    this.chart.edit((chart) => (chart[this.side].numberFormat = format));
  }
}

class ChartAxisTitle extends HostObject {
  readonly typeName = 'ChartAxisTitle';

  constructor(
    private readonly chart: Chart,
    private readonly side: Side,
  ) {
    super();
  }

  get text() {
    return this.chart.spec()[this.side].title ?? '';
  }
  set text(text: string) {
    this.chart.edit((chart) => (chart[this.side].title = text));
  }
  get visible() {
    return this.chart.spec()[this.side].title !== null;
  }
  set visible(visible: boolean) {
    this.chart.edit((chart) => (chart[this.side].title = visible ? (chart[this.side].title ?? 'Axis Title') : null));
  }
}
