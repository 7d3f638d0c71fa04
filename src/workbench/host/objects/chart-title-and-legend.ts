import type { ChartSpec } from '../../grid/grid';
import { notImplemented } from '../excel-error';
import { HostObject } from '../host-object';
import { properties } from '../properties';
import type { Chart } from './chart';
import { chartRecord } from './chart-record';

export class ChartTitle extends HostObject {
  readonly typeName = 'ChartTitle';

  constructor(readonly chart: Chart) {
    super();
  }

  static {
    properties(this, { text: chartRecord('title', { none: '' }) });
  }

  get visible() {
    return this.chart.spec().title !== null;
  }
  set visible(visible: boolean) {
    this.chart.edit((chart) => (chart.title = visible ? (chart.title ?? 'Chart Title') : null));
  }
}

const SIDES: Readonly<Record<string, ChartSpec['legend']>> = {
  Top: 'top',
  Bottom: 'bottom',
  Left: 'left',
  Right: 'right',
};

export class ChartLegend extends HostObject {
  readonly typeName = 'ChartLegend';

  constructor(readonly chart: Chart) {
    super();
  }

  static {
    properties(this, {
      position: chartRecord('legend', {
        read: (side) => Object.keys(SIDES).find((position) => SIDES[position] === side),
        write(position: string, member) {
          if (!(position in SIDES)) throw notImplemented(`${member} = '${position}'`);
          return SIDES[position];
        },
      }),
    });
  }

  get visible() {
    return this.chart.spec().legend !== null;
  }
  set visible(visible: boolean) {
    this.chart.edit((chart) => (chart.legend = visible ? (chart.legend ?? 'right') : null));
  }
}
