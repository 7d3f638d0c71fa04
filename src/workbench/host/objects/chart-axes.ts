import type { ChartSpec } from '../../grid/grid';
import { HostObject } from '../host-object';
import { attributes, oneOf, properties } from '../properties';
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
}

const axis = attributes<{ chart: Chart; side: Side }, ChartSpec['categoryAxis']>(
  ({ chart, side }, key) => (chart.spec()[side] as ChartSpec['categoryAxis'])[key],
  ({ chart, side }, change) => chart.edit((spec) => Object.assign(spec[side], change)),
);

class ChartAxis extends HostObject {
  readonly typeName = 'ChartAxis';

  constructor(
    readonly chart: Chart,
    readonly side: Side,
  ) {
    super();
  }

  static {
    properties(this, {
      numberFormat: axis('numberFormat', { none: 'General' }),
      categoryType: axis('type', { unset: 'Automatic', write: oneOf('Automatic', 'TextAxis', 'DateAxis') }),
      baseTimeUnit: axis('baseTimeUnit', { unset: 'Days', write: oneOf('Days', 'Months', 'Years') }),
      tickLabelPosition: axis('tickLabels', { unset: 'NextToAxis', write: oneOf('Low', 'NextToAxis') }),
    });
  }

  get title() {
    return new ChartAxisTitle(this.chart, this.side);
  }
}

class ChartAxisTitle extends HostObject {
  readonly typeName = 'ChartAxisTitle';

  constructor(
    readonly chart: Chart,
    readonly side: Side,
  ) {
    super();
  }

  static {
    properties(this, { text: axis('title', { none: '' }) });
  }
}
