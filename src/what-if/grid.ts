/** A two-way table: what a line becomes for each pair of values of two drivers. */
import type { Model } from '../engine/model/model';
import { withMoved, type DriverCells } from './driver-cells';
import { requireFewForecasts } from './few-forecasts';
import { measurer, type Measure } from './measure';

export interface Axis {
  readonly cells: DriverCells;
  /** Set in all of the cells. */
  readonly values: readonly number[];
}

/** A row for each value of the one, and in it a figure for each value of the other. @throws InputError where these are too many */
export function grid(model: Model, measure: Measure, down: Axis, across: Axis): number[][] {
  requireFewForecasts(model, down.values.length * across.values.length, 'Give fewer values');
  const value = measurer(measure);
  return down.values.map((a) => {
    const row = withMoved(model, down.cells, { change: 'set', value: a });
    return across.values.map((b) => value(withMoved(row, across.cells, { change: 'set', value: b })));
  });
}
